using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>A line of plain text that is a heading by its shape: its level, and the marks a reader does not see.</summary>
internal readonly record struct HeadingShape(int Level, Span Hidden)
{
    /// <summary>Headings are short; a line of this length that runs on is a sentence.</summary>
    private const int Longest = 60;
    private const int LongestNumbered = 30;

    /// <summary>
    /// Reads ## 三、实施评估考核, 第二节 发展原则, 一、发展环境, （一）指导思想; refuses （一）着力解决问题。继续搞好…,
    /// 1.实现城镇新增就业18万人以上.
    /// </summary>
    public static HeadingShape? Read(TextLines lines, Span line)
    {
        var text = lines.Slice(line);
        var hashes = text.Length - text.TrimStart('#').Length;
        if (hashes is > 0 and <= 6 && hashes < text.Length && TextLines.IsSpace(text[hashes]))
        {
            var hidden = hashes + 1;
            return new HeadingShape(hashes, new Span(line.Start, hidden));
        }
        return ListMark.Read(text) is { } mark && LevelOf(mark, text[mark.Length..]) is { } level
            ? new HeadingShape(level, default)
            : null;
    }

    /// <summary>The level that the mark and shape of a line give it; 0 for no heading.</summary>
    /// <param name="line">Without white space at its ends.</param>
    public static int LevelOf(ReadOnlySpan<char> line) =>
        ListMark.Read(line) is { } mark ? LevelOf(mark, line[mark.Length..]) ?? 0 : 0;

    private static int? LevelOf(ListMark mark, ReadOnlySpan<char> title)
    {
        if (
            title.Length is 0 or > Longest
            || title.ContainsAny('。', '；')
            || title[^1] is '，' or '：' or ':' or ',' or '.'
        )
        {
            return null;
        }
        return mark.Kind switch
        {
            ListMarkKind.Chapter => 1,
            ListMarkKind.Section => 2,
            ListMarkKind.Chinese => 3,
            ListMarkKind.ChineseInBrackets => 4,
            ListMarkKind.Arabic when IsBare(title) => 5,
            ListMarkKind.ArabicInBrackets when IsBare(title) => 6,
            _ => null,
        };
    }

    /// <summary>Numbered lines are mostly items; without a comma or a figure a short one is a heading.</summary>
    private static bool IsBare(ReadOnlySpan<char> title) =>
        title.Length <= LongestNumbered && !title.ContainsAny('，', ',') && !title.ContainsAnyInRange('0', '9');
}

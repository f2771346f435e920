using System.Buffers;

namespace PlanIngest.Sentences;

/// <summary>
/// The title over a document, over several lines too, and behind a notice that passes it on (关于印发…的通知).
/// </summary>
internal static class TitleReader
{
    /// <summary>A longer first line is a paragraph: the document has no title.</summary>
    private const int LongestTitle = 100;

    /// <summary>A longer line with a comma in it is a sentence; shorter ones may be a couplet.</summary>
    private const int LongestWithComma = 30;

    /// <summary>A title goes on over no more lines.</summary>
    private const int MostLines = 4;

    public static HeadReader.Heading Read(IReadOnlyList<string> lines, MetadataLabels labels)
    {
        var first = PastSection(lines, FirstLine(lines));
        var title = labels.Title;
        var subtitle = (string?)null;
        if (title is null && first >= 0)
        {
            title = Joined(lines, first, out var next);
            subtitle =
                next < lines.Count && lines[next].StartsWith('—') ? lines[next].TrimStart('—', '-', '\u3000') : null;
        }
        if (title is null)
        {
            return new HeadReader.Heading(null, null, null);
        }
        // A blank in a slogan parts its halves; in the name of a plan it is what is left of a line break.
        var isNamed = HeadWords.EndingOf(title, HeadWords.Endings) is not null;
        title = title.Replace("\u3000", isNamed && !HasLatin(title) ? "" : " ", StringComparison.Ordinal);
        return PassedOn(title) is { } plan
            ? new HeadReader.Heading(plan, subtitle, IssuerReader.BodyBefore(title, "关于"))
            : new HeadReader.Heading(title, subtitle, null);
    }

    /// <summary>
    /// 计划总结, and under it the labels of a page before …关于印发2023年工作要点的通知: the name of the site's section is no
    /// title. Not: a title over 来源：… and a text that passes no plan on.
    /// </summary>
    private static int PastSection(IReadOnlyList<string> lines, int first)
    {
        if (first < 0 || first + 1 >= lines.Count || MetadataLabels.LabelOf(lines[first + 1], out _) is null)
        {
            return first;
        }
        var at = first + 1;
        while (at + 1 < lines.Count && MetadataLabels.LabelOf(lines[at], out _) is not null)
        {
            at++;
        }
        return NoticeEnd(lines[at]) > 0 ? at : first;
    }

    /// <summary>The first line that can be a title: no label, number, date, addressee or sentence. -1 for none.</summary>
    private static int FirstLine(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < Math.Min(lines.Count, 30); at++)
        {
            var line = lines[at];
            if (IsSentence(line))
            {
                return NoticeEnd(line) > 0 ? at : -1;
            }
            if (
                !IsSkipped(line)
                && MetadataLabels.LabelOf(line, out _) is null
                && (at == 0 || MetadataLabels.LabelOf(lines[at - 1], out var rest) is null || rest.Length > 0)
            )
            {
                return at;
            }
        }
        return -1;
    }

    private static bool IsSkipped(string line) =>
        line.Length < 3
        || line.EndsWith('号')
        || line.EndsWith('：')
        || line.EndsWith(':')
        || line[0] is '【' or '[' or '<' or '!' or '（' or '('
        || IssueDateReader.DateAtStart(line) is not null
        || line.Contains("http", StringComparison.Ordinal)
        || !line.Any(char.IsLetter);

    private static readonly SearchValues<char> Numbers = SearchValues.Create("一二三四五六七八九十0123456789");

    /// <summary>六、保障措施, 第一章 总则, 表1 主要指标: the document goes on, its title does not.</summary>
    private static bool OpensPart(string line)
    {
        var number = line.AsSpan(line[0] == '第' ? 1 : 0);
        var digits = number.IndexOfAnyExcept(Numbers);
        return digits > 0 && (line[0] == '第' ? number[digits] is '章' or '节' : number[digits] == '、')
            || line.StartsWith("附件", StringComparison.Ordinal)
            || line.StartsWith("专栏", StringComparison.Ordinal)
            || line[0] == '表' && line.Length > 1 && char.IsAsciiDigit(line[1]);
    }

    private static bool IsSentence(string line) =>
        line.Length > LongestTitle
        || (line.Length > LongestWithComma && line.Contains('，', StringComparison.Ordinal))
        || line.EndsWith('。')
        || line.EndsWith('；')
        || line.EndsWith('，');

    private static string Joined(IReadOnlyList<string> lines, int first, out int next)
    {
        var title = "";
        next = first;
        while (next < lines.Count && next - first < MostLines)
        {
            var line = lines[next];
            var notice = NoticeEnd(title + line);
            if (notice > 0)
            {
                next++;
                return (title + line)[..notice];
            }
            if (next > first && (IsSentence(line) || IsSkipped(line) || line.StartsWith('—') || OpensPart(line)))
            {
                break;
            }
            title += line;
            next++;
            if (!IsOpen(title) && HeadWords.EndingOf(title, HeadWords.Endings) is not null)
            {
                return title;
            }
        }
        // No line ended it as titles end: then only its first line is sure, unless a mark is still open in it.
        if (HeadWords.EndingOf(title, HeadWords.Endings) is null && !IsOpen(lines[first]))
        {
            next = first + 1;
            return lines[first];
        }
        return title;
    }

    /// <summary>Where a title that ends with 的通知 ends, even where the text runs on behind it; 0 for none.</summary>
    private static int NoticeEnd(string text)
    {
        if (
            !text.Contains("关于印发", StringComparison.Ordinal) && !text.Contains("关于发布", StringComparison.Ordinal)
        )
        {
            return 0;
        }
        var at = text.IndexOf("的通知", StringComparison.Ordinal);
        return at > 0 && at < LongestTitle ? at + "的通知".Length : 0;
    }

    private static bool IsOpen(string title) =>
        title.Count(c => c == '《') > title.Count(c => c == '》')
        || title.Count(c => c == '“') > title.Count(c => c == '”')
        || title.EndsWith("关于", StringComparison.Ordinal);

    /// <summary>关于印发《X》的通知 and 关于印发X的通知 are titled X.</summary>
    private static string? PassedOn(string title)
    {
        foreach (var word in (string[])["关于印发", "关于发布"])
        {
            var at = title.IndexOf(word, StringComparison.Ordinal);
            var end = title.LastIndexOf("的通知", StringComparison.Ordinal);
            if (at >= 0 && end > at + word.Length)
            {
                var inner = title[(at + word.Length)..end];
                return inner.StartsWith('《') && inner.IndexOf('》', StringComparison.Ordinal) is > 0 and var close
                    ? inner[1..close]
                    : inner;
            }
        }
        return null;
    }

    private static bool HasLatin(string title) => title.Count(char.IsAsciiLetter) * 2 > title.Length;
}

namespace PlanIngest.Sentences;

/// <summary>
/// The depth of a heading or list mark: 第一部分 and 第一章 1, 第一节 2, 一、 3, （一） 4, 1. 5, （1） 6; 0 where a
/// heading has no mark. <see cref="Length"/>: the characters of the mark itself.
/// </summary>
internal readonly record struct OutlineMark(int Level, int Length)
{
    private const string Counts = "一二三四五六七八九十百零〇0123456789０１２３４５６７８９";

    /// <summary>The mark a line begins with; null for none. Blanks inside marks do not matter.</summary>
    public static OutlineMark? Read(ReadOnlySpan<char> line)
    {
        var at = 0;
        while (
            at < line.Length
            && (line[at] is '#' or '*' or PlanIngest.Model.Document.Hidden || PassageBuilder.IsBlank(line[at]))
        )
        {
            at++;
        }
        var rest = line[at..];
        return Chapter(rest, at) ?? Bracketed(rest, at) ?? Numbered(rest, at);
    }

    /// <summary>第一部分, 第三章, 第 二 节. Not: 第一附属医院.</summary>
    private static OutlineMark? Chapter(ReadOnlySpan<char> rest, int skipped)
    {
        if (rest.IsEmpty || rest[0] != '第')
        {
            return null;
        }
        var at = Count(rest, 1);
        if (at == 1)
        {
            return null;
        }
        at = Blank(rest, at);
        var level =
            at >= rest.Length ? -1
            : rest[at] is '章' or '篇' or '编' || rest[at..].StartsWith("部分") ? 1
            : rest[at] == '节' ? 2
            : -1;
        return level < 0 ? null : new OutlineMark(level, skipped + at + (rest[at] == '部' ? 2 : 1));
    }

    /// <summary>（一）, (3), 【二】. Not: （蒙医）.</summary>
    private static OutlineMark? Bracketed(ReadOnlySpan<char> rest, int skipped)
    {
        if (rest.IsEmpty || rest[0] is not ('（' or '(' or '【' or '〔'))
        {
            return null;
        }
        var from = Blank(rest, 1);
        var at = Count(rest, from);
        var close = Blank(rest, at);
        if (at == from || close >= rest.Length || rest[close] is not ('）' or ')' or '】' or '〕'))
        {
            return null;
        }
        return new OutlineMark(IsChinese(rest[from]) ? 4 : 6, skipped + close + 1);
    }

    /// <summary>一、, 1., 2．, 3、, 4), ①. Not: 1.5, 一是, 2020).</summary>
    private static OutlineMark? Numbered(ReadOnlySpan<char> rest, int skipped)
    {
        if (rest.IsEmpty)
        {
            return null;
        }
        if (rest[0] is >= '①' and <= '⑳')
        {
            return new OutlineMark(7, skipped + 1);
        }
        var at = Count(rest, 0);
        if (at is 0 or > 4)
        {
            return null;
        }
        var close = Blank(rest, at);
        if (close >= rest.Length)
        {
            return null;
        }
        var chinese = IsChinese(rest[0]);
        var closes =
            rest[close] == '、'
            || (rest[close] is ')' or '）' && !chinese && at <= 2)
            || (rest[close] is '.' or '．' && !chinese && !StartsDigit(rest[(close + 1)..]));
        return closes ? new OutlineMark(chinese ? 3 : 5, skipped + close + 1) : null;
    }

    private static bool StartsDigit(ReadOnlySpan<char> rest) =>
        !rest.IsEmpty && (char.IsAsciiDigit(rest[0]) || rest[0] is >= '０' and <= '９');

    private static bool IsChinese(char c) => !char.IsAsciiDigit(c) && c is not (>= '０' and <= '９');

    private static int Count(ReadOnlySpan<char> rest, int from)
    {
        var at = from;
        while (
            at < rest.Length
            && (
                Counts.Contains(rest[at])
                || (at > from && rest[at] == ' ' && at + 1 < rest.Length && Counts.Contains(rest[at + 1]))
            )
        )
        {
            at++;
        }
        return at;
    }

    private static int Blank(ReadOnlySpan<char> rest, int at)
    {
        while (at < rest.Length && PassageBuilder.IsBlank(rest[at]))
        {
            at++;
        }
        return at;
    }
}

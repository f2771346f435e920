namespace PlanIngest.Readers;

/// <summary>
/// The mark before a heading or a list item, as Chinese official writing has it, outermost kind first.
/// </summary>
public enum ListMarkKind
{
    /// <summary>第一章, 第二部分, 第三编</summary>
    Chapter,

    /// <summary>第一节</summary>
    Section,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    ChineseInBrackets,

    /// <summary>1. 1、 1．</summary>
    Arabic,

    /// <summary>（1） 1）</summary>
    ArabicInBrackets,

    /// <summary>①</summary>
    Circled,

    /// <summary>—— ● ·</summary>
    Dash,
}

/// <summary>A list mark at the beginning of a line: its kind and how many characters it takes, blanks behind it included.</summary>
public readonly record struct ListMark(ListMarkKind Kind, int Length)
{
    private const string ChineseDigits = "〇零一二三四五六七八九十百";

    /// <summary>Numbers longer than this are no list numbers.</summary>
    private const int MostDigits = 4;

    /// <summary>
    /// Reads 第一章 总则, 一、发展环境, （二）主要目标, 3．健全机制; refuses 一是, 十四五, 2025年, 3.5亿元.
    /// </summary>
    /// <param name="line">Without white space at its start.</param>
    public static ListMark? Read(ReadOnlySpan<char> line) =>
        Shape(line) is { } mark ? mark with { Length = mark.Length + Blanks(line[mark.Length..]) } : null;

    private static ListMark? Shape(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
        {
            return null;
        }
        return line[0] switch
        {
            '第' => Part(line),
            '（' or '(' or '〔' => Bracketed(line),
            >= '①' and <= '⑳' => new ListMark(ListMarkKind.Circled, 1),
            '—' or '─' or '―' => Dashes(line),
            '●' or '◆' or '■' or '▲' or '★' or '•' or '·' => new ListMark(ListMarkKind.Dash, 1),
            >= '0' and <= '9' or >= '０' and <= '９' => Arabic(line),
            _ => Chinese(line),
        };
    }

    private static ListMark? Part(ReadOnlySpan<char> line)
    {
        var digits = Math.Max(Count(line[1..], ChineseDigits), Count(line[1..], "0123456789"));
        if (digits is 0 or > MostDigits || digits + 1 >= line.Length)
        {
            return null;
        }
        return line[(digits + 1)..] switch
        {
            ['章' or '编' or '篇', ..] => new ListMark(ListMarkKind.Chapter, digits + 2),
            ['部', '分', ..] => new ListMark(ListMarkKind.Chapter, digits + 3),
            ['节', ..] => new ListMark(ListMarkKind.Section, digits + 2),
            _ => null,
        };
    }

    private static ListMark? Chinese(ReadOnlySpan<char> line)
    {
        var digits = Count(line, ChineseDigits);
        return
            digits is > 0 and <= MostDigits && digits < line.Length && line[digits] is '、' or '．' or '.' && digits > 0
            ? new ListMark(ListMarkKind.Chinese, digits + 1)
            : null;
    }

    private static ListMark? Bracketed(ReadOnlySpan<char> line)
    {
        var inner = line[1..];
        var chinese = Count(inner, ChineseDigits);
        var digits = Math.Max(chinese, Math.Max(Count(inner, "0123456789"), Count(inner, "０１２３４５６７８９")));
        return digits is > 0 and <= 3 && digits < inner.Length && inner[digits] is '）' or ')' or '〕' && digits > 0
            ? new ListMark(chinese > 0 ? ListMarkKind.ChineseInBrackets : ListMarkKind.ArabicInBrackets, digits + 2)
            : null;
    }

    private static ListMark? Arabic(ReadOnlySpan<char> line)
    {
        var digits = Math.Max(Count(line, "0123456789"), Count(line, "０１２３４５６７８９"));
        if (digits is 0 or > MostDigits || digits >= line.Length)
        {
            return null;
        }
        var follows = digits + 1 < line.Length ? line[digits + 1] : ' ';
        return line[digits] switch
        {
            '、' or '．' => new ListMark(ListMarkKind.Arabic, digits + 1),
            '.' when !char.IsDigit(follows) => new ListMark(ListMarkKind.Arabic, digits + 1),
            // 1。空气质量: a scan's 1. Not: 2020。
            '。' when digits <= 2 && char.IsLetter(follows) => new ListMark(ListMarkKind.Arabic, digits + 1),
            '）' or ')' => new ListMark(ListMarkKind.ArabicInBrackets, digits + 1),
            _ => null,
        };
    }

    private static ListMark? Dashes(ReadOnlySpan<char> line)
    {
        var dashes = Count(line, "—─―");
        return dashes is >= 2 and <= 4 ? new ListMark(ListMarkKind.Dash, dashes) : null;
    }

    private static int Blanks(ReadOnlySpan<char> rest)
    {
        var count = 0;
        while (count < rest.Length && TextLines.IsSpace(rest[count]))
        {
            count++;
        }
        return count;
    }

    private static int Count(ReadOnlySpan<char> text, string among)
    {
        var count = 0;
        while (count < text.Length && count <= MostDigits && among.Contains(text[count]))
        {
            count++;
        }
        return count;
    }
}

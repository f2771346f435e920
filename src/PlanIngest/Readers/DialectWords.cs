using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>The words by which tables in text are told from what stands around them (<c>dialect-words.tsv</c>).</summary>
internal static class DialectWords
{
    private static readonly ILookup<string, string> Words = Catalog
        .Rows("dialect-words.tsv")
        .ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly string[] Ordinals = [.. Words["ordinal"]];
    private static readonly string[] Strays = [.. Words["stray"]];
    private static readonly string[] Continuations = [.. Words["continued"]];
    private static readonly string[] Units = [.. Words["unit"]];
    private static readonly string[] Notes = [.. Words["note"]];
    private static readonly string[] Natures = [.. Words["nature"]];
    private static readonly string[] NatureHeaders = [.. Words["natures"]];
    private static readonly string[] UnitHeaders = [.. Words["units"]];
    private static readonly string[] GroupHeaders = [.. Words["groups"]];
    private static readonly HashSet<string> UnitWords = [.. Words["unitword"]];
    private static readonly string[] ValueHeaders = [.. Words["values"]];
    private static readonly string[] OfficeHeaders = [.. Words["office"]];
    private static readonly string[] NameHeaders = [.. Words["names"]];
    private static readonly string[] RowHeaders = [.. Words["rows"], .. Words["names"]];
    private static readonly string[] DatedHeaders = [.. Words["dated"]];

    /// <summary>A header cell over row numbers: 序号.</summary>
    public static bool IsOrdinalHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, Ordinals);

    /// <summary>A line left by the page: 此页删除.</summary>
    public static bool IsStray(ReadOnlySpan<char> line) => IsOneOf(line, Strays);

    /// <summary>A line that says the table goes on: 续表1.</summary>
    public static bool IsContinuation(ReadOnlySpan<char> line) => BeginsWith(line, Continuations);

    public static bool IsUnit(ReadOnlySpan<char> line) => BeginsWith(line, Units);

    public static bool IsNote(ReadOnlySpan<char> line) => BeginsWith(line, Notes);

    /// <summary>A cell that says how a goal binds: 约束性.</summary>
    public static bool IsNature(ReadOnlySpan<char> cell) => IsOneOf(cell, Natures);

    /// <summary>A header cell over natures: 属性.</summary>
    public static bool IsNatureHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, NatureHeaders);

    /// <summary>A header cell over the names of indicators: 指标名称.</summary>
    public static bool IsNameHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, NameHeaders);

    /// <summary>A header cell over values that names no time: 年度目标, 年均增速.</summary>
    public static bool IsValueHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, ValueHeaders);

    /// <summary>A header cell over units: 单位.</summary>
    public static bool IsUnitHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, UnitHeaders);

    /// <summary>A header cell over groups: 类别, 一级指标.</summary>
    public static bool IsGroupHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, GroupHeaders);

    /// <summary>
    /// A cell that is a unit: 万人, %, 元/吨, 张/千人. Only those that plans are written in; a word that is none of them is
    /// taken for a name.
    /// </summary>
    public static bool IsUnitWord(ReadOnlySpan<char> cell)
    {
        var stroke = cell.IndexOfAny('/', '／');
        var word = stroke > 0 ? cell[..stroke] : cell;
        var words = UnitWords.GetAlternateLookup<ReadOnlySpan<char>>();
        while (word.Length > 1 && word[0] is '万' or '亿' or '千' or '百' or '十' && !words.Contains(word))
        {
            word = word[1..];
        }
        return words.Contains(word);
    }

    /// <summary>A header cell over what the rows are: 年份, 县区, 项目.</summary>
    public static bool IsRowHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, RowHeaders);

    /// <summary>A header cell over the offices that answer: 责任单位.</summary>
    public static bool IsOfficeHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, OfficeHeaders);

    /// <summary>The second line of a header cell that begins with a year: 基期值, 目标.</summary>
    public static bool IsDatedHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, DatedHeaders);

    /// <summary>指 标, 单　位: the letters of a short word set apart make it up as well.</summary>
    private static bool IsOneOf(ReadOnlySpan<char> text, string[] words)
    {
        if (text.Length is > 2 and < 10 && text.ContainsAny(' ', '\u3000'))
        {
            text = text.ToString()
                .Replace(" ", "", StringComparison.Ordinal)
                .Replace("\u3000", "", StringComparison.Ordinal);
        }
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }
        return false;
    }

    private static bool BeginsWith(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }
        return false;
    }
}

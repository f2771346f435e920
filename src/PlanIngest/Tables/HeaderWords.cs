using System.Collections.Frozen;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>The wordings of <c>header-words.tsv</c>: from the words of a header cell to the role of its column.</summary>
internal static class HeaderWords
{
    /// <summary>Pairs of a traditional character and the simplified one that the wordings are written in.</summary>
    private static readonly FrozenDictionary<char, char> Simplified =
        "區区單单項项標标縣县數数總总類类屬属責责備备註注經经濟济產产業业現现狀状實实際际計计劃划預预約约領领稱称編编號号長长減减變变較较歲岁層层級级門门務务負负牽牵頭头時时間间額额價价規规結结構构內内後后從从積积產产農农園园鎮镇鄉乡盤盘設设備备資资"
            .Chunk(2)
            .DistinctBy(pair => pair[0])
            .ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    private static readonly FrozenDictionary<string, ColumnRole> Whole = Load("is");
    private static readonly FrozenDictionary<string, ColumnRole> Endings = Load("ends");
    private static readonly FrozenDictionary<string, ColumnRole> Parts = Load("has");
    private static readonly int LongestPart = Parts.Keys.Max(words => words.Length);

    public static ColumnRole RoleOf(string words) => Find(words).Role;

    /// <param name="words">As <see cref="Fold"/> leaves them.</param>
    /// <returns>The role, and which of the words say it: all, the last, or some.</returns>
    public static (ColumnRole Role, Range Said) Find(string words)
    {
        if (words.Length == 0)
        {
            return default;
        }
        if (Whole.TryGetValue(words, out var role))
        {
            return (role, ..);
        }
        var endings = Endings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var start = 1; start < words.Length; start++)
        {
            if (endings.TryGetValue(words.AsSpan(start), out role))
            {
                return (role, start..);
            }
        }
        return PartOf(words);
    }

    /// <summary>The whole of the words is a known wording.</summary>
    public static bool IsKnown(string words) => Whole.ContainsKey(words);

    /// <summary>
    /// Header words without white space, case, quotation marks, width and what stands in brackets: the form the data
    /// file is compared in.
    /// </summary>
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        var depth = 0;
        foreach (var raw in words)
        {
            var c = Simplified.GetValueOrDefault(raw, raw);
            c = c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;
            if (c is '(' or '[' or '【' or '〔')
            {
                depth++;
            }
            else if (c is ')' or ']' or '】' or '〕')
            {
                depth = Math.Max(0, depth - 1);
            }
            else if (depth == 0 && !White.Is(c) && !IsMark(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
        }
        return folded.ToString();
    }

    private static bool IsMark(char c) =>
        c
            is '"'
                or '\''
                or '“'
                or '”'
                or '‘'
                or '’'
                or ':'
                or '：'
                or '*'
                or '%'
                or ','
                or '、'
                or '·'
                or Document.Hidden;

    private static (ColumnRole Role, Range Said) PartOf(string words)
    {
        var parts = Parts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestPart, words.Length); length > 1; length--)
        {
            for (var start = words.Length - length; start >= 0; start--)
            {
                if (parts.TryGetValue(words.AsSpan(start, length), out var role))
                {
                    return (role, start..(start + length));
                }
            }
        }
        return default;
    }

    private static FrozenDictionary<string, ColumnRole> Load(string where)
    {
        var words = new Dictionary<string, ColumnRole>(StringComparer.Ordinal);
        foreach (var row in Catalog.Rows("header-words.tsv").Where(row => row[1] == where))
        {
            words.TryAdd(Fold(row[2]), Enum.Parse<ColumnRole>(row[0], ignoreCase: true));
        }
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }
}

using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>What a column of a table written one cell a line holds, as its heading says.</summary>
internal enum UnevenKind : byte
{
    /// <summary>Stands only before the first row of its group.</summary>
    Group,
    Ordinal,
    Name,
    Unit,
    Value,
    Nature,
    Office,
    Note,
}

/// <summary>
/// The header of a table written one cell a line, all of whose headings are known wordings; a heading broken over two
/// lines (2020年, 基数) is one.
/// </summary>
/// <param name="First">Index of its first cell.</param>
/// <param name="End">Index of the first cell behind it.</param>
internal sealed record UnevenHeader(int First, int End, IReadOnlyList<Span> Cells, IReadOnlyList<UnevenKind> Kinds)
{
    /// <summary>Titles and units that may stand before the header.</summary>
    private const int LatestStart = 12;
    private const int Narrowest = 4;

    public int Columns => Cells.Count;

    /// <summary>Where nothing stands between a group and a name, the first of two lines of words is the group.</summary>
    public bool MayBreakNames { get; } = Kinds.Contains(UnevenKind.Ordinal) || !Kinds.Contains(UnevenKind.Group);

    /// <summary>The column of the names.</summary>
    public int Name => Kinds.Index().First(column => column.Item == UnevenKind.Name).Index;

    /// <summary>
    /// Reads 序号, 指标, 单位, 2020年, 基数, 2025年, 目标, 属性; refuses a header with a heading that is not known (权重), and one
    /// that neither numbers its rows nor gives their units: nothing would hold a row's cells together.
    /// </summary>
    public static UnevenHeader? Find(TextLines lines, IReadOnlyList<CellLine> cells)
    {
        for (var first = 0; first < Math.Min(LatestStart, cells.Count); first++)
        {
            if (
                KindOf(lines.Slice(cells[first].Span))
                is not (UnevenKind.Group or UnevenKind.Ordinal or UnevenKind.Name)
            )
            {
                continue;
            }
            var header = From(lines, cells, first);
            if (header is not null)
            {
                return header;
            }
        }
        return null;
    }

    private static UnevenHeader? From(TextLines lines, IReadOnlyList<CellLine> cells, int first)
    {
        var words = new List<Span>();
        var kinds = new List<UnevenKind>();
        var at = first;
        for (; at < cells.Count; at++)
        {
            var text = lines.Slice(cells[at].Span);
            if (
                at > first
                && kinds[^1] == UnevenKind.Value
                && IsYear(lines, words[^1])
                && DialectWords.IsDatedHeader(text)
            )
            {
                words[^1] = words[^1].Union(cells[at].Span);
                continue;
            }
            if (KindOf(text) is not { } kind)
            {
                break;
            }
            words.Add(cells[at].Span);
            kinds.Add(kind);
        }
        if (kinds is [UnevenKind.Name, UnevenKind.Group or UnevenKind.Ordinal, ..])
        {
            // 主要指标, then 类别, 序号, 指标名称: a title before the header.
            return null;
        }
        var name = kinds.LastIndexOf(UnevenKind.Name);
        if (name < 0 && kinds.LastIndexOf(UnevenKind.Group) is >= 0 and var inner)
        {
            // 一级指标, 二级指标: the inner names the rows.
            (name, kinds[inner]) = (inner, UnevenKind.Name);
        }
        var value = kinds.IndexOf(UnevenKind.Value);
        for (var column = 0; column < name; column++)
        {
            // 考核指标 before 考核内容: the outer of two names is a group.
            kinds[column] = kinds[column] == UnevenKind.Name ? UnevenKind.Group : kinds[column];
        }
        var held = kinds.Count(kind => kind == UnevenKind.Ordinal) == 1 || kinds.Contains(UnevenKind.Unit);
        var ordered = name >= 0 && value > name && kinds.IndexOf(UnevenKind.Ordinal) < name;
        return held && ordered && words.Count >= Narrowest ? new UnevenHeader(first, at, words, kinds) : null;
    }

    private static UnevenKind? KindOf(ReadOnlySpan<char> word) =>
        DialectWords.IsOrdinalHeader(word) ? UnevenKind.Ordinal
        : DialectWords.IsGroupHeader(word) ? UnevenKind.Group
        : DialectWords.IsNameHeader(word) || IsNamesOf(word) ? UnevenKind.Name
        : DialectWords.IsUnitHeader(word) ? UnevenKind.Unit
        : DialectWords.IsNatureHeader(word) ? UnevenKind.Nature
        : word is "备注" or "说明" ? UnevenKind.Note
        : DialectWords.IsOfficeHeader(word) ? UnevenKind.Office
        : DialectWords.IsValueHeader(word) || WordRowsHeader.IsDated(word) ? UnevenKind.Value
        : null;

    /// <summary>任务指标, 发展指标, 考核内容; not 表1 主要指标, a title.</summary>
    private static bool IsNamesOf(ReadOnlySpan<char> word) =>
        word is "考核内容" or "考核事项" or "任务内容"
        || word.Length <= 6 && word.EndsWith("指标") && !word.ContainsAny(" \u3000") && word[0] is not ('表' or '附');

    private static bool IsYear(TextLines lines, Span cell) =>
        lines.Slice(cell) is { Length: 5 } word && word[4] == '年' && WordRowsHeader.IsDated(word);
}

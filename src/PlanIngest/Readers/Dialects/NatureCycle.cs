using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// Rows of a sequence of cells told by the column that says how each goal binds: 约束性, 预期性 stand the same number of
/// cells apart, but for the group cells before the first row of a group. The header ends with 属性, or with the column
/// of offices behind it.
/// </summary>
internal static class NatureCycle
{
    private const int FewestRows = 3;
    private const int Narrowest = 3;
    private const int Widest = 16;
    private const int MostGroups = 2;

    /// <summary>The column of groups is headed by a word (类别, 领域).</summary>
    private const int LongestGroupHeader = 6;

    /// <summary>The table with the index of its first and of its last cell.</summary>
    public static (TableDraft Draft, int First, int Last)? Find(TextLines lines, IReadOnlyList<CellLine> cells)
    {
        var natures = Enumerable
            .Range(0, cells.Count)
            .Where(at => DialectWords.IsNature(lines.Slice(cells[at].Span)))
            .ToList();
        if (natures.Count < FewestRows)
        {
            return null;
        }
        var headed = natures[0] - 1;
        while (headed > 0 && !DialectWords.IsNatureHeader(lines.Slice(cells[headed].Span)))
        {
            headed--;
        }
        var width = natures.Zip(natures.Skip(1), (one, next) => next - one).GroupBy(step => step).MaxBy(Seen)!.Key;
        if (headed <= 0 || width is < Narrowest or > Widest)
        {
            return null;
        }
        var behind =
            headed + 1 < natures[0] && DialectWords.IsOfficeHeader(lines.Slice(cells[headed + 1].Span)) ? 1 : 0;
        var rows = Rows(natures, headed + behind, width, behind, cells.Count);
        var groups = rows.Count == 0 ? -1 : rows.Max(row => row.Length - width);
        if (rows.Count < FewestRows || groups is < 0 or > MostGroups)
        {
            return null;
        }
        var draft = new TableDraft();
        var end = headed + behind;
        var headedBy =
            Header(lines, draft, cells, end, width, groups, joins: true)
            ?? Header(lines, draft, cells, end, width, groups, joins: false);
        if (headedBy is not { } first)
        {
            return null;
        }
        var numbered = draft.Cells.Any(cell =>
            cell.Column == groups && cell.ColumnSpan == 1 && DialectWords.IsOrdinalHeader(lines.Slice(cell.Span))
        );
        AddRows(lines, draft, cells, rows, width, groups, numbered);
        return (draft, first, rows[^1].Start + rows[^1].Length - 1);
    }

    /// <summary>A step seen more often, and of two alike the shorter.</summary>
    private static int Seen(IGrouping<int, int> steps) => steps.Count() * 100 - steps.Key;

    private static List<(int Start, int Length)> Rows(List<int> natures, int header, int width, int behind, int count)
    {
        var rows = new List<(int Start, int Length)>();
        var start = header + 1;
        foreach (var nature in natures)
        {
            var length = Math.Min(nature + behind + 1, count) - start;
            if (length < 2 || length > width + MostGroups)
            {
                break;
            }
            rows.Add((start, length));
            start += length;
        }
        return rows;
    }

    /// <summary>
    /// A row with fewer cells than columns has lost an empty one, nobody knows which: its name and nature stay, and a
    /// finding says so. Where rows are numbered and this one is not, it is its number (其中：风电).
    /// </summary>
    private static void AddRows(
        TextLines lines,
        TableDraft draft,
        IReadOnlyList<CellLine> cells,
        List<(int Start, int Length)> rows,
        int width,
        int groups,
        bool numbered
    )
    {
        foreach (var (start, length) in rows)
        {
            var row = draft.Rows;
            if (numbered && length == width - 1 && CellWords.Ordinal(lines.Slice(cells[start].Span)) < 0)
            {
                for (var at = 0; at < length; at++)
                {
                    draft.Add(new Cell(row, groups + 1 + at, cells[start + at].Span));
                }
                continue;
            }
            if (length < width)
            {
                draft.Add(new Cell(row, groups, cells[start].Span));
                var span = cells[start].Span.Union(cells[start + length - 1].Span);
                draft.ReportRagged(row + 1, length, width, span);
                continue;
            }
            for (var at = 0; at < length; at++)
            {
                draft.Add(new Cell(row, groups + width - length + at, cells[start + at].Span));
            }
        }
    }

    /// <summary>
    /// The header that ends at an index, cells broken over lines joined (2015年, 基期值): one for each column, or one
    /// fewer where none stands over the groups. Returns the index of its first cell.
    /// </summary>
    /// <param name="joins">〔累计〕 is the end of the cell before it; else it is a cell.</param>
    private static int? Header(
        TextLines lines,
        TableDraft draft,
        IReadOnlyList<CellLine> cells,
        int end,
        int width,
        int groups,
        bool joins
    )
    {
        var columns = width + groups;
        var words = new List<Span>();
        var at = end;
        while (at >= 0 && words.Count < columns && IsHeaderCell(lines, cells[at].Span))
        {
            if (words.Count >= width && lines.Slice(cells[at].Span).Length > LongestGroupHeader)
            {
                break;
            }
            var span = cells[at].Span;
            while (at > 0 && GoesOn(lines, cells[at - 1].Span, cells[at].Span, joins))
            {
                span = span.Union(cells[--at].Span);
            }
            words.Insert(0, span);
            at--;
        }
        if (words.Count < width)
        {
            return null;
        }
        var over = columns - words.Count + 1;
        for (var column = 0; column < words.Count; column++)
        {
            draft.Add(
                new Cell(0, column == 0 ? 0 : column + over - 1, words[column])
                {
                    ColumnSpan = column == 0 ? over : 1,
                    Inferred = column == 0 && over > 1,
                    Header = true,
                }
            );
        }
        return at + 1;
    }

    private static bool IsHeaderCell(TextLines lines, Span cell) =>
        BareCellsDialect.IsHeaderCell(lines.Slice(cell))
        && !Captions.IsNumberedTitle(lines.Slice(cell))
        && !DialectWords.IsUnit(lines.Slice(cell));

    /// <summary>〔累计〕 goes on with 年均增速, 基期值 with 2015年.</summary>
    private static bool GoesOn(TextLines lines, Span before, Span cell, bool joins)
    {
        var words = lines.Slice(cell);
        return joins && words is ['〔' or '[' or '（' or '(' or '［' or '【', ..]
            || lines.Slice(before) is [>= '0' and <= '9', .., '年'] && DialectWords.IsDatedHeader(words);
    }
}

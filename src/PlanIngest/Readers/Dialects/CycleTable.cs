using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>Makes the table of a cycle of cells: group cells in front, the header fitted to the columns.</summary>
internal static class CycleTable
{
    /// <param name="headerStart">Index of the first header cell; the cells between it and the first row are the header.</param>
    /// <param name="headerLength">Number of header cells.</param>
    public static TableDraft? Draft(
        TextLines lines,
        IReadOnlyList<CellLine> cells,
        CellCycle cycle,
        int headerStart,
        int headerLength
    )
    {
        var columns = cycle.Width + cycle.Groups;
        var draft = new TableDraft();
        if (!AddHeader(lines, draft, cells, cycle, headerStart, headerLength, columns))
        {
            return null;
        }
        var bodyStart = headerStart + headerLength;
        for (var row = 0; row < cycle.Starts.Count; row++)
        {
            var start = cycle.Starts[row];
            var before = row == 0 ? bodyStart : cycle.Starts[row - 1] + cycle.Width;
            AddGroups(draft, cells, row + 1, before, start, cycle.Groups);
            for (var offset = 0; offset < cycle.Width && start + offset < cells.Count; offset++)
            {
                draft.Add(new Cell(row + 1, cycle.Groups + offset, cells[start + offset].Span));
            }
        }
        return draft;
    }

    private static void AddGroups(
        TableDraft draft,
        IReadOnlyList<CellLine> cells,
        int row,
        int before,
        int start,
        int groups
    )
    {
        // Fewer group cells than group columns: the inner groups change, the outer ones go on.
        for (var at = before; at < start; at++)
        {
            draft.Add(new Cell(row, groups - (start - at), cells[at].Span));
        }
    }

    /// <summary>
    /// A header one cell short leaves the column of row numbers without a word of its own: 主要指标 then stands over the
    /// number and the name.
    /// </summary>
    private static bool AddHeader(
        TextLines lines,
        TableDraft draft,
        IReadOnlyList<CellLine> cells,
        CellCycle cycle,
        int start,
        int length,
        int columns
    )
    {
        var shares = length == columns - 1 && !Enumerable.Range(start, length).Any(at => IsOrdinal(lines, cells[at]));
        if (length != columns && !shares)
        {
            return false;
        }
        for (var (at, column) = (start, 0); at < start + length; at++)
        {
            var span = shares && column == cycle.Groups ? 2 : 1;
            draft.Add(
                new Cell(0, column, cells[at].Span)
                {
                    ColumnSpan = span,
                    Inferred = span > 1,
                    Header = true,
                }
            );
            column += span;
        }
        return true;
    }

    /// <summary>
    /// Where the header stands that ends before an index: as many cells as columns, or one fewer where none of them
    /// stands over the row numbers. Cells before it are no part of the table (a title). Null where there is no room.
    /// </summary>
    public static (int Start, int Length)? HeaderBefore(
        TextLines lines,
        IReadOnlyList<CellLine> cells,
        CellCycle cycle,
        int end
    )
    {
        var columns = cycle.Width + cycle.Groups;
        var named = end >= columns && IsOrdinal(lines, cells[end - columns + cycle.Groups]);
        var length = named ? columns : columns - 1;
        return end >= length ? (end - length, length) : null;
    }

    public static bool IsOrdinal(TextLines lines, CellLine cell) =>
        DialectWords.IsOrdinalHeader(lines.Slice(cell.Span));
}

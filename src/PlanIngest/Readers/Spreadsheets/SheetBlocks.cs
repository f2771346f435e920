namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Tells the tables of a sheet apart: cuts it at blank rows, the bands at blank columns, and so on by turns; then joins
/// what a blank row or column inside one table had cut.
/// </summary>
internal static class SheetBlocks
{
    /// <summary>In reading order: bands from the top down, in a band from the left.</summary>
    public static List<SheetBlock> Of(IReadOnlyList<SheetCell> cells, SheetSettings settings)
    {
        var blocks = new List<SheetBlock>();
        if (cells.Count > 0)
        {
            Cut(new SheetBlock(cells), settings.Cuts, blocks);
        }
        return blocks;
    }

    private static void Cut(SheetBlock block, int turns, List<SheetBlock> found)
    {
        foreach (var band in Joined(Bands(block), BelongsBelow).SelectMany(StackedTables.Of))
        {
            var (head, body) = WithoutTitles(band);
            var parts = body is null ? [] : Joined(Columns(body), BelongsBeside);
            if (parts.Count < 2)
            {
                found.Add(band);
                continue;
            }
            if (head is not null)
            {
                found.Add(head);
            }
            foreach (var part in parts)
            {
                if (turns > 0)
                {
                    Cut(part, turns - 1, found);
                }
                else
                {
                    found.Add(part);
                }
            }
        }
    }

    /// <summary>
    /// Cut at blank rows, and where two tables touch at a corner only: all above ends where all below begins, or the
    /// other way round.
    /// </summary>
    private static List<SheetBlock> Bands(SheetBlock block)
    {
        var below = new (int Left, int Right)[block.Cells.Count + 1];
        below[^1] = (int.MaxValue, 0);
        for (var at = block.Cells.Count - 1; at >= 0; at--)
        {
            var cell = block.Cells[at];
            below[at] = (Math.Min(below[at + 1].Left, cell.Column), Math.Max(below[at + 1].Right, cell.ColumnEnd));
        }
        var bands = new List<SheetBlock>();
        var cells = new List<SheetCell>();
        var (end, left, right) = (block.Top, int.MaxValue, 0);
        for (var at = 0; at < block.Cells.Count; at++)
        {
            var cell = block.Cells[at];
            var isCorner = cell.Row == end && (right <= below[at].Left || left >= below[at].Right);
            if (cells.Count > 0 && (cell.Row > end || isCorner))
            {
                bands.Add(new SheetBlock(cells));
                cells = [];
                (left, right) = (int.MaxValue, 0);
            }
            cells.Add(cell);
            end = Math.Max(end, cell.RowEnd);
            (left, right) = (Math.Min(left, cell.Column), Math.Max(right, cell.ColumnEnd));
        }
        bands.Add(new SheetBlock(cells));
        return bands;
    }

    private static List<SheetBlock> Columns(SheetBlock block)
    {
        // Which part each column is of: a column that no cell reaches ends one.
        var filled = new bool[block.Right - block.Left];
        foreach (var cell in block.Cells)
        {
            Array.Fill(filled, true, cell.Column - block.Left, cell.ColumnEnd - cell.Column);
        }
        var parts = new int[filled.Length];
        for (var at = 1; at < parts.Length; at++)
        {
            parts[at] = parts[at - 1] + (filled[at] && !filled[at - 1] ? 1 : 0);
        }
        return parts[^1] == 0
            ? [block]
            : [.. block.Cells.GroupBy(cell => parts[cell.Column - block.Left]).OrderBy(part => part.Key).Select(Part)];

        static SheetBlock Part(IEnumerable<SheetCell> cells) => new([.. cells]);
    }

    private static SheetBlock InOrder(List<SheetCell> cells) =>
        new([.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]);

    /// <summary>The rows of single cells at the top, which reach over whatever stands below them, and the rest.</summary>
    private static (SheetBlock? Head, SheetBlock? Body) WithoutTitles(SheetBlock band)
    {
        var rows = band.Rows();
        var titles = rows.TakeWhile(row => row.Count == 1).Count();
        return (
            titles == 0 ? null : new SheetBlock([.. rows.Take(titles).SelectMany(row => row)]),
            titles == rows.Count ? null : new SheetBlock([.. rows.Skip(titles).SelectMany(row => row)])
        );
    }

    private static List<SheetBlock> Joined(List<SheetBlock> parts, Func<SheetBlock, SheetBlock, bool> belong)
    {
        var joined = new List<SheetBlock>();
        var waiting = new List<SheetBlock>();
        foreach (var part in parts)
        {
            if (waiting.Count > 0 && !belong(waiting[^1], part))
            {
                joined.Add(United(waiting));
                waiting = [];
            }
            waiting.Add(part);
        }
        joined.Add(United(waiting));
        return joined;
    }

    private static SheetBlock United(List<SheetBlock> parts) =>
        parts.Count == 1 ? parts[0] : InOrder([.. parts.SelectMany(part => part.Cells)]);

    /// <summary>
    /// A band goes on the table above it when it begins in the same column, is no wider, and begins with a row of
    /// values: a table of its own begins with words.
    /// </summary>
    private static bool BelongsBelow(SheetBlock above, SheetBlock below) =>
        above.Left == below.Left
        && below.Right <= above.Right
        && above.Rows()[^1].Count > 1
        && below.Rows()[0] is { Count: > 1 } first
        && first.Skip(1).Any(cell => SheetWords.IsValue(cell.Text));

    /// <summary>
    /// A part goes on the table to its left when it begins beside its header and one of the two is no table without
    /// the other: the left has no values, or the right no names among its first two columns.
    /// </summary>
    private static bool BelongsBeside(SheetBlock left, SheetBlock right)
    {
        if (right.Top > left.Top + 1 || left.Bottom - left.Top < 2)
        {
            return false;
        }
        var columns = Tally(right);
        return columns.Count == 1
            || columns.Take(2).All(column => column.Names <= column.Values)
            || Tally(left).Skip(1).All(column => column.Values <= column.Names);
    }

    /// <summary>How many names and values each column holds below the top row, from the left.</summary>
    private static List<(int Names, int Values)> Tally(SheetBlock block)
    {
        var columns = new SortedDictionary<int, (int Names, int Values)>();
        foreach (var cell in block.Cells)
        {
            var (names, values) = columns.GetValueOrDefault(cell.Column);
            columns[cell.Column] =
                cell.Row == block.Top ? (names, values)
                : SheetWords.IsValue(cell.Text) ? (names, values + 1)
                : (names + 1, values);
        }
        return [.. columns.Values];
    }
}

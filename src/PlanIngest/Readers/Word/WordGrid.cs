namespace PlanIngest.Readers.Word;

/// <summary>
/// The cells of a Word table at their true places: spans across and down counted out, and the grid columns dropped
/// that only the drawing of the table needs.
/// </summary>
internal static class WordGrid
{
    /// <summary>
    /// Two edges nearer than this (a tenth of an inch, in twentieths of a point) are one edge drawn by hand twice:
    /// no cell of text is as narrow, and hand-drawn rows differ by one to two millimetres.
    /// </summary>
    private const int SameEdge = 144;

    public static (int Rows, int Columns, IReadOnlyList<PlacedCell> Cells) Lay(WordTable table, ReaderLimits limits)
    {
        var cells = Placed(table, limits.Columns);
        var columns = Compact(cells, table.GridWidths);
        return (table.Rows.Count, columns, cells.Where(cell => cell.Columns > 0).ToList());
    }

    private static List<PlacedCell> Placed(WordTable table, int limit)
    {
        var cells = new List<PlacedCell>();
        var open = new Dictionary<int, PlacedCell>();
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var at = Math.Min(table.Rows[row].Before, limit);
            var going = new Dictionary<int, PlacedCell>();
            foreach (var cell in table.Rows[row].Cells)
            {
                var width = Math.Min(cell.Width, limit - at);
                if (width == 0)
                {
                    break;
                }
                if (cell.Down == Merge.GoesOn && open.TryGetValue(at, out var above) && above.Columns == width)
                {
                    above.Rows++;
                    going[at] = above;
                }
                else
                {
                    var placed = new PlacedCell(cell, table.Rows[row].Header, row, at) { Columns = width };
                    cells.Add(placed);
                    if (cell.Down != Merge.None)
                    {
                        going[at] = placed;
                    }
                }
                at += width;
            }
            open = going;
        }
        return cells;
    }

    /// <summary>Renumbers columns so that each begins a cell; gives their count.</summary>
    private static int Compact(List<PlacedCell> cells, IReadOnlyList<int> widths)
    {
        var last = cells.Max(cell => cell.Column + cell.Columns);
        var used = new bool[last + 1];
        var thinnest = new Dictionary<int, int>();
        foreach (var cell in cells)
        {
            var end = cell.Column + cell.Columns;
            used[cell.Column] = used[end] = true;
            thinnest[end] = Math.Max(thinnest.GetValueOrDefault(end, -1), cell.Column);
        }
        used[0] = true;
        var position = new int[last + 1];
        for (var edge = 1; edge <= last; edge++)
        {
            position[edge] = position[edge - 1] + (edge <= widths.Count ? widths[edge - 1] : SameEdge);
        }
        var number = new int[last + 1];
        var (group, first) = (0, 0);
        for (var edge = 1; edge <= last; edge++)
        {
            var isNew = position[edge] - position[first] >= SameEdge || thinnest.GetValueOrDefault(edge, -1) >= first;
            if (used[edge] && isNew)
            {
                group++;
                first = edge;
            }
            number[edge] = group;
        }
        foreach (var cell in cells)
        {
            var end = number[cell.Column + cell.Columns];
            cell.Column = number[cell.Column];
            cell.Columns = end - cell.Column;
        }
        return group;
    }

    /// <summary>A cell being placed; its counts grow while rows are read.</summary>
    internal sealed class PlacedCell(WordCell cell, bool header, int row, int column)
    {
        public WordCell Cell => cell;
        public bool Header => header;
        public int Row => row;
        public int Rows { get; set; } = 1;
        public int Column { get; set; } = column;
        public int Columns { get; set; }
    }
}

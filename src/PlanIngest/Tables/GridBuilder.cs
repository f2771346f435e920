using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>Lays cells out as a <see cref="Grid"/>; linear in the cells and the places they cover.</summary>
internal static class GridBuilder
{
    public static Grid Build(Document document, Table table)
    {
        var cells = table.Cells;
        var spread = Places(table) <= TableSettings.PlacesPerCell * cells.Count + TableSettings.FreePlaces;
        var starts = RowStarts(table, spread);
        var places = new int[starts[^1]];
        Array.Fill(places, Grid.None);
        var merged = false;
        for (var index = 0; index < cells.Count; index++)
        {
            var cell = cells[index];
            merged |= cell.RowSpan > 1 && !cell.Inferred;
            var last = Math.Min(cell.Row + (spread ? cell.RowSpan : 1), table.Rows);
            for (var row = cell.Row; row < last; row++)
            {
                var line = places.AsSpan(starts[row], starts[row + 1] - starts[row]);
                var close = Math.Min(cell.Column + (spread ? cell.ColumnSpan : 1), line.Length);
                for (var column = cell.Column; column < close; column++)
                {
                    if (row == cell.Row || line[column] == Grid.None)
                    {
                        line[column] = index;
                    }
                }
            }
        }
        return new Grid(document, table, places, starts, merged);
    }

    private static long Places(Table table)
    {
        var sum = 0L;
        foreach (var cell in table.Cells)
        {
            sum += (long)Math.Min(cell.RowSpan, table.Rows) * Math.Min(cell.ColumnSpan, table.Columns);
        }
        return sum;
    }

    private static int[] RowStarts(Table table, bool spread)
    {
        var widths = new int[table.Rows + 1];
        foreach (var cell in table.Cells)
        {
            var width = Math.Min(cell.Column + (spread ? cell.ColumnSpan : 1), table.Columns);
            var last = Math.Min(cell.Row + (spread ? cell.RowSpan : 1), table.Rows);
            for (var row = cell.Row; row < last; row++)
            {
                widths[row] = Math.Max(widths[row], width);
            }
        }
        var at = 0;
        for (var row = 0; row <= table.Rows; row++)
        {
            (widths[row], at) = (at, at + widths[row]);
        }
        return widths;
    }
}

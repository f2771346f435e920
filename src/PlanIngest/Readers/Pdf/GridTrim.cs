namespace PlanIngest.Readers.Pdf;

/// <summary>Leaves out the rows and columns of a grid that hold nothing of their own: double lines, margins, gaps.</summary>
public static class GridTrim
{
    public static GridTable Trim(GridTable table)
    {
        var rows = new bool[table.Rows];
        var columns = new bool[table.Columns];
        foreach (var cell in table.Cells)
        {
            if (cell.Lines.Count > 0)
            {
                // A cell keeps the first of its rows and columns; those only crossed by merged cells go.
                rows[cell.Row] = true;
                columns[cell.Column] = true;
            }
        }
        KeepOuter(table, rows, columns);
        var newRow = Renumber(rows);
        var newColumn = Renumber(columns);
        var cells = new List<GridCell>();
        foreach (var cell in table.Cells)
        {
            var rowSpan = newRow[cell.Row + cell.RowSpan] - newRow[cell.Row];
            var columnSpan = newColumn[cell.Column + cell.ColumnSpan] - newColumn[cell.Column];
            if (rowSpan > 0 && columnSpan > 0)
            {
                cells.Add(
                    cell with
                    {
                        Row = newRow[cell.Row],
                        Column = newColumn[cell.Column],
                        RowSpan = rowSpan,
                        ColumnSpan = columnSpan,
                    }
                );
            }
        }
        return table with { Rows = newRow[^1], Columns = newColumn[^1], Cells = cells };
    }

    /// <summary>An empty row or column high or wide enough to be one, drawn between full ones, stays.</summary>
    private static void KeepOuter(GridTable table, bool[] rows, bool[] columns)
    {
        foreach (var cell in table.Cells)
        {
            if (cell.RowSpan == 1 && cell.Box.Height > 3 * PdfTolerances.ThinBand && cell.ColumnSpan < table.Columns)
            {
                rows[cell.Row] = true;
            }
            if (cell.ColumnSpan == 1 && cell.Box.Width > 4 * PdfTolerances.ThinBand)
            {
                columns[cell.Column] = true;
            }
        }
    }

    private static int[] Renumber(bool[] kept)
    {
        var numbers = new int[kept.Length + 1];
        for (var i = 0; i < kept.Length; i++)
        {
            numbers[i + 1] = numbers[i] + (kept[i] ? 1 : 0);
        }
        return numbers;
    }
}

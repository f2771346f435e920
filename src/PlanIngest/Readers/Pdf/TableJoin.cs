namespace PlanIngest.Readers.Pdf;

/// <summary>
/// A table that goes on over the page: the last thing of one page and the first of the next, with the same columns. A
/// head that stands again is left out.
/// </summary>
public static class TableJoin
{
    /// <summary>The sides of columns stand this near, in points, from page to page.</summary>
    private const double SameSide = 8;

    public static PageTable Begin(PdfPage page, GridTable table) =>
        new(table.Rows, table.Columns, [.. table.Cells.Select(cell => new PageCell(cell, page))], page, table.Box);

    /// <summary>The joined table; null where they are two.</summary>
    public static PageTable? Join(PageTable above, bool aboveInferred, PdfPage page, GridTable below)
    {
        var head = above.Columns == below.Columns ? RepeatedRows(above, below) : 0;
        if (head == 0)
        {
            if (aboveInferred || below.Inferred || OnColumnsOf(above, below) is not { } fitted)
            {
                return null;
            }
            below = fitted;
        }
        var rest = below.Cells.Where(cell => cell.Row >= head).Select(cell => cell with { Row = cell.Row - head });
        return RowsOverPages.Append(above, [.. rest], below.Rows - head, page);
    }

    /// <summary>How many rows at the top of both say the same.</summary>
    private static int RepeatedRows(PageTable above, GridTable below)
    {
        var same = 0;
        while (same < above.Rows && same < below.Rows - 1)
        {
            var first = above.Cells.Where(cell => cell.Cell.Row == same).Select(cell => Key(cell.Cell));
            var second = below.Cells.Where(cell => cell.Row == same).Select(Key);
            if (!first.SequenceEqual(second))
            {
                break;
            }
            same++;
        }
        // A cell that reaches down out of the repeated rows would be cut in two.
        while (same > 0 && below.Cells.Any(cell => cell.Row < same && cell.Row + cell.RowSpan > same))
        {
            same--;
        }
        return below.Cells.Any(cell => cell.Row < same && cell.Lines.Count > 0) ? same : 0;
    }

    private static (int Column, int ColumnSpan, int RowSpan, string Text) Key(GridCell cell) =>
        (cell.Column, cell.ColumnSpan, cell.RowSpan, cell.Text);

    /// <summary>
    /// The lower table over the columns of the upper, whose sides its own are among; null where they are not. A part of
    /// a table may have no row that uses all of its columns.
    /// </summary>
    private static GridTable? OnColumnsOf(PageTable above, GridTable below)
    {
        var sides = new double[above.Columns + 1];
        foreach (var (cell, _) in above.Cells)
        {
            sides[cell.Column] = cell.Box.X0;
            sides[cell.Column + cell.ColumnSpan] = cell.Box.X1;
        }
        var cells = new List<GridCell>();
        foreach (var cell in below.Cells)
        {
            var first = Array.FindIndex(sides, side => Math.Abs(side - cell.Box.X0) < SameSide);
            var end = Array.FindIndex(sides, side => Math.Abs(side - cell.Box.X1) < SameSide);
            if (first < 0 || end <= first)
            {
                return null;
            }
            cells.Add(cell with { Column = first, ColumnSpan = end - first });
        }
        var whole = Math.Abs(sides[0] - below.Box.X0) < SameSide && Math.Abs(sides[^1] - below.Box.X1) < SameSide;
        return whole ? below with { Columns = above.Columns, Cells = cells } : null;
    }
}

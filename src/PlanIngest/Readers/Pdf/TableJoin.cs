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
        if (above.Columns != below.Columns)
        {
            return null;
        }
        var head = RepeatedRows(above, below);
        if (head == 0 && (aboveInferred || below.Inferred || !SameColumns(above, below)))
        {
            return null;
        }
        var shift = above.Rows - head;
        var cells = above.Cells.ToList();
        foreach (var cell in below.Cells.Where(cell => cell.Row >= head))
        {
            cells.Add(new PageCell(cell with { Row = cell.Row + shift }, page));
        }
        return above with { Rows = above.Rows + below.Rows - head, Cells = cells };
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

    private static bool SameColumns(PageTable above, GridTable below)
    {
        var sides = new double?[above.Columns];
        foreach (var (cell, _) in above.Cells)
        {
            sides[cell.Column] = cell.Box.X0;
        }
        return below.Cells.All(cell => sides[cell.Column] is { } side && Math.Abs(side - cell.Box.X0) < SameSide);
    }
}

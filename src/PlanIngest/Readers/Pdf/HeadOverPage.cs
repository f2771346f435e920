namespace PlanIngest.Readers.Pdf;

/// <summary>
/// The head of an unruled table left behind as the last line of a page, its rows on the next: 领域 │ 主要指标 │ 2020年 │
/// 2025年. Its words must keep to the columns of the rows; a sentence, and the rows of another table, do not.
/// </summary>
internal static class HeadOverPage
{
    /// <summary>Fewer pieces stand under one another by chance.</summary>
    private const int FewestPieces = 3;

    /// <summary>The table with its head; null where the line is none.</summary>
    public static PageTable? Begin(TextLine line, PdfPage above, PdfPage page, GridTable below)
    {
        if (!below.Inferred || line.Pieces.Count < FewestPieces || below.Columns - line.Pieces.Count > 1)
        {
            return null;
        }
        var separators = Separators(below);
        var head = AlignedRow.Of(line, separators, isCore: false, []);
        var first = below.Cells.Where(cell => cell.Row == 0).OrderBy(cell => cell.Column).ToList();
        if (
            head.Cells.Count != line.Pieces.Count
            || head.Cells.Sum(cell => cell.Last - cell.First + 1) < below.Columns
            || head.Cells.Any(cell => cell.IsValue && !cell.Text.Contains('年'))
            || !first.Exists(cell => PieceLook.IsValue(cell.Text))
        )
        {
            return null;
        }
        double[] xs = [below.Box.X0, .. separators, below.Box.X1];
        var cells = head.Cells.Select(cell => new PageCell(
            new GridCell(
                0,
                cell.First,
                1,
                cell.Last - cell.First + 1,
                new Rect(xs[cell.First], line.Box.Y0, xs[cell.Last + 1], line.Box.Y1),
                cell.Lines
            ),
            above
        ));
        var rows = below.Cells.Select(cell => new PageCell(cell with { Row = cell.Row + 1 }, page));
        return new PageTable(below.Rows + 1, below.Columns, [.. cells, .. rows], above, line.Box);
    }

    private static double[] Separators(GridTable table)
    {
        var sides = new double[table.Columns + 1];
        foreach (var cell in table.Cells)
        {
            sides[cell.Column] = cell.Box.X0;
            sides[cell.Column + cell.ColumnSpan] = cell.Box.X1;
        }
        return sides[1..^1];
    }
}

namespace PlanIngest.Readers.Pdf;

/// <summary>Whether aligned lines are a table at all. Refuses prose in columns, lists with marks, contents with pages.</summary>
public static class TableSense
{
    public static bool IsTable(IReadOnlyList<AlignedRow> rows, int columns, IReadOnlyList<Ruling> level, Rect box)
    {
        var full = rows.Where(row => row.Cells.Count >= 2).ToList();
        var wide = level.Count(line => line.Box.Width > 0.6 * box.Width);
        if (full.Count < (wide >= 2 ? 1 : 3))
        {
            return false;
        }
        var values = full.Sum(row => row.Cells.Count(cell => cell.First > 0 && cell.IsValue));
        var others = full.Sum(row => row.Cells.Count(cell => cell.First > 0)) - values;
        var prose = full.Sum(row => row.Cells.Count(cell => WordText.Letters(cell.Text) > PdfTolerances.ProsePiece));
        var pieces = full.Sum(row => row.Cells.Count);
        if (IsList(full) || IsContents(full, columns))
        {
            return false;
        }
        if (wide >= 2)
        {
            return prose * 2 <= pieces || values >= others;
        }
        if (columns == 2)
        {
            return values > 2 * others && prose * 4 <= pieces;
        }
        return values >= others / 2 && prose * 4 <= pieces;
    }

    private static bool IsList(List<AlignedRow> rows) =>
        rows.Count(row => row.Cells[0].First == 0 && PieceLook.IsListMark(row.Cells[0].Text) && row.Cells.Count == 2)
            * 3
        > rows.Count * 2;

    private static bool IsContents(List<AlignedRow> rows, int columns) =>
        columns <= 3
        && rows.Count(row => row.Cells[0].Text.Contains("....", StringComparison.Ordinal)) * 2 > rows.Count
        && rows.All(row => row.Cells[^1].Text.All(char.IsDigit));
}

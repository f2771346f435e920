namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Rows put under those of the page before. The page may have broken a row, whose cells go on, and a merged cell at the
/// left, which stands empty on the second page.
/// </summary>
internal static class RowsOverPages
{
    /// <summary>In em: words that reach this near to the side of their cell go on in another line.</summary>
    private const double FullLine = 1.6;

    public static PageTable Append(PageTable above, IReadOnlyList<GridCell> below, int rows, PdfPage page)
    {
        var cells = above.Cells.ToList();
        var broken = BreaksRow(above, below);
        var shift = above.Rows - (broken ? 1 : 0);
        foreach (var cell in below)
        {
            if (broken && cell.Row == 0)
            {
                GoOn(cells, cell, above.Rows - 1);
            }
            else if (!broken && cell is { Row: 0, Column: 0, Lines.Count: 0 } && HasWords(below, row: 0))
            {
                Extend(cells, cell, above.Rows, page);
            }
            else
            {
                cells.Add(new PageCell(cell with { Row = cell.Row + shift }, page));
            }
        }
        return above with { Rows = rows + shift, Cells = cells };
    }

    /// <summary>
    /// Each cell of the second page's first row goes on a full last line of the cell over it, and begins no item.
    /// </summary>
    private static bool BreaksRow(PageTable above, IReadOnlyList<GridCell> below)
    {
        var first = below.Where(cell => cell.Row == 0).ToList();
        if (first.Exists(cell => cell.RowSpan > 1) || !HasWords(below, row: 0))
        {
            return false;
        }
        foreach (var cell in first)
        {
            var over = above
                .Cells.FirstOrDefault(other =>
                    other.Cell?.Column == cell.Column && other.Cell.Row + other.Cell.RowSpan == above.Rows
                )
                .Cell;
            var full = over?.Lines is [.., var line] && over.Box.X1 - line.Box.X1 < FullLine * line.Size;
            if (
                cell.Lines.Count > 0
                    ? !full || BeginsItem(cell.Text)
                    : over is null || over.ColumnSpan != cell.ColumnSpan
            )
            {
                return false;
            }
        }
        return true;
    }

    private static bool BeginsItem(string text) => ListMark.Read(text) is not null || PieceLook.IsValue(text);

    private static bool HasWords(IReadOnlyList<GridCell> cells, int row) =>
        cells.Any(cell => cell.Row == row && cell.Lines.Count > 0);

    private static void GoOn(List<PageCell> cells, GridCell part, int row)
    {
        var at = cells.FindIndex(other =>
            other.Cell.Column == part.Column && other.Cell.Row + other.Cell.RowSpan == row + 1
        );
        if (at >= 0 && part.Lines.Count > 0)
        {
            var whole = cells[at].Cell;
            cells[at] = cells[at] with { Cell = whole with { Lines = [.. whole.Lines, .. part.Lines] } };
        }
    }

    private static void Extend(List<PageCell> cells, GridCell empty, int rows, PdfPage page)
    {
        var at = cells.FindIndex(other => other.Cell.Column == 0 && other.Cell.Row + other.Cell.RowSpan == rows);
        if (at >= 0 && cells[at].Cell is { Lines.Count: > 0 } group && group.ColumnSpan == empty.ColumnSpan)
        {
            cells[at] = cells[at] with { Cell = group with { RowSpan = group.RowSpan + empty.RowSpan } };
        }
        else
        {
            cells.Add(new PageCell(empty with { Row = rows }, page));
        }
    }
}

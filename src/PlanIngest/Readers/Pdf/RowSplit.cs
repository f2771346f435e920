namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Ruled rows that hold several rows without lines between them: values stand under values in one field, at the same
/// heights as words in the others.
/// </summary>
public static class RowSplit
{
    public static GridTable Split(GridTable table)
    {
        var cells = table.Cells.ToList();
        var rows = table.Rows;
        var inferred = table.Inferred;
        for (var row = table.Rows - 1; row >= 0; row--)
        {
            if (Parts(table, cells, row) is not { } parts)
            {
                continue;
            }
            inferred = true;
            rows += parts.Count - 1;
            cells = Replace(cells, row, parts, table);
        }
        return table with { Rows = rows, Cells = cells, Inferred = inferred };
    }

    /// <summary>The rows a ruled row falls into; null where it is one.</summary>
    private static IReadOnlyList<IReadOnlyList<AlignedCell>>? Parts(GridTable table, List<GridCell> cells, int row)
    {
        var own = cells.Where(cell => cell.Row == row && cell.RowSpan == 1 && cell.Lines.Count > 0).ToList();
        var stacked = own.Where(cell => cell.Lines.Count > 1).ToList();
        if (stacked.Count < 2 || own.Exists(cell => cell.ColumnSpan > 1 && cell.Lines.Count > 1))
        {
            return null;
        }
        var columns = stacked
            .Where(cell =>
                cell.Column > 0
                && cell.Lines.All(line => PieceLook.IsValue(line.Text()))
                && cell.Lines.Count(line => line.Text().Any(char.IsDigit)) > 1
            )
            .ToList();
        var lines = LineBuilder.Build(own.SelectMany(cell => cell.Lines.SelectMany(line => line.Words)));
        var full = lines.Count(line => line.Pieces.Count > 1);
        if (Interleave(lines) || columns.Count == 0 || columns.Count * 2 < stacked.Count - 1 || full < 2)
        {
            return null;
        }
        var separators = Separators(table, cells, row);
        var aligned = lines.Select(line => AlignedRow.Of(line, separators, isCore: true, [])).ToList();
        var parts = RowJoin.JoinBody(aligned, [], own.Select(cell => cell.Box).Aggregate((a, b) => a.Union(b)));
        return parts.Count > 1 ? parts : null;
    }

    /// <summary>A cell of one line stands beside the middle of one of two: the lines are no rows.</summary>
    private static bool Interleave(IReadOnlyList<TextLine> lines) =>
        lines
            .Zip(lines.Skip(1))
            .Any(pair => pair.First.Box.Y1 - pair.Second.Box.Y0 > PdfTolerances.Interleaved * pair.First.Size);

    /// <summary>The sides between the columns of the table, at which the words of a row part.</summary>
    private static List<double> Separators(GridTable table, List<GridCell> cells, int row)
    {
        var sides = new double[table.Columns];
        foreach (var cell in cells.OrderBy(cell => cell.Row == row ? 1 : 0))
        {
            sides[cell.Column] = cell.Box.X0;
        }
        return [.. sides.Skip(1)];
    }

    private static List<GridCell> Replace(
        List<GridCell> cells,
        int row,
        IReadOnlyList<IReadOnlyList<AlignedCell>> parts,
        GridTable table
    )
    {
        var more = parts.Count - 1;
        var replaced = new List<GridCell>();
        foreach (var cell in cells)
        {
            if (cell.Row > row)
            {
                replaced.Add(cell with { Row = cell.Row + more });
            }
            else if (cell.Row + cell.RowSpan > row && (cell.RowSpan > 1 || cell.Row < row))
            {
                replaced.Add(cell with { RowSpan = cell.RowSpan + more });
            }
            else if (cell.Row < row)
            {
                replaced.Add(cell);
            }
        }
        var free = cells
            .Where(cell => cell.Row == row && cell.RowSpan == 1)
            .SelectMany(cell => Enumerable.Range(cell.Column, cell.ColumnSpan))
            .ToHashSet();
        for (var part = 0; part < parts.Count; part++)
        {
            foreach (var cell in parts[part])
            {
                if (Enumerable.Range(cell.First, cell.Last - cell.First + 1).All(free.Contains))
                {
                    var span = cell.Last - cell.First + 1;
                    replaced.Add(new GridCell(row + part, cell.First, 1, span, cell.Box, cell.Lines));
                }
            }
        }
        return [.. replaced.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
    }
}

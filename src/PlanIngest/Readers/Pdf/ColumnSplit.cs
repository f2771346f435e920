namespace PlanIngest.Readers.Pdf;

/// <summary>Ruled columns that hold several columns without a line between them: white parts the words of most lines.</summary>
public static class ColumnSplit
{
    public static GridTable Split(GridTable table)
    {
        for (var column = table.Columns - 1; column >= 0; column--)
        {
            var separators = Separators(table, column);
            if (separators.Count > 0)
            {
                table = Part(table, column, separators);
            }
        }
        return table;
    }

    private static IReadOnlyList<double> Separators(GridTable table, int column)
    {
        var lines = table
            .Cells.Where(cell => cell.Column == column && cell.ColumnSpan == 1)
            .SelectMany(cell => cell.Lines)
            .ToList();
        var several = lines.Where(line => line.Pieces.Count > 1).ToList();
        if (several.Count < 3 || several.Count * 2 < lines.Count)
        {
            return [];
        }
        var values = several.Sum(line => line.Pieces.Skip(1).Count(piece => PieceLook.IsValue(piece.Text)));
        var others = several.Sum(line => line.Pieces.Count - 1) - values;
        return values > others ? ColumnCut.Separators(several, []) : [];
    }

    private static GridTable Part(GridTable table, int column, IReadOnlyList<double> separators)
    {
        var more = separators.Count;
        var cells = new List<GridCell>();
        foreach (var cell in table.Cells)
        {
            if (cell.Column > column)
            {
                cells.Add(cell with { Column = cell.Column + more });
            }
            else if (cell.Column < column && cell.Column + cell.ColumnSpan <= column)
            {
                cells.Add(cell);
            }
            else if (cell.ColumnSpan > 1 || cell.Lines.Any(line => Spans(line, separators)))
            {
                cells.Add(cell with { ColumnSpan = cell.ColumnSpan + more });
            }
            else
            {
                cells.AddRange(Parts(cell, separators));
            }
        }
        return table with
        {
            Columns = table.Columns + more,
            Inferred = true,
            Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)],
        };
    }

    private static bool Spans(TextLine line, IReadOnlyList<double> separators) =>
        line.Pieces.Any(piece => separators.Any(x => piece.Box.X0 < x - 1 && piece.Box.X1 > x + 1));

    private static IEnumerable<GridCell> Parts(GridCell cell, IReadOnlyList<double> separators)
    {
        double[] sides = [cell.Box.X0, .. separators, cell.Box.X1];
        for (var part = 0; part + 1 < sides.Length; part++)
        {
            var (left, right) = (sides[part], sides[part + 1]);
            var words = cell
                .Lines.SelectMany(line => line.Words)
                .Where(word => word.Box.MiddleX >= left && word.Box.MiddleX < right)
                .ToList();
            yield return cell with
            {
                Column = cell.Column + part,
                Box = cell.Box with { X0 = left, X1 = right },
                Lines = words.Count > 0 ? LineBuilder.Build(words) : [],
            };
        }
    }
}

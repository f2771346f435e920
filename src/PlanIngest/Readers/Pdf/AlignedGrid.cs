namespace PlanIngest.Readers.Pdf;

/// <summary>Cuts lines known to stand together into a table: columns by white, rows by what the lines hold.</summary>
public static class AlignedGrid
{
    /// <summary>Null where the lines are no table: prose in columns, a list with its marks, names and page numbers.</summary>
    public static GridTable? Cut(int page, IReadOnlyList<TextLine> lines, IReadOnlyList<Ruling> level)
    {
        var core = Core(lines);
        if (core.Count < 2)
        {
            return null;
        }
        TextLine[] others = [.. lines.Where(line => line.Pieces.Count >= 2 && !core.Contains(line))];
        var separators = GroupLabels.WithColumn(ColumnCut.Separators(core, others), lines, core);
        if (separators.Count == 0)
        {
            return null;
        }
        var box = lines.Select(line => line.Box).Aggregate((a, b) => a.Union(b));
        Ruling[] inside =
        [
            .. level.Where(line =>
                line.Box.SharedWidth(box) > 0 && line.Box.Y0 > box.Y0 - 6 && line.Box.Y0 < box.Y1 + 6
            ),
        ];
        var rows = lines.Select(line => AlignedRow.Of(line, separators, core.Contains(line), inside)).ToList();
        if (!TableSense.IsTable(rows, separators.Count + 1, inside, box))
        {
            return null;
        }
        var grid = GroupLabels.Join(rows, core[0], inside, box) ?? RowJoin.Join(rows, inside, box);
        return Build(page, box, grid, separators);
    }

    /// <summary>Lines that show the columns: those with values; where there are none, those of several pieces.</summary>
    private static List<TextLine> Core(IReadOnlyList<TextLine> lines)
    {
        var several = lines.Where(line => line.Pieces.Count >= 2).ToList();
        var valued = several
            .Where(line =>
                line.Pieces.Skip(1).Count(piece => PieceLook.IsValue(piece.Text)) * 2 >= line.Pieces.Count - 1
            )
            .ToList();
        return valued.Count >= 2 && valued.Count * 3 >= several.Count ? valued : several;
    }

    private static GridTable Build(
        int page,
        Rect box,
        IReadOnlyList<IReadOnlyList<AlignedCell>> rows,
        IReadOnlyList<double> separators
    )
    {
        var columns = separators.Count + 1;
        double[] xs = [box.X0, .. separators, box.X1];
        var cells = new List<GridCell>();
        for (var row = 0; row < rows.Count; row++)
        {
            // What reaches over further rows stands in the middle of them all.
            var own = rows[row].Where(cell => cell.RowSpan == 1).DefaultIfEmpty(rows[row][0]).ToList();
            var (top, bottom) = (own.Min(cell => cell.Box.Y0), own.Max(cell => cell.Box.Y1));
            foreach (var cell in rows[row].OrderBy(cell => cell.First))
            {
                var span = Math.Max(1, cell.Last - cell.First + 1);
                var place = new Rect(xs[cell.First], top, xs[cell.First + span], bottom);
                cells.Add(new GridCell(row, cell.First, cell.RowSpan, span, place, cell.Lines));
            }
        }
        return new GridTable(page, box, rows.Count, columns, WithoutOverlaps(cells, rows.Count, columns))
        {
            Inferred = true,
        };
    }

    /// <summary>A cell that would reach down into another ends in its first row.</summary>
    private static List<GridCell> WithoutOverlaps(List<GridCell> cells, int rows, int columns)
    {
        var taken = new bool[rows, columns];
        var kept = new List<GridCell>();
        foreach (var cell in cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column))
        {
            var free = 0;
            var most = Math.Min(cell.RowSpan, rows - cell.Row);
            while (free < most && IsFree(taken, cell, cell.Row + free))
            {
                for (var column = cell.Column; column < cell.Column + cell.ColumnSpan; column++)
                {
                    taken[cell.Row + free, column] = true;
                }
                free++;
            }
            if (free > 0)
            {
                kept.Add(cell with { RowSpan = free });
            }
        }
        return kept;
    }

    private static bool IsFree(bool[,] taken, GridCell cell, int row) =>
        !Enumerable.Range(cell.Column, cell.ColumnSpan).Any(column => taken[row, column]);
}

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Fields that reach over several columns only because the lines between those are left out under the head: the words
/// of several such rows keep to the columns all the same.
/// </summary>
public static class SpanSplit
{
    /// <summary>Words of a true merged field rarely leave this much white, in em, exactly at every column's side.</summary>
    private const double White = 0.4;

    public static GridTable Split(GridTable table, IReadOnlyList<double> xs)
    {
        var cells = table.Cells.ToList();
        var groups = cells
            .Where(cell => cell is { ColumnSpan: > 1, RowSpan: 1, Lines.Count: > 0 })
            .GroupBy(cell => (cell.Column, cell.ColumnSpan))
            .ToList();
        foreach (var group in groups)
        {
            var sides = xs.Skip(group.Key.Column).Take(group.Key.ColumnSpan + 1).ToList();
            var keeping = group.Where(cell => KeepsColumns(cell, sides)).ToList();
            var several = keeping.Count(cell => Bands(cell, sides) > 1);
            if (several >= 2 && several * 2 >= group.Count())
            {
                foreach (var cell in keeping)
                {
                    cells.Remove(cell);
                    cells.AddRange(Parts(cell, sides));
                }
            }
        }
        return table with { Cells = [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)] };
    }

    private static bool KeepsColumns(GridCell cell, List<double> sides)
    {
        foreach (var line in cell.Lines)
        {
            for (var i = 0; i < line.Words.Count; i++)
            {
                var word = line.Words[i];
                var end = i + 1 < line.Words.Count ? line.Words[i + 1].Box.X0 : double.MaxValue;
                var wide = end - word.Box.X1 >= White * word.Size;
                if (sides.Skip(1).SkipLast(1).Any(x => x > word.Box.X0 + 1 && x < (wide ? word.Box.X1 - 1 : end)))
                {
                    return false;
                }
            }
        }
        return true;
    }

    private static int Bands(GridCell cell, List<double> sides) =>
        cell.Lines.SelectMany(line => line.Words).Select(word => Band(word, sides)).Distinct().Count();

    private static int Band(PageWord word, List<double> sides) =>
        Math.Clamp(sides.Count(x => x <= word.Box.MiddleX) - 1, 0, sides.Count - 2);

    private static IEnumerable<GridCell> Parts(GridCell cell, List<double> sides)
    {
        var words = cell.Lines.SelectMany(line => line.Words).ToLookup(word => Band(word, sides));
        for (var band = 0; band < cell.ColumnSpan; band++)
        {
            yield return cell with
            {
                Column = cell.Column + band,
                ColumnSpan = 1,
                Box = cell.Box with { X0 = sides[band], X1 = sides[band + 1] },
                Lines = words[band].Any() ? LineBuilder.Build(words[band]) : [],
            };
        }
    }
}

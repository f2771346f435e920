using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>A cell of a table written one cell a line; <see cref="EndsRow"/> where a mark says that a row ends.</summary>
internal readonly record struct CellLine(Span Span, bool EndsRow);

/// <summary>
/// Where the rows of a sequence of cells begin, found by the row numbers among them: 1 … 2 … 3 … stand the same number
/// of cells apart, but for group cells that stand only before the first row of their group.
/// </summary>
/// <param name="First">Index of the first row number.</param>
/// <param name="Width">Cells of a row from its number on.</param>
/// <param name="Groups">Most group cells found before a row number.</param>
/// <param name="Starts">Indices of the row numbers.</param>
internal sealed record CellCycle(int First, int Width, int Groups, IReadOnlyList<int> Starts)
{
    private const int Narrowest = 2;

    /// <summary>Wider tables are not written a cell a line; a bound for the search.</summary>
    private const int Widest = 24;

    /// <summary>Group columns before the row number: 领域 and 类别, no more.</summary>
    private const int MostGroups = 2;

    /// <summary>Fewer rows could be a list of anything.</summary>
    private const int FewestRows = 3;

    /// <summary>Cells looked at for the first row number: a header and its groups.</summary>
    private const int LongestHeader = 40;

    public static CellCycle? Find(TextLines lines, IReadOnlyList<CellLine> cells)
    {
        CellCycle? best = null;
        for (var first = 1; first < Math.Min(cells.Count, LongestHeader); first++)
        {
            if (CellWords.Ordinal(lines.Slice(cells[first].Span)) != 1)
            {
                continue;
            }
            for (var width = Narrowest; width <= Widest; width++)
            {
                var starts = Chain(lines, cells, first, width, out var groups);
                if (starts.Count >= FewestRows && starts.Count >= (best?.Starts.Count ?? 0))
                {
                    best = new CellCycle(first, width, groups, starts);
                }
            }
            if (best is not null)
            {
                return best;
            }
        }
        return best;
    }

    private static List<int> Chain(TextLines lines, IReadOnlyList<CellLine> cells, int first, int width, out int groups)
    {
        var starts = new List<int> { first };
        groups = 0;
        for (var number = 1; ; number++)
        {
            var next = -1;
            for (var extra = 0; extra <= MostGroups && next < 0; extra++)
            {
                var at = starts[^1] + width + extra;
                var found = at < cells.Count ? CellWords.Ordinal(lines.Slice(cells[at].Span)) : -1;
                // Numbers may begin again under a new group.
                if (found == number + 1 || extra > 0 && found == 1)
                {
                    (next, number) = (at, found - 1);
                    groups = Math.Max(groups, extra);
                }
            }
            if (next < 0)
            {
                return starts;
            }
            starts.Add(next);
        }
    }
}

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Renumbers the rows or columns of a block so that each begins a cell.</summary>
internal sealed class GridLines
{
    private readonly int first;

    /// <summary>For each old one from the first up to the end, how many new ones stand before it.</summary>
    private readonly int[] before;

    public GridLines(IEnumerable<int> starts, int end)
    {
        var known = starts.ToList();
        first = known.Min();
        before = new int[end - first + 1];
        foreach (var start in known)
        {
            before[start - first + 1] = 1;
        }
        for (var at = 1; at < before.Length; at++)
        {
            before[at] += before[at - 1];
        }
    }

    public int Total => before[^1];

    public int Number(int start) => before[start - first];

    /// <summary>How many of the new ones lie from one up to another.</summary>
    public int Count(int from, int to) => before[Math.Min(to - first, before.Length - 1)] - Number(from);
}

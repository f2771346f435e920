namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Counts rows or columns without the hidden ones.</summary>
internal sealed class VisibleCount(SortedSet<int> hidden)
{
    private readonly int[] hidden = [.. hidden];

    /// <summary>How many visible ones stand before this one.</summary>
    public int Before(int index)
    {
        var at = Array.BinarySearch(hidden, index);
        return index - (at < 0 ? ~at : at);
    }

    /// <summary>How many visible ones there are from the first to the last, both in.</summary>
    public int Between(int first, int last) => Before(last + 1) - Before(first);
}

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Renumbers the rows or columns of a block so that each begins a cell.</summary>
internal sealed class GridLines
{
    private readonly int[] starts;
    private readonly int end;

    public GridLines(IEnumerable<int> starts, int end) =>
        (this.starts, this.end) = ([.. starts.Distinct().Order()], end);

    public int Total => starts.Length;

    public int Number(int start) => Array.BinarySearch(starts, start);

    /// <summary>How many of the new ones lie from one up to another.</summary>
    public int Count(int from, int to)
    {
        var at = to >= end ? starts.Length : Array.BinarySearch(starts, to);
        return (at < 0 ? ~at : at) - Number(from);
    }
}

namespace PlanIngest.Readers;

/// <summary>
/// Where the cells of an HTML-like table stand: each in the first free place of its row, past those that reach down
/// from rows above. Spans are cut so that no two cells overlap.
/// </summary>
public sealed class CellPlacer
{
    /// <summary>No cell of a page for people spans more; the web's own limit is 1000 columns.</summary>
    private const int LongestSpan = 65_534;
    private readonly int limit;

    /// <summary>For each column, the first row in which it is free again.</summary>
    private readonly List<int> freeFrom = [];
    private int row = -1;
    private int column;

    /// <param name="limit">The most columns a table may have.</param>
    public CellPlacer(int limit) => this.limit = limit;

    /// <summary>Cells were left out because the table is wider than the limit.</summary>
    public bool TooWide { get; private set; }

    public void NextRow() => (row, column) = (row + 1, 0);

    /// <summary>The place of the next cell of the row; null where there is none within the limit.</summary>
    public (int Row, int Column, int RowSpan, int ColumnSpan)? Place(int rowSpan, int columnSpan)
    {
        if (row < 0)
        {
            NextRow();
        }
        while (column < freeFrom.Count && freeFrom[column] > row)
        {
            column++;
        }
        if (column >= limit)
        {
            TooWide = true;
            return null;
        }
        rowSpan = rowSpan == 0 ? LongestSpan : Math.Clamp(rowSpan, 1, LongestSpan);
        var start = column;
        var end = Math.Min(start + Math.Max(columnSpan, 1), limit);
        for (; column < end && (column >= freeFrom.Count || freeFrom[column] <= row); column++)
        {
            if (column == freeFrom.Count)
            {
                freeFrom.Add(0);
            }
            freeFrom[column] = row + rowSpan;
        }
        return (row, start, rowSpan, column - start);
    }
}

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Cells of a sheet that stand together, in order of row, then column; the rectangle around them.</summary>
internal sealed class SheetBlock
{
    private readonly SheetCell[] cells;

    public SheetBlock(IReadOnlyList<SheetCell> inOrder)
    {
        cells = [.. inOrder];
        (Top, Left) = (cells[0].Row, int.MaxValue);
        foreach (var cell in cells)
        {
            Left = Math.Min(Left, cell.Column);
            Right = Math.Max(Right, cell.ColumnEnd);
            Bottom = Math.Max(Bottom, cell.RowEnd);
        }
    }

    public IReadOnlyList<SheetCell> Cells => cells;
    public int Top { get; }
    public int Left { get; }
    public int Right { get; }
    public int Bottom { get; }

    /// <summary>The cells that begin in each row that has any, top down.</summary>
    public List<ArraySegment<SheetCell>> Rows()
    {
        var rows = new List<ArraySegment<SheetCell>>();
        var from = 0;
        for (var at = 1; at <= cells.Length; at++)
        {
            if (at == cells.Length || cells[at].Row != cells[from].Row)
            {
                rows.Add(new ArraySegment<SheetCell>(cells, from, at - from));
                from = at;
            }
        }
        return rows;
    }
}

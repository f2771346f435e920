namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Cells of a sheet that stand together, in order of row, then column; the rectangle around them.</summary>
internal sealed class SheetBlock
{
    public SheetBlock(IReadOnlyList<SheetCell> cells)
    {
        Cells = cells;
        (Top, Left) = (cells[0].Row, int.MaxValue);
        foreach (var cell in cells)
        {
            Left = Math.Min(Left, cell.Column);
            Right = Math.Max(Right, cell.ColumnEnd);
            Bottom = Math.Max(Bottom, cell.RowEnd);
        }
    }

    public IReadOnlyList<SheetCell> Cells { get; }
    public int Top { get; }
    public int Left { get; }
    public int Right { get; }
    public int Bottom { get; }

    /// <summary>The cells that begin in each row that has any, top down.</summary>
    public List<List<SheetCell>> Rows()
    {
        var rows = new List<List<SheetCell>>();
        foreach (var cell in Cells)
        {
            if (rows.Count == 0 || rows[^1][0].Row != cell.Row)
            {
                rows.Add([]);
            }
            rows[^1].Add(cell);
        }
        return rows;
    }

    public SheetBlock Union(SheetBlock other) =>
        new([.. Cells.Concat(other.Cells).OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)]);
}

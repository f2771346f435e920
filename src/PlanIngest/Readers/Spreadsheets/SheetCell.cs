namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// A filled cell as it is shown. <see cref="Row"/> and <see cref="Column"/> count what is visible from 0; the address
/// counts everything.
/// </summary>
internal readonly record struct SheetCell(int Row, int Column, string Text)
{
    public int RowSpan { get; init; } = 1;
    public int ColumnSpan { get; init; } = 1;
    public CellAddress Address { get; init; }
    public int RowEnd => Row + RowSpan;
    public int ColumnEnd => Column + ColumnSpan;
}

using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>A cell of a composed document before it has a span: its place in the grid and its words.</summary>
public readonly record struct CellText(int Row, int Column, string Text)
{
    public int RowSpan { get; init; } = 1;
    public int ColumnSpan { get; init; } = 1;
    public bool Header { get; init; }
    public Place? Place { get; init; }
}

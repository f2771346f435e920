namespace PlanIngest.Readers.Pdf;

/// <summary>A table found on a page: cells over a grid, each with its words. Cells may be empty.</summary>
public sealed record GridTable(int Page, Rect Box, int Rows, int Columns, IReadOnlyList<GridCell> Cells)
{
    /// <summary>Rows or columns were cut by the alignment of the words, not by lines.</summary>
    public bool Inferred { get; init; }
}

/// <summary>A cell with the lines of its text, from top to bottom.</summary>
public sealed record GridCell(int Row, int Column, int RowSpan, int ColumnSpan, Rect Box, IReadOnlyList<TextLine> Lines)
{
    public string Text => WordText.JoinLines(Lines.Select(line => WordText.Join(line.Words)));
}

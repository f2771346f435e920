namespace PlanIngest.Readers.Pdf;

/// <summary>A table of one page or of several joined: its rows page by page.</summary>
public sealed record PageTable(int Rows, int Columns, IReadOnlyList<PageCell> Cells, PdfPage First, Rect Box);

/// <summary>A cell with the page it stands on.</summary>
public readonly record struct PageCell(GridCell Cell, PdfPage Page);

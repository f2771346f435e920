using PlanIngest.Model;

namespace PlanIngest.Tests.Readers;

/// <summary>A table as one line: ⏎ between rows, ‖ between cells, ∅ for an empty one, ^2x3 behind a spanning one.</summary>
internal static class GridPicture
{
    public static string Of(Document document, Table table) =>
        string.Join(
            '⏎',
            table
                .Cells.GroupBy(cell => cell.Row)
                .Select(row => string.Join('‖', row.Select(cell => Words(document, cell) + Spans(cell))))
        );

    private static string Words(Document document, Cell cell) =>
        cell.Span.IsEmpty ? "∅" : document.Read(cell.Span).Replace('\n', '⏎');

    private static string Spans(Cell cell) =>
        cell is { RowSpan: 1, ColumnSpan: 1 } ? "" : $"^{cell.RowSpan}x{cell.ColumnSpan}";
}

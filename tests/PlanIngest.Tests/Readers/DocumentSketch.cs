using PlanIngest.Model;

namespace PlanIngest.Tests.Readers;

/// <summary>
/// A document as lines a test can hold against its expectation: <c>H1 title</c>, <c>P words</c>, and for a table
/// <c>T rows×columns</c> and a line for each row, <c>a | b[1×2] | c</c>, with the rows and columns a cell spans.
/// </summary>
internal static class DocumentSketch
{
    public static string[] Of(Document document) => [.. document.Blocks.SelectMany(block => Lines(document, block))];

    public static string[] Findings(Document document) => [.. document.Findings.Select(finding => finding.Code)];

    private static IEnumerable<string> Lines(Document document, Block block) =>
        block switch
        {
            Heading heading => [$"H{heading.Level} {document.Read(heading.Span)}"],
            Paragraph paragraph => [$"P {document.Read(paragraph.Span)}"],
            Table table =>
            [
                $"T {table.Rows}×{table.Columns}",
                .. table
                    .Cells.GroupBy(cell => cell.Row)
                    .Select(row => string.Join(" | ", row.Select(cell => Words(document, cell)))),
            ],
            _ => throw new InvalidOperationException(block.ToString()),
        };

    private static string Words(Document document, Cell cell) =>
        document.Read(cell.Span).Replace('\n', '/')
        + (cell is { RowSpan: 1, ColumnSpan: 1 } ? "" : $"[{cell.RowSpan}×{cell.ColumnSpan}]");
}

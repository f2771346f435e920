using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>The findings of one table, no more of them than a person would read.</summary>
internal sealed class TableFindings(Table table, int number)
{
    private readonly List<Finding> findings = [];
    private int left = TableSettings.FindingsPerTable;

    public IReadOnlyList<Finding> All => findings;

    /// <param name="message">What is wrong with the row and what to do, to stand behind "Row 3 of table 1".</param>
    public void Contradicts(Grid grid, int row, string message)
    {
        if (left-- > 0)
        {
            Report(
                Severity.Warning,
                "table-row-contradicts",
                $"Row {row + 1} of table {number} {message}.",
                SpanOf(grid, row)
            );
        }
    }

    public void NotIndicators(string reason) =>
        Report(
            Severity.Info,
            "table-not-indicators",
            $"Table {number} is not read as indicators: {reason}.",
            table.Span
        );

    private void Report(Severity severity, string code, string message, Span span) =>
        findings.Add(new Finding(severity, code, message, span) { Place = table.Place });

    private static Span SpanOf(Grid grid, int row)
    {
        foreach (var cell in grid.Row(row))
        {
            if (grid.BeginsIn(row, cell) && !grid.Cells[cell].Span.IsEmpty)
            {
                return grid.Cells[cell].Span;
            }
        }
        return grid.Table.Span;
    }
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>The findings of one table, no more of them than a person would read.</summary>
internal sealed class TableFindings(Grid grid, int number)
{
    private readonly List<Finding> findings = [];
    private int left = TableSettings.FindingsPerTable;

    public IReadOnlyList<Finding> All => findings;

    /// <param name="message">What is wrong with the row and what to do, to stand behind "Row 3 of table 1".</param>
    public void Contradicts(int row, string message)
    {
        if (left-- > 0)
        {
            Report(
                Severity.Warning,
                "table-row-contradicts",
                $"Row {row + 1} of table {number} {message}.",
                SpanOf(row)
            );
        }
    }

    public void NotIndicators(string reason) =>
        Report(
            Severity.Info,
            "table-not-indicators",
            $"Table {number} is not read as indicators: {reason}.",
            grid.Table.Span
        );

    private void Report(Severity severity, string code, string message, Span span) =>
        findings.Add(new Finding(severity, code, message, span) { Place = grid.Table.Place });

    private Span SpanOf(int row)
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

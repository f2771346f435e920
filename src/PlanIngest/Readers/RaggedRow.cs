using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>What is said of a row that has other than its header's number of cells.</summary>
internal static class RaggedRow
{
    /// <param name="row">As people count, from 1.</param>
    public static Finding Finding(int row, int cells, int header, Span span) =>
        new(
            Severity.Warning,
            "table-ragged-row",
            $"Row {row} has {cells} cells, the header {header}; compare it with its columns.",
            span
        );
}

using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>What is said of a table with more columns than the limit.</summary>
internal static class TooWide
{
    public static Finding Finding(Span table) =>
        new(
            Severity.Warning,
            "table-unreadable",
            $"The table is wider than {ReaderLimits.Default.Columns} columns; it was left as text. Split it if it holds indicators.",
            table
        );
}

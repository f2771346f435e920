using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>From the tables of a document to records: grid, roles of rows and columns, values.</summary>
public static class TableIndicators
{
    /// <summary>Every table ends in records or in one finding (<c>table-not-indicators</c>, <c>table-unreadable</c>).</summary>
    public static (IReadOnlyList<IndicatorRecord> Records, IReadOnlyList<Finding> Findings) Read(
        Document document,
        DocumentHead head
    ) => ([], []);
}

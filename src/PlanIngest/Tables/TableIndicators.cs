using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>From the tables of a document to records: grid, roles of rows and columns, values.</summary>
public static class TableIndicators
{
    /// <summary>Every table ends in records or in one finding (<c>table-not-indicators</c>, <c>table-unreadable</c>).</summary>
    public static (IReadOnlyList<IndicatorRecord> Records, IReadOnlyList<Finding> Findings) Read(
        Document document,
        DocumentHead head
    )
    {
        var records = new List<IndicatorRecord>();
        var findings = new List<Finding>();
        var number = 0;
        foreach (var table in document.Blocks.OfType<Table>())
        {
            number++;
            var grid = GridBuilder.Build(document, table);
            var told = new TableFindings(grid, number);
            var (layout, reason) = ColumnReader.Read(grid, head);
            var before = records.Count;
            if (layout is not null)
            {
                records.AddRange(
                    layout.Shape == TableShape.Years
                        ? YearRows.Read(layout, number)
                        : new RowReader(layout, number, told).Read()
                );
            }
            if (records.Count == before)
            {
                told.NotIndicators(layout is null ? reason : "none of its rows holds an indicator");
            }
            findings.AddRange(told.All);
        }
        return (records, findings);
    }
}

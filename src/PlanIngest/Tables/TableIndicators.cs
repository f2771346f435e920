using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>From the tables of a document to records: grid, roles of rows and columns, values.</summary>
public static class TableIndicators
{
    /// <summary>Every table ends in records or in one finding (<c>table-not-indicators</c>, <c>table-unreadable</c>).</summary>
    public static (RecordList Records, IReadOnlyList<Finding> Findings) Read(Document document, DocumentHead head)
    {
        var records = new RecordList(document.Shown);
        var findings = new List<Finding>();
        var number = 0;
        foreach (var table in document.Blocks.OfType<Table>())
        {
            number++;
            var before = records.Count;
            var told = new TableFindings(table, number);
            var refusal = "none of its rows holds an indicator";
            foreach (var (part, row) in HeaderBreaks.Of(document, table))
            {
                foreach (var (panel, column) in Panels.Of(document, part))
                {
                    var origin = new TableCell(number, row, column);
                    refusal = Read(GridBuilder.Build(document, panel), head, origin, told, records) ?? refusal;
                }
            }
            if (records.Count == before)
            {
                told.NotIndicators(refusal);
            }
            findings.AddRange(told.All);
        }
        return (records, findings);
    }

    /// <summary>Adds the records of a grid; the reason where it is none of indicators.</summary>
    private static string? Read(Grid grid, DocumentHead head, TableCell origin, TableFindings told, RecordList into)
    {
        var (layout, reason) = ColumnReader.Read(grid, head);
        if (layout is null)
        {
            return reason;
        }
        if (layout.Shape == TableShape.Years)
        {
            into.AddRange(YearRows.Read(layout, origin));
        }
        else
        {
            new RowReader(layout, origin, told, into).Read();
        }
        return null;
    }
}

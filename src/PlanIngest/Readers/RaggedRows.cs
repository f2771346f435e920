using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>The rows of one table that have other than its header's number of cells: the first ones each, the rest counted.</summary>
internal sealed class RaggedRows
{
    /// <summary>Who has looked at these knows what is wrong with the table.</summary>
    private const int Most = 20;

    private readonly List<Finding> first = [];
    private int rest;
    private Span restSpan;

    /// <param name="row">As people count, from 1.</param>
    public void Add(int row, int cells, int header, Span span)
    {
        if (first.Count < Most)
        {
            first.Add(Finding($"Row {row} has {cells} cells, the header {header}; compare it with its columns.", span));
            return;
        }
        restSpan = rest == 0 ? span : restSpan.Union(span);
        rest++;
    }

    public IEnumerable<Finding> Findings =>
        rest == 0 ? first : first.Append(Finding($"And {rest} more rows like these in this table.", restSpan));

    private static Finding Finding(string message, Span span) =>
        new(Severity.Warning, "table-ragged-row", message, span);
}

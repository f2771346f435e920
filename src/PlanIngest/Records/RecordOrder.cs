using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>The records of tables and of sentences in the order in which they stand in the document.</summary>
public static class RecordOrder
{
    /// <summary>Made one after another, as they are asked for: a table of a million rows is never there twice.</summary>
    public static IEnumerable<IndicatorRecord> Of(RecordList tables, RecordList sentences)
    {
        var order = new long[tables.Count + sentences.Count];
        for (var at = 0; at < order.Length; at++)
        {
            var span = at < tables.Count ? tables.SpanOf(at) : sentences.SpanOf(at - tables.Count);
            order[at] = (long)span.Start << 32 | (uint)at;
        }
        Array.Sort(order);
        foreach (var placed in order)
        {
            var at = (int)placed;
            yield return at < tables.Count ? tables[at] : sentences[at - tables.Count];
        }
    }
}

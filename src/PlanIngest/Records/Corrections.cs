using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>Applies people's corrections to what the machine read.</summary>
public static class Corrections
{
    /// <summary>
    /// Corrections to the document's own fields, before the rest of the extraction uses them.
    /// </summary>
    public static DocumentHead ApplyToHead(DocumentHead head, ReadOnlyMemory<byte>? corrections) => head;

    /// <summary>Corrections to records and observations; the outcome of each line that did not simply apply is a finding.</summary>
    public static (
        IReadOnlyList<IndicatorRecord> Records,
        IReadOnlyList<IndicatorRecord> Rejected,
        IReadOnlyList<Finding> Findings
    ) Apply(Document document, IReadOnlyList<IndicatorRecord> records, ReadOnlyMemory<byte>? corrections) =>
        (records, [], []);
}

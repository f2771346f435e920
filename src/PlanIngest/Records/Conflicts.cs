using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>Finds records that state the same indicator for the same period and role and cannot both hold.</summary>
public static class Conflicts
{
    public static (IReadOnlyList<Conflict> Conflicts, IReadOnlyList<Finding> Findings) Find(
        Document document,
        DocumentHead head,
        IReadOnlyList<IndicatorRecord> records
    ) => ([], []);
}

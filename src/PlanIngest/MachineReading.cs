using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest;

/// <summary>
/// What the machine alone reads in a document. <see cref="Head"/> already carries people's corrections of the
/// document's own fields (periods are inferred from it); <see cref="MachineHead"/> does not.
/// </summary>
public sealed record MachineReading(
    Document Document,
    DocumentHead MachineHead,
    DocumentHead Head,
    IReadOnlyList<IndicatorRecord> Records,
    IReadOnlyList<Finding> Findings
)
{
    public IReadOnlyList<CorrectionOutcome> HeadOutcomes { get; init; } = [];
}

/// <summary>An extraction and what became of each line of its corrections.</summary>
public sealed record CorrectedReading(Extraction Extraction, IReadOnlyList<CorrectionOutcome> Outcomes);

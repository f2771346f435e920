namespace PlanIngest.Model;

/// <summary>Everything that is written for one document.</summary>
public sealed record Extraction
{
    public required Document Document { get; init; }
    public required DocumentHead Head { get; init; }

    /// <summary>SHA-256 of the corrections file; null where there is none.</summary>
    public string? Corrections { get; init; }
    public required IReadOnlyList<IndicatorRecord> Records { get; init; }
    public IReadOnlyList<IndicatorRecord> Rejected { get; init; } = [];
    public required IReadOnlyList<Conflict> Conflicts { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }
}

/// <summary>Observations that state the same indicator for the same period and role, and cannot both hold.</summary>
public sealed record Conflict(
    ConflictKind Kind,
    string Name,
    Period? Period,
    IReadOnlyList<ObservationRef> Observations,
    string Message
)
{
    public Resolution? Resolution { get; init; }
}

public readonly record struct ObservationRef(string Record, string Observation);

public enum ConflictKind
{
    Target,
    Actual,
    Unit,
}

/// <summary>A person's choice between the records of a conflict.</summary>
public sealed record Resolution(string Prefer, string? By, string At, string? Note);

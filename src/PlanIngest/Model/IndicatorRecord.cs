namespace PlanIngest.Model;

/// <summary>
/// One indicator at one place of the document that states it: a table row or a prose statement, with its
/// observations in document order.
/// </summary>
public sealed record IndicatorRecord
{
    /// <summary>Empty until the record stage gives it.</summary>
    public string Id { get; init; } = "";
    public required string Name { get; init; }
    public string? Unit { get; init; }

    /// <summary>Group headings over the row, outermost first.</summary>
    public IReadOnlyList<string> Category { get; init; } = [];
    public string? Ordinal { get; init; }
    public Nature? Nature { get; init; }
    public string? Responsible { get; init; }
    public required Origin Origin { get; init; }
    public required Tier Tier { get; init; }
    public required IReadOnlyList<Observation> Observations { get; init; }

    /// <summary>The whole row or clause; the quote is made of it when it is written.</summary>
    public required Span Span { get; init; }
    public Place? Place { get; init; }
    public decimal Confidence { get; init; }
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>
    /// The words, besides origin and name, that the id is made of: of prose the clause with its quantities left out,
    /// of a table its caption and header. Never values, positions or category.
    /// </summary>
    public required string KeyWords { get; init; }
    public Review? Review { get; init; }
}

public enum Nature
{
    Binding,
    Expected,
}

public enum Origin
{
    Table,
    Prose,
}

public enum Tier
{
    Core,
    Count,
}

/// <summary>What people did to a record. <see cref="Machine"/>: the changed members alone, as the machine read them,
/// already written as JSON (member name to JSON text).</summary>
public sealed record Review(
    ReviewStatus Status,
    string? By,
    string At,
    string? Note,
    IReadOnlyDictionary<string, string> Machine
);

public enum ReviewStatus
{
    Accepted,
    Corrected,
    Added,
    Rejected,
}

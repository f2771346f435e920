namespace PlanIngest.Model;

/// <summary>What a document says of itself, read from its text; null where it does not say.</summary>
public sealed record DocumentHead
{
    public static readonly DocumentHead Unknown = new();

    public string? Title { get; init; }
    public DocumentKind Kind { get; init; } = DocumentKind.Unknown;
    public string? DocumentNumber { get; init; }
    public string? Issuer { get; init; }

    /// <summary>A year, month or day; never an interval.</summary>
    public Period? IssuedOn { get; init; }
    public string? Region { get; init; }
    public PlanPeriod? PlanPeriod { get; init; }
}

public enum DocumentKind
{
    Unknown,
    Plan,
    Report,
    Article,
}

/// <summary>十四五, 2021, 2025.</summary>
public sealed record PlanPeriod(string Name, int Start, int End);

namespace PlanIngest.Host.Reading;

/// <summary>What became of a document.</summary>
public enum OutcomeKind
{
    /// <summary>Its output is in place.</summary>
    Written,

    /// <summary>Bytes and corrections are those of the output in place; nothing was done.</summary>
    Unchanged,

    /// <summary>The file is no longer what it was when it was found settled.</summary>
    Changed,

    /// <summary>There is no such file.</summary>
    Gone,

    /// <summary>The file is there but cannot be opened or read now.</summary>
    Unreadable,

    /// <summary>The output cannot be written: disk full, read-only, no permission.</summary>
    OutputTrouble,

    /// <summary>The process that read it ended, or was stopped at a limit; nothing was written.</summary>
    Died,
}

/// <summary>
/// What became of a document, and figures of it. Holds no text of the document. <see cref="Error"/>: the code of its
/// first finding of severity error where it gave no records; <see cref="Message"/> its words, or the trouble's.
/// </summary>
public sealed record DocumentOutcome(OutcomeKind Kind)
{
    /// <summary>Of the document, where the outcome came from another process.</summary>
    public string? Path { get; init; }
    public string? Message { get; init; }
    public string? Error { get; init; }
    public string? Sha256 { get; init; }
    public string? Corrections { get; init; }
    public long Bytes { get; init; }
    public int Records { get; init; }
    public int Conflicts { get; init; }
    public IReadOnlyDictionary<string, int> Findings { get; init; } = new Dictionary<string, int>();

    /// <summary>Every error finding of the document, and of the documents in it: <c>path: code: message</c>.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];
    public double ReadSeconds { get; init; }
    public double ExtractSeconds { get; init; }
    public double WriteSeconds { get; init; }
}

namespace PlanIngest.Records;

/// <summary>
/// One line of a corrections file: what a person did to a record, an observation or the document's own fields, and
/// what they had before them when they did it. <see cref="Value"/> and the machine's reading in <see cref="Seen"/> are
/// JSON texts in one canonical form, so that equal readings are equal strings.
/// </summary>
public sealed record Correction
{
    /// <summary>In <see cref="Record"/>: the document's own fields are meant.</summary>
    public const string OfDocument = "document";

    public required string Id { get; init; }
    public required CorrectionAction Action { get; init; }

    /// <summary>The record's id, <see cref="OfDocument"/>, or null of an undo.</summary>
    public string? Record { get; init; }
    public string? Observation { get; init; }

    /// <summary>Of a change: a member of the observation, the record or the document, as the contract names it.</summary>
    public string? Field { get; init; }
    public Seen Seen { get; init; } = Seen.Nothing;
    public string? Value { get; init; }

    /// <summary>Of an undo: the id of the line that no longer holds.</summary>
    public string? Of { get; init; }
    public string? By { get; init; }
    public required DateTimeOffset At { get; init; }
    public string? Note { get; init; }

    /// <summary>1-based line of the file; 0 for one not yet written.</summary>
    public int Line { get; init; }
}

public enum CorrectionAction
{
    Accept,
    Change,
    Reject,
    Add,
    Resolve,
    Undo,
}

/// <summary>
/// What the person saw. <see cref="Raws"/>: the words of all of the record's observations (of a conflict: of those it
/// names); <see cref="Raw"/> of the touched one. <see cref="Before"/> and <see cref="After"/> are the words around what
/// was touched, a little beyond its record; <see cref="Quote"/> the selected words of an added record.
/// <see cref="Alike"/>: how many records of the document, itself included, could then be taken for it.
/// </summary>
public sealed record Seen
{
    public static readonly Seen Nothing = new();

    public string? Name { get; init; }
    public IReadOnlyList<string> Raws { get; init; } = [];
    public string? Raw { get; init; }
    public string? Machine { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Quote { get; init; }
    public int? Alike { get; init; }
}

/// <summary>What became of one line in one extraction. <see cref="Record"/>: the id of the record it stands at now.</summary>
public sealed record CorrectionOutcome(Correction Correction, OutcomeKind Kind, string? Record, string? Message = null);

public enum OutcomeKind
{
    Applied,

    /// <summary>The key moved; its words were found in exactly one fitting place.</summary>
    Reanchored,

    /// <summary>The source or the machine's reading changed beneath it; a changed value stands, a judgement does not.</summary>
    Conflict,

    /// <summary>Nothing fits: kept and listed, not applied.</summary>
    Orphaned,

    /// <summary>A later line says otherwise about the same field.</summary>
    Superseded,

    /// <summary>An undo names it.</summary>
    Undone,
}

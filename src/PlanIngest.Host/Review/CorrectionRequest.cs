using System.Text.Json;

namespace PlanIngest.Host.Review;

/// <summary>What a person wants done, as the pages, the interface and the commands ask for it.</summary>
public sealed record CorrectionRequest
{
    /// <summary>accept, change, reject, add, resolve, undo.</summary>
    public required string Action { get; init; }

    /// <summary>A record's id, or <c>document</c>; of resolve the preferred record.</summary>
    public string? Record { get; init; }

    /// <summary>Several records for one accept or reject.</summary>
    public IReadOnlyList<string> Records { get; init; } = [];
    public string? Observation { get; init; }
    public string? Field { get; init; }

    /// <summary>The new value as the contract writes it.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>Or as a person types it: <c>≥95%</c>, <c>2025</c>, words, nothing for null.</summary>
    public string? Typed { get; init; }

    /// <summary>Of undo, the lines; of resolve, the conflict's number in the list, from 0.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];
    public int? Conflict { get; init; }
    public AddedWords? Added { get; init; }
    public string? Note { get; init; }

    /// <summary>Of a program that has no session: in whose name it acts.</summary>
    public string? By { get; init; }

    /// <summary>The tag of the record as the person saw it; null only from the command line.</summary>
    public string? Tag { get; init; }

    /// <summary>Of several records, the tag of each.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();
}

/// <summary>
/// A record to add over words of the document, and, within them, the words of its value. The words are a stretch of
/// the text view (UTF-16 offsets), or they are given and stand there once.
/// </summary>
public sealed record AddedWords(string Name, string Raw, string? Role, string? Period)
{
    public int? Start { get; init; }
    public int? End { get; init; }
    public string? Words { get; init; }
}

/// <summary>
/// What became of a request. <see cref="Lines"/>: the ids of the lines written. <see cref="Problem"/> says why nothing
/// was; <see cref="IsStale"/>: because somebody else was there first.
/// </summary>
public sealed record CorrectionResult(IReadOnlyList<string> Lines, string? Problem = null, bool IsStale = false)
{
    public string? Record { get; init; }
}

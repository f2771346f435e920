using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>What is known of one file of the corpus. Replaced as a whole when anything changes.</summary>
/// <param name="Path">Below the corpus, with /.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Stamp">Its size and time as last seen.</param>
public sealed record DocumentStatus(string Path, DocumentState State, FileStamp Stamp)
{
    /// <summary>Of a failed or refused one: a finding's code, or null for trouble outside the document.</summary>
    public string? Code { get; init; }

    /// <summary>Of a failed or refused one, in words; of a waiting one what it waits for.</summary>
    public string? Why { get; init; }

    /// <summary>Of a failed one: when it is tried again.</summary>
    public DateTimeOffset? Again { get; init; }

    /// <summary>How often in a row it failed.</summary>
    public int Tries { get; init; }

    /// <summary>How often a process that read it died.</summary>
    public int Deaths { get; init; }

    /// <summary>Of the output in place.</summary>
    public string? Sha256 { get; init; }
    public string? CorrectionsSha256 { get; init; }
    public int Records { get; init; }
    public int Conflicts { get; init; }

    /// <summary>Of the corrections file the output was made with, as last seen.</summary>
    public FileStamp? Corrections { get; init; }

    /// <summary>In a monotonic clock's ticks: when a waiting or failed one is looked at next; 0 where it is queued.</summary>
    internal long Due { get; init; }

    /// <summary>In a monotonic clock's ticks: since when it waits.</summary>
    internal long Since { get; init; }

    /// <summary>Something happened to the file while it was being read.</summary>
    internal bool Touched { get; init; }

    /// <summary>To be read again even if nothing changed.</summary>
    internal bool Forced { get; init; }
}

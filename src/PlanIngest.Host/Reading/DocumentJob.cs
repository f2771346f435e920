namespace PlanIngest.Host.Reading;

/// <summary>A document to read.</summary>
/// <param name="Path">Below the corpus, with /.</param>
/// <param name="FullPath">Where it is on disk.</param>
public sealed record DocumentJob(string Path, string FullPath)
{
    /// <summary>Its stamp when it was found settled; null: it is read as it is.</summary>
    public FileStamp? Stamp { get; init; }

    /// <summary>SHA-256 of the bytes and of the corrections the output in place was made from; null: there is none.</summary>
    public string? KnownSha256 { get; init; }
    public string? KnownCorrections { get; init; }

    /// <summary>It has ended the process that read it before: its hash is told before anything is made of its bytes.</summary>
    public bool IsSuspect { get; init; }
}

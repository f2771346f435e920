using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>What one look over the folders found. Paths are below their root, with /.</summary>
public sealed record ScanResult
{
    /// <summary>False where the corpus folder is not there or cannot be listed; then nothing else says anything.</summary>
    public bool CorpusFound { get; init; } = true;
    public Dictionary<string, FileStamp> Documents { get; } = new(StringComparer.Ordinal);

    /// <summary>By the path of the document they belong to.</summary>
    public Dictionary<string, FileStamp> Corrections { get; } = new(StringComparer.Ordinal);

    /// <summary>The documents that have an output, ours or not.</summary>
    public HashSet<string> Outputs { get; } = new(StringComparer.Ordinal);

    /// <summary>Full paths of files left by a writer that was stopped.</summary>
    public List<string> Leftovers { get; } = [];

    /// <summary>Folders of the corpus that could not be listed, each ending in /: what lies there is unknown.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Heads of outputs in place that agree with their document's bytes and corrections.</summary>
    public Dictionary<string, OutputHead> UpToDate { get; } = new(StringComparer.Ordinal);

    /// <summary>Corrections of documents that are not there, nor the archive they were in; by path.</summary>
    public IReadOnlyList<string> OrphanedCorrections() =>
        [.. Corrections.Keys.Where(path => !HasDocument(path)).Order(StringComparer.Ordinal)];

    /// <summary>Documents in an archive that have corrections.</summary>
    public IEnumerable<string> MembersWithCorrections(string archive) =>
        Path.GetExtension(archive.AsSpan()).Equals(".zip", StringComparison.OrdinalIgnoreCase)
            ? Corrections.Keys.Where(path => path.StartsWith(archive + '/', StringComparison.Ordinal))
            : [];

    /// <summary>The document, or an archive it may be a member of, is there.</summary>
    public bool HasDocument(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (Documents.ContainsKey(path[..end]))
            {
                return true;
            }
        }
        return false;
    }

    public bool IsUnknown(string path) => Unknown.Any(folder => path.StartsWith(folder, StringComparison.Ordinal));
}

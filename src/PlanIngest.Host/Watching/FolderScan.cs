using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>One look over corpus, corrections and outputs: the truth that events only announce.</summary>
public sealed class FolderScan(HostSettings settings)
{
    private const string OutputEnding = ".json";
    private const string CorrectionsEnding = ".jsonl";

    /// <param name="isKnown">
    /// Documents whose state is known; of the others the outputs in place are held against their bytes.
    /// </param>
    public ScanResult Run(Func<string, bool> isKnown)
    {
        var found = new ScanResult();
        var corpus = new FolderWalk(settings.Corpus)
        {
            Skip = name => InputFiles.IsIgnored(name),
            File = (path, stamp) => found.Documents[path] = stamp,
            Unknown = found.Unknown.Add,
        };
        if (!corpus.Run())
        {
            return found with { CorpusFound = false };
        }
        Walk(
            settings.Corrections,
            true,
            (path, stamp) =>
            {
                if (path.EndsWith(CorrectionsEnding, StringComparison.Ordinal))
                {
                    found.Corrections[path[..^CorrectionsEnding.Length]] = stamp;
                }
            }
        );
        Walk(settings.Extracted, false, (path, _) => AddOutput(found, path));
        Compare(found, isKnown);
        return found;
    }

    private static void Walk(string folder, bool withStamps, Action<string, FileStamp> file)
    {
        var walk = new FolderWalk(folder)
        {
            Skip = name => name.StartsWith('.') && !AtomicFile.IsTemporary(name),
            File = file,
            WithStamps = withStamps,
        };
        walk.Run();
    }

    private void AddOutput(ScanResult found, string path)
    {
        if (AtomicFile.IsTemporary(Path.GetFileName(path.AsSpan())))
        {
            found.Leftovers.Add(Path.Combine(settings.Extracted, path));
        }
        else if (path.EndsWith(OutputEnding, StringComparison.Ordinal))
        {
            found.Outputs.Add(path[..^OutputEnding.Length]);
        }
    }

    private void Compare(ScanResult found, Func<string, bool> isKnown)
    {
        var unknown = found.Documents.Keys.Where(path => !isKnown(path) && found.Outputs.Contains(path)).ToList();
        var heads = new OutputHead?[unknown.Count];
        Parallel.For(
            0,
            heads.Length,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            at => heads[at] = UpToDate(found, unknown[at])
        );
        for (var at = 0; at < heads.Length; at++)
        {
            if (heads[at] is { } head)
            {
                found.UpToDate[unknown[at]] = head;
            }
        }
    }

    /// <summary>
    /// The head of an output that this program would write again from the same bytes and corrections; else null.
    /// </summary>
    private OutputHead? UpToDate(ScanResult found, string path)
    {
        var head = OutputHead.Read(Path.Combine(settings.Extracted, path + OutputEnding));
        return
            head is not null
            && head.Extractor == IngestPipeline.Extractor
            && (head.Engine is null || LentEngines.Names.Count == 0 || LentEngines.Names.Contains(head.Engine))
            && head.Sha256 == FileHash.Of(Path.Combine(settings.Corpus, path))
            && head.Corrections == CorrectionsHash(path)
            && found.MembersWithCorrections(path).All(member => HasCorrections(member))
            ? head
            : null;
    }

    /// <summary>The output of an archive's member is made with its corrections as they are.</summary>
    private bool HasCorrections(string member) =>
        OutputHead.Read(Path.Combine(settings.Extracted, member + OutputEnding)) is not { } head
        || head.Corrections == CorrectionsHash(member);

    /// <summary>An empty file corrects nothing and counts as none.</summary>
    private string? CorrectionsHash(string path)
    {
        var file = new FileInfo(Path.Combine(settings.Corrections, path + CorrectionsEnding));
        return file is { Exists: true, Length: > 0 } ? FileHash.Of(file.FullName) : null;
    }
}

using System.Security.Cryptography;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Archives;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>
/// Opens documents for review: reads the file and its corrections as they are now and runs the pipeline. The machine's
/// reading of the last few documents is kept, for it costs most and changes only with the file.
/// </summary>
public sealed class ReviewedDocuments(HostSettings settings)
{
    /// <summary>A few reviewers with a document or two each; a reading of a long plan takes some megabytes.</summary>
    private const int Kept = 8;

    private readonly Lock gate = new();
    private readonly LinkedList<(string Key, MachineReading Reading)> readings = [];

    public CorrectionStore Store { get; } = new(settings.Corrections);

    /// <summary>Null where there is no such document.</summary>
    public ReviewedDocument? Open(string path) => Open(path, () => Store.Read(path));

    /// <summary>As <see cref="Open(string)"/>, with the corrections as the caller has them.</summary>
    public ReviewedDocument? Open(string path, ReadOnlyMemory<byte>? corrections) => Open(path, () => corrections);

    /// <summary>The bytes of a document of the corpus, or of an archive in it; one that is too large has none here.</summary>
    public SourceFile? Source(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end > 0; end = path.IndexOf('/', end + 1))
        {
            if (CorpusPaths.ExistingFile(settings.Corpus, path[..end]) is { } archive)
            {
                return ArchiveReader
                    .Members(new SourceFile(path[..end], Bytes(archive)), Limits)
                    .FirstOrDefault(member => member.Path == path);
            }
        }
        return CorpusPaths.ExistingFile(settings.Corpus, path) is { } file ? new SourceFile(path, Bytes(file)) : null;
    }

    /// <summary>The documents in an archive; none of any other file.</summary>
    public IReadOnlyList<string> Members(string path) =>
        Source(path) is { } archive ? [.. ArchiveReader.Members(archive, Limits).Select(member => member.Path)] : [];

    private ReaderLimits Limits => ReaderLimits.Default with { Bytes = settings.FileLimit };

    private byte[] Bytes(string file) => new FileInfo(file).Length <= settings.FileLimit ? File.ReadAllBytes(file) : [];

    private ReviewedDocument? Open(string path, Func<ReadOnlyMemory<byte>?> corrected)
    {
        if (Source(path) is not { } source)
        {
            return null;
        }
        var corrections = corrected();
        var people = CorrectionsFile.Read(corrections);
        var heads = people?.Lines.Where(line => line.Record == Correction.OfDocument).Select(line => line.Id) ?? [];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span));
        var undone = people is null ? "" : string.Join(',', people.Undone.Order(StringComparer.Ordinal));
        var key = $"{path}\n{sha256}\n{string.Join(',', heads)}\n{undone}";
        var version = $"{sha256[..12]}-{CorrectionStore.VersionOf(corrections)[..4]}{people?.Lines.Count}";
        return new ReviewedDocument(path, Reading(key, source, people), people, version);
    }

    private MachineReading Reading(string key, SourceFile file, CorrectionsFile? people)
    {
        lock (gate)
        {
            for (var node = readings.First; node is not null; node = node.Next)
            {
                if (node.Value.Key == key)
                {
                    readings.Remove(node);
                    readings.AddFirst(node);
                    return node.Value.Reading;
                }
            }
        }
        var reading = IngestPipeline.Read(file, people, Limits, LentEngines.All);
        lock (gate)
        {
            readings.AddFirst((key, reading));
            if (readings.Count > Kept)
            {
                readings.RemoveLast();
            }
        }
        return reading;
    }
}

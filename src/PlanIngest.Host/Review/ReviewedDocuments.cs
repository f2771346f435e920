using System.Security.Cryptography;
using PlanIngest.Model;
using PlanIngest.Readers;
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
    public ReviewedDocument? Open(string path) =>
        CorpusPaths.ExistingFile(settings.Corpus, path) is { } file ? Open(path, file, Store.Read(path)) : null;

    /// <summary>As <see cref="Open(string)"/>, with the corrections as the caller has them.</summary>
    public ReviewedDocument? Open(string path, ReadOnlyMemory<byte>? corrections) =>
        CorpusPaths.ExistingFile(settings.Corpus, path) is { } file ? Open(path, file, corrections) : null;

    private ReviewedDocument Open(string path, string file, ReadOnlyMemory<byte>? corrections)
    {
        var bytes = new FileInfo(file).Length <= settings.FileLimit ? File.ReadAllBytes(file) : [];
        var people = CorrectionsFile.Read(corrections);
        var heads = people?.Lines.Where(line => line.Record == Correction.OfDocument).Select(line => line.Id) ?? [];
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var undone = people is null ? "" : string.Join(',', people.Undone.Order(StringComparer.Ordinal));
        var key = $"{path}\n{sha256}\n{string.Join(',', heads)}\n{undone}";
        var version = $"{sha256[..12]}-{CorrectionStore.VersionOf(corrections)[..4]}{people?.Lines.Count}";
        return new ReviewedDocument(path, Reading(key, new SourceFile(path, bytes), people), people, version);
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
        var limits = ReaderLimits.Default with { Bytes = settings.FileLimit };
        var reading = IngestPipeline.Read(file, people, limits, LentEngines.All);
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

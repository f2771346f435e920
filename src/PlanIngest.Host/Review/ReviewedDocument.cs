using System.Security.Cryptography;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>A document as a reviewer has it before them: what the machine reads, people's work, and the two together.</summary>
public sealed class ReviewedDocument(string path, MachineReading machine, CorrectionsFile? people, string version)
{
    private readonly CorrectedReading corrected = IngestPipeline.Correct(machine, people);
    private readonly Lazy<RecordIndex> index = new(() => new RecordIndex(machine.Document, machine.Records));
    private Dictionary<string, IndicatorRecord>? byId;

    public string Path => path;
    public MachineReading Machine => machine;
    public Document Document => machine.Document;
    public Extraction Extraction => corrected.Extraction;
    public IReadOnlyList<CorrectionOutcome> Outcomes => corrected.Outcomes;
    public CorrectionsFile? People => people;

    /// <summary>The machine's records alone.</summary>
    public RecordIndex Index => index.Value;

    /// <summary>Of bytes and corrections together: changes whenever anything shown could.</summary>
    public string Version => version;

    /// <summary>Conflicts nobody has decided.</summary>
    public int OpenConflicts => Extraction.Conflicts.Count(conflict => conflict.Resolution is null);

    /// <summary>The records of these.</summary>
    public IReadOnlySet<string> Conflicting =>
        Extraction
            .Conflicts.Where(conflict => conflict.Resolution is null)
            .SelectMany(conflict => conflict.Observations.Select(seen => seen.Record))
            .ToHashSet(StringComparer.Ordinal);

    public int Reviewed => All.Count(record => record.Review is not null);

    /// <summary>What holds and what was refused, in document order.</summary>
    public IEnumerable<IndicatorRecord> All =>
        Extraction.Records.Concat(Extraction.Rejected).OrderBy(record => record.Span.Start);

    public IndicatorRecord? Find(string id)
    {
        byId ??= Extraction
            .Records.Concat(Extraction.Rejected)
            .ToDictionary(record => record.Id, StringComparer.Ordinal);
        return byId.GetValueOrDefault(id);
    }

    /// <summary>What was done to a record, first to last.</summary>
    public IEnumerable<CorrectionOutcome> HistoryOf(string record) =>
        Outcomes
            .Where(outcome => outcome.Record == record || outcome.Correction.Record == record)
            .OrderBy(outcome => outcome.Correction.At)
            .ThenBy(outcome => outcome.Correction.Id, StringComparer.Ordinal);

    /// <summary>Corrections that need a person: in conflict with the source, or fitting nothing.</summary>
    public IEnumerable<CorrectionOutcome> Unsettled =>
        Outcomes.Where(outcome => outcome.Kind is OutcomeKind.Conflict or OutcomeKind.Orphaned);

    /// <summary>The state of one record, for telling whether somebody changed it in between.</summary>
    public static string TagOf(IndicatorRecord record) =>
        TagOfState($"{SeenWords.Reading(record)}\n{record.Review?.Status}\n{record.Review?.By}\n{record.Review?.At}");

    /// <summary>The state of the document's own fields.</summary>
    public static string TagOf(DocumentHead head) =>
        TagOfState(string.Join('\n', CorrectionFields.OfDocument.Select(field => CorrectionFields.Json(head, field))));

    /// <summary>Of a record, or of the document's own fields; null where there is no such record.</summary>
    public string? TagOf(string id) =>
        id == Correction.OfDocument ? TagOf(Extraction.Head)
        : Find(id) is { } record ? TagOf(record)
        : null;

    private static string TagOfState(string state) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, 8));
}

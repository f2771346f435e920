using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Archives;
using PlanIngest.Records;
using PlanIngest.Sentences;
using PlanIngest.Tables;

namespace PlanIngest;

/// <summary>
/// Read this first: the way of one document from bytes to extraction. A pure function: no clock, no disk, no host,
/// no network.
/// </summary>
public static class IngestPipeline
{
    /// <summary>Name and version written to every output; raised when the output of some document can change.</summary>
    public const string Extractor = "planingest/0.4.0";

    /// <param name="file">The document's path below the corpus and its bytes.</param>
    /// <param name="corrections">The bytes of its corrections file; null where there is none.</param>
    /// <param name="limits">What a hostile file may cost.</param>
    /// <param name="engines">The outside programs the host lends; none where null.</param>
    public static Extraction Run(
        SourceFile file,
        ReadOnlyMemory<byte>? corrections = null,
        ReaderLimits? limits = null,
        ReaderEngines? engines = null
    )
    {
        var people = CorrectionsFile.Read(corrections);
        return Correct(Read(file, people, limits, engines), people).Extraction;
    }

    /// <summary>What the machine reads; of people's work only corrections of the document's own fields take part.</summary>
    public static MachineReading Read(
        SourceFile file,
        CorrectionsFile? people,
        ReaderLimits? limits = null,
        ReaderEngines? engines = null
    )
    {
        var document = ReadDocument(file, limits ?? ReaderLimits.Default, engines ?? ReaderEngines.None);
        var machineHead = HeadReader.Read(document);
        var (head, outcomes) = Corrections.ApplyToHead(machineHead, people);

        var tables = TableIndicators.Read(document, head);
        var sentences = SentenceIndicators.Read(document, head);

        var stated = new PlacedPieces(document).Fill(RecordOrder.Of(tables.Records, sentences));
        var rated = new RecordList(document.Shown);
        rated.AddRange(Confidences.Rate(document, RecordKeys.Assign(stated)));
        return new MachineReading(document, machineHead, head, rated, [.. document.Findings, .. tables.Findings])
        {
            HeadOutcomes = outcomes,
        };
    }

    /// <summary>People's work laid over a reading, then the conflicts that remain; with the outcome of every line.</summary>
    public static CorrectedReading Correct(MachineReading machine, CorrectionsFile? people)
    {
        var document = machine.Document;
        var corrected = Corrections.Apply(document, machine.Records, people);
        var conflicts = Conflicts.Find(document, machine.Head, corrected.Records);
        var decided = Corrections.Resolve(document, corrected.Records, conflicts.Conflicts, people);
        IReadOnlyList<CorrectionOutcome> outcomes =
        [
            .. machine.HeadOutcomes,
            .. corrected.Outcomes,
            .. decided.Outcomes,
            .. Corrections.OfUndone(people),
        ];
        var extraction = new Extraction
        {
            Document = document,
            Head = machine.Head,
            Corrections = people?.Sha256,
            Records = corrected.Records,
            Rejected = corrected.Rejected,
            Conflicts = decided.Conflicts,
            Findings =
            [
                .. machine.Findings,
                .. conflicts.Findings,
                .. Corrections.Findings(people, outcomes, corrected.Records.Concat(corrected.Rejected)),
            ],
        };
        return new CorrectedReading(extraction, outcomes);
    }

    /// <summary>
    /// Everything one file gives: its own extraction first, then, where it is an archive, one for each document in it.
    /// </summary>
    /// <param name="file">The file's path below the corpus and its bytes.</param>
    /// <param name="corrections">Finds the corrections of a document by its path; null where there are none.</param>
    /// <param name="limits">What a hostile file may cost.</param>
    /// <param name="engines">The outside programs the host lends; none where null.</param>
    public static IEnumerable<Extraction> RunAll(
        SourceFile file,
        Func<string, ReadOnlyMemory<byte>?> corrections,
        ReaderLimits? limits = null,
        ReaderEngines? engines = null
    )
    {
        yield return Run(file, corrections(file.Path), limits, engines);
        foreach (var member in ArchiveReader.Members(file, limits ?? ReaderLimits.Default))
        {
            yield return Run(member, corrections(member.Path), limits, engines);
        }
    }

    /// <summary>The document as its reader gives it, before anything is understood.</summary>
    public static Document ReadDocument(SourceFile file, ReaderLimits limits, ReaderEngines engines) =>
        ReaderCatalog.For(file.Path) is { } reader ? reader.Read(file, limits, engines) : Refused(file);

    private static Document Refused(SourceFile file)
    {
        var builder = DocumentBuilder.Over(file, "");
        builder.Report(
            new Finding(
                Severity.Error,
                "unsupported-type",
                $"Files of type '{Path.GetExtension(file.Path)}' are not read; save it as one of: "
                    + string.Join(' ', ReaderCatalog.All.SelectMany(reader => reader.Extensions))
            )
        );
        return builder.Build("application/octet-stream", null);
    }
}

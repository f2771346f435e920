using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// Applies people's corrections to what the machine read. Each line ends in exactly one
/// <see cref="CorrectionOutcome"/>; whatever did not simply apply is also a finding.
/// </summary>
public static class Corrections
{
    /// <summary>Corrections to the document's own fields, before the rest of the extraction uses them.</summary>
    public static (DocumentHead Head, IReadOnlyList<CorrectionOutcome> Outcomes) ApplyToHead(
        DocumentHead head,
        CorrectionsFile? file
    )
    {
        var outcomes = new List<CorrectionOutcome>();
        var corrected = head;
        var latest = new Dictionary<string, Correction>(StringComparer.Ordinal);
        foreach (var line in Effective(file).Where(IsOfDocument))
        {
            if (latest.TryGetValue(line.Field!, out var earlier))
            {
                outcomes.Add(new CorrectionOutcome(earlier, OutcomeKind.Superseded, Correction.OfDocument));
            }
            latest[line.Field!] = line;
        }
        foreach (var line in latest.Values)
        {
            var now = CorrectionFields.Json(head, line.Field!)!;
            corrected = CorrectedRecord.WithValue(line, value => CorrectionFields.With(corrected, line.Field!, value));
            var moved = line.Seen.Machine is { } was && was != now && now != line.Value;
            outcomes.Add(
                moved
                    ? new CorrectionOutcome(
                        line,
                        OutcomeKind.Conflict,
                        Correction.OfDocument,
                        $"The document's {line.Field} was read as {line.Seen.Machine} when it was corrected to "
                            + $"{line.Value} and is now read as {now}; the correction stands, check it."
                    )
                    : new CorrectionOutcome(line, OutcomeKind.Applied, Correction.OfDocument)
            );
        }
        return (corrected, outcomes);
    }

    /// <summary>Corrections to records and observations, and the records people added.</summary>
    public static CorrectedRecords Apply(
        Document document,
        IReadOnlyList<IndicatorRecord> records,
        CorrectionsFile? file
    )
    {
        if (file is null)
        {
            return new CorrectedRecords(records, [], []);
        }
        var outcomes = new List<CorrectionOutcome>();
        var machine = new RecordIndex(document, records);
        var added = AddedRecords(machine.Words, file, outcomes);
        var targets = new SortedDictionary<(bool Added, int Record), List<(Correction, CorrectionAnchor)>>();
        foreach (var line in Effective(file).Where(IsOfRecord))
        {
            var isOfAdded = line.Record!.StartsWith("a-", StringComparison.Ordinal);
            var anchor = CorrectionAnchor.Find(line, isOfAdded ? added : machine);
            if (anchor.Kind == OutcomeKind.Orphaned)
            {
                outcomes.Add(Orphan(line));
                continue;
            }
            var target = (isOfAdded, anchor.Record);
            targets.TryAdd(target, []);
            targets[target].Add((line, anchor));
        }
        var stand = new List<IndicatorRecord>();
        var rejected = new List<IndicatorRecord>();
        foreach (var (isAdded, index) in new[] { (false, machine), (true, added) })
        {
            for (var at = 0; at < index.Records.Count; at++)
            {
                var record = targets.TryGetValue((isAdded, at), out var lines)
                    ? CorrectedRecord.Of(index, at, lines, outcomes)
                    : index.Records[at];
                (record.Review?.Status == ReviewStatus.Rejected ? rejected : stand).Add(record);
            }
        }
        return new CorrectedRecords(InOrder(stand), InOrder(rejected), outcomes);
    }

    /// <summary>People's choices between the records of a conflict.</summary>
    public static (IReadOnlyList<Conflict> Conflicts, IReadOnlyList<CorrectionOutcome> Outcomes) Resolve(
        Document document,
        IReadOnlyList<IndicatorRecord> records,
        IReadOnlyList<Conflict> conflicts,
        CorrectionsFile? file
    )
    {
        var lines = Effective(file).Where(line => line.Action == CorrectionAction.Resolve).ToList();
        return lines.Count == 0 ? (conflicts, []) : ConflictChoices.Apply(document, records, conflicts, lines);
    }

    /// <summary>The outcomes of undo lines and of what they undo.</summary>
    public static IReadOnlyList<CorrectionOutcome> OfUndone(CorrectionsFile? file)
    {
        if (file is null)
        {
            return [];
        }
        var known = file.Lines.Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. file
                .Lines.Where(line => line.Action == CorrectionAction.Undo || file.Undone.Contains(line.Id))
                .Select(line =>
                    file.Undone.Contains(line.Id) ? new CorrectionOutcome(line, OutcomeKind.Undone, line.Record)
                    : known.Contains(line.Of!) ? new CorrectionOutcome(line, OutcomeKind.Applied, null)
                    : new CorrectionOutcome(
                        line,
                        OutcomeKind.Orphaned,
                        null,
                        $"It undoes '{line.Of}', which is no line."
                    )
                ),
        ];
    }

    /// <summary>What people are told: lines that cannot be read, and those that did not simply apply, in file order.</summary>
    public static IEnumerable<Finding> Findings(
        CorrectionsFile? file,
        IEnumerable<CorrectionOutcome> outcomes,
        IEnumerable<IndicatorRecord> records
    )
    {
        if (file is null)
        {
            return [];
        }
        var byId = new Dictionary<string, IndicatorRecord>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            byId.TryAdd(record.Id, record);
        }
        return file.Unreadable.Concat(
            outcomes
                .OrderBy(outcome => outcome.Correction.Line)
                .Select(outcome => FindingOf(outcome, byId))
                .OfType<Finding>()
        );
    }

    private static Finding? FindingOf(CorrectionOutcome outcome, Dictionary<string, IndicatorRecord> records)
    {
        (string, Severity)? kind = outcome.Kind switch
        {
            OutcomeKind.Reanchored => ("correction-reanchored", Severity.Info),
            OutcomeKind.Conflict => ("correction-conflict", Severity.Warning),
            OutcomeKind.Orphaned => ("correction-orphaned", Severity.Warning),
            _ => null,
        };
        if (kind is not var (code, severity))
        {
            return null;
        }
        var record = outcome.Record is { } id ? records.GetValueOrDefault(id) : null;
        return new Finding(severity, code, $"Correction {outcome.Correction.Id}: {outcome.Message}", record?.Span)
        {
            Place = record?.Place,
            Records = record is null ? [] : [record.Id],
        };
    }

    private static RecordIndex AddedRecords(SourceWords words, CorrectionsFile file, List<CorrectionOutcome> outcomes)
    {
        var added = new SortedDictionary<string, (Correction Line, IndicatorRecord Record, OutcomeKind Kind)>(
            StringComparer.Ordinal
        );
        foreach (var line in Effective(file).Where(line => line.Action == CorrectionAction.Add))
        {
            if (added.Remove(line.Record!, out var earlier))
            {
                outcomes.Add(new CorrectionOutcome(earlier.Line, OutcomeKind.Superseded, line.Record));
            }
            if (AddedRecord.Anchor(line, words) is var (record, kind))
            {
                var review = new Review(
                    ReviewStatus.Added,
                    line.By,
                    CorrectionLine.Instant(line.At),
                    line.Note,
                    new Dictionary<string, string>()
                );
                added[line.Record!] = (line, record with { Review = review }, kind);
            }
            else
            {
                outcomes.Add(Orphan(line));
            }
        }
        foreach (var (line, record, kind) in added.Values)
        {
            var message = kind == OutcomeKind.Reanchored ? "The words of the added record stand elsewhere now." : null;
            outcomes.Add(new CorrectionOutcome(line, kind, record.Id, message));
        }
        return new RecordIndex(words, [.. added.Values.Select(entry => entry.Record)]);
    }

    private static CorrectionOutcome Orphan(Correction line)
    {
        var what = line.Field is { } field
            ? $"{ContractValues.Word(line.Action)} {field}"
            : ContractValues.Word(line.Action);
        var words = line.Seen.Quote ?? line.Seen.Raw ?? string.Join(" | ", line.Seen.Raws);
        return new CorrectionOutcome(
            line,
            OutcomeKind.Orphaned,
            null,
            $"'{what}' of '{line.Seen.Name}' ({words}) fits no record any more; make it again on the right one, or undo it."
        );
    }

    private static IEnumerable<Correction> Effective(CorrectionsFile? file) =>
        file?.Lines.Where(line => line.Action != CorrectionAction.Undo && !file.Undone.Contains(line.Id)) ?? [];

    private static bool IsOfDocument(Correction line) => line.Record == Correction.OfDocument;

    private static bool IsOfRecord(Correction line) =>
        !IsOfDocument(line)
        && line.Action is CorrectionAction.Accept or CorrectionAction.Change or CorrectionAction.Reject;

    private static List<IndicatorRecord> InOrder(List<IndicatorRecord> records) =>
        [.. records.OrderBy(record => record.Span.Start)];
}

/// <summary>What holds, what people refused, and what became of every line.</summary>
public sealed record CorrectedRecords(
    IReadOnlyList<IndicatorRecord> Records,
    IReadOnlyList<IndicatorRecord> Rejected,
    IReadOnlyList<CorrectionOutcome> Outcomes
);

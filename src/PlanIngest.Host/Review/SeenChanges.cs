using PlanIngest.Outputs;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>
/// What a new version changed, as far as people's own lines tell: each says what was seen when it was made. It is known
/// even where no output of the version before is kept, for every record that somebody had looked at.
/// </summary>
public static class SeenChanges
{
    /// <summary>The changes known from the outputs, and those that only the corrections still tell.</summary>
    public static IReadOnlyList<OutputChange> With(IReadOnlyList<OutputChange> known, ReviewedDocument document)
    {
        var told = known.Select(change => change.Id).ToHashSet(StringComparer.Ordinal);
        return [.. known, .. Of(document).Where(change => told.Add(change.Id))];
    }

    /// <summary>Of each record whose latest line no longer sees what it saw: then and now.</summary>
    public static IEnumerable<OutputChange> Of(ReviewedDocument document)
    {
        var latest = new Dictionary<string, CorrectionOutcome>(StringComparer.Ordinal);
        foreach (var outcome in document.Outcomes.Where(IsOfRecord).OrderBy(one => one.Correction.At))
        {
            latest[outcome.Record ?? outcome.Correction.Record!] = outcome;
        }
        foreach (var (id, outcome) in latest)
        {
            var seen = outcome.Correction.Seen;
            var before = string.Join(" · ", seen.Raws.Select(SourceWords.Strip));
            if (outcome.Kind == OutcomeKind.Orphaned)
            {
                yield return new OutputChange(ChangeKind.Gone, id, seen.Name ?? id, before, null);
            }
            else if (Now(document, id) is { } now && now != before)
            {
                yield return new OutputChange(ChangeKind.Changed, id, document.Find(id)!.Name, before, now);
            }
        }
    }

    /// <summary>What the machine reads at the record now.</summary>
    private static string? Now(ReviewedDocument document, string id) =>
        document.Index.ById(id) is { } at
            ? string.Join(
                " · ",
                document
                    .Index.Records[at]
                    .Observations.Select(seen => SourceWords.Strip(document.Index.Words.Raw(seen)))
            )
            : null;

    private static bool IsOfRecord(CorrectionOutcome outcome) =>
        outcome.Kind is not (OutcomeKind.Superseded or OutcomeKind.Undone)
        && outcome.Correction is { Record: { } record, Action: not CorrectionAction.Resolve, Seen.Raws.Count: > 0 }
        && record != Correction.OfDocument;
}

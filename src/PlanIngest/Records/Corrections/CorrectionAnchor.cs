using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// Where a correction stands in the records as read now. By id where the words agree; where the key moved, by the
/// exact words of its values and around them, in exactly one place. Never by likeness: a doubt is an orphan.
/// </summary>
public readonly record struct CorrectionAnchor(OutcomeKind Kind, int Record, int? Observation = null)
{
    private static readonly CorrectionAnchor Orphan = new(OutcomeKind.Orphaned, -1);

    public static CorrectionAnchor Find(Correction correction, RecordIndex index)
    {
        var seen = correction.Seen;
        if (index.ById(correction.Record!) is not { } named)
        {
            var isAdded = correction.Record!.StartsWith("a-", StringComparison.Ordinal);
            return isAdded ? Orphan : Elsewhere(correction, index);
        }
        var alike = index.SameKey(named);
        return alike.Count == 1 && (seen.Alike ?? 1) == 1
            ? Inside(correction, index, named)
            : AmongAlike(correction, index, named, alike);
    }

    /// <summary>The record is sure; find the observation in it.</summary>
    private static CorrectionAnchor Inside(Correction correction, RecordIndex index, int at, bool moved = false)
    {
        var (record, seen) = (index.Records[at], correction.Seen);
        var held = moved ? OutcomeKind.Reanchored : OutcomeKind.Applied;
        if (correction.Observation is not { } id)
        {
            var touchesAll = correction.Action is CorrectionAction.Accept or CorrectionAction.Reject;
            var agree =
                seen.Raws.Count == 0 || (touchesAll ? SameRaws(index, record, seen) : SharesRaw(index, at, seen));
            return new CorrectionAnchor(agree ? held : OutcomeKind.Conflict, at);
        }
        var byId = PositionOf(record, id);
        if (byId is { } position && HasRaw(index, record.Observations[position], seen))
        {
            return new CorrectionAnchor(held, at, position);
        }
        var withRaw = Enumerable
            .Range(0, record.Observations.Count)
            .Where(i => IsMoved(index, record.Observations[i], seen));
        if (withRaw.Take(2).ToList() is [var only])
        {
            return new CorrectionAnchor(OutcomeKind.Reanchored, at, only);
        }
        return byId is { } changed && IsChangedInPlace(index, record, changed, seen)
            ? new CorrectionAnchor(OutcomeKind.Conflict, at, changed)
            : Orphan;
    }

    /// <summary>
    /// The id is shared out by counting, so it may now be a look-alike's: the values' words and one side of what stands
    /// around must agree, in one record alone; or, a value having changed, both sides and another value.
    /// </summary>
    private static CorrectionAnchor AmongAlike(
        Correction correction,
        RecordIndex index,
        int named,
        IReadOnlyList<int> alike
    )
    {
        var seen = correction.Seen;
        var sameRaws = alike.Where(at => SameRaws(index, index.Records[at], seen)).ToList();
        var inPlace = sameRaws.Where(at => Around(correction, index, at) is (true, _) or (_, true)).ToList();
        if (inPlace.Count == 1)
        {
            return Inside(correction, index, inPlace[0], moved: inPlace[0] != named);
        }
        if (seen is { Before: null, After: null } && sameRaws is [var only] && only == named)
        {
            return Inside(correction, index, only);
        }
        if (sameRaws.Count > 0)
        {
            return Orphan;
        }
        var changed = alike
            .Where(at => SharesRaw(index, at, seen) && Around(correction, index, at) is (true, true))
            .Take(2)
            .ToList();
        return changed is [var one]
            ? Inside(correction, index, one, moved: one != named)
            : Elsewhere(correction, index);
    }

    /// <summary>No record has the id any more.</summary>
    private static CorrectionAnchor Elsewhere(Correction correction, RecordIndex index)
    {
        var seen = correction.Seen;
        if (seen.Raws.Count == 0)
        {
            return Orphan;
        }
        var fitting = index
            .WithRaws(seen, whole: correction.Observation is null)
            .Where(at => Fits(correction, index, at))
            .Take(2)
            .ToList();
        return fitting is [var one] ? Inside(correction, index, one, moved: true) : Orphan;
    }

    private static bool Fits(Correction correction, RecordIndex index, int at)
    {
        var (before, after) = Around(correction, index, at);
        var sameName = RecordIndex.SameName(correction.Seen.Name, index.Records[at].Name);
        var wasAlone = correction.Seen.Alike == 1;
        return (before && after && (sameName || wasAlone)) || ((before || after) && sameName && wasAlone);
    }

    /// <summary>Whether the words before and after what was touched are those that were seen.</summary>
    private static (bool Before, bool After) Around(Correction correction, RecordIndex index, int at)
    {
        var record = index.Records[at];
        if (correction.Observation is not { } id)
        {
            return index.Words.Agree(record.Span, correction.Seen);
        }
        var stretches = record.Observations.Where(seen => IsRaw(index, seen, correction.Seen) || seen.Id == id);
        (bool Before, bool After) agree = (false, false);
        foreach (var stretch in stretches)
        {
            var (before, after) = index.Words.Agree(stretch.Span, correction.Seen);
            agree = (agree.Before || before, agree.After || after);
        }
        return agree;
    }

    /// <summary>A value is still as it was; else the id may be a new statement's, worded alike.</summary>
    private static bool SharesRaw(RecordIndex index, int at, Seen seen) =>
        index
            .Records[at]
            .Observations.Select(index.Words.Raw)
            .Any(raw => seen.Raws.Any(was => SourceWords.Same(was, raw)));

    private static bool SameRaws(RecordIndex index, IndicatorRecord record, Seen seen) =>
        record.Observations.Count == seen.Raws.Count
        && record.Observations.Zip(seen.Raws).All(pair => SourceWords.Same(index.Words.Raw(pair.First), pair.Second));

    private static bool IsRaw(RecordIndex index, Observation observation, Seen seen) =>
        seen.Raw is not null && SourceWords.Same(index.Words.Raw(observation), seen.Raw);

    /// <summary>The same value under another id: its words, and what stands on one side of it at least.</summary>
    private static bool IsMoved(RecordIndex index, Observation observation, Seen seen) =>
        IsRaw(index, observation, seen) && index.Words.Agree(observation.Span, seen) is not (false, false);

    /// <summary>Lines of other programs may not say which of the raws was touched: any of them then.</summary>
    private static bool HasRaw(RecordIndex index, Observation observation, Seen seen) =>
        seen.Raw is null
            ? seen.Raws.Count == 0 || seen.Raws.Any(raw => SourceWords.Same(raw, index.Words.Raw(observation)))
            : IsRaw(index, observation, seen);

    /// <summary>The same values stand there as then, but for this one; so the id is not another value's now.</summary>
    private static bool IsChangedInPlace(RecordIndex index, IndicatorRecord record, int position, Seen seen)
    {
        if (seen.Raws.Count == 0)
        {
            return true;
        }
        var now = index.Words.Raw(record.Observations[position]);
        return record.Observations.Count == seen.Raws.Count
            && (seen.Raw is null || SourceWords.Same(seen.Raws[position], seen.Raw))
            && !seen.Raws.Where((_, at) => at != position).Any(raw => SourceWords.Same(raw, now));
    }

    private static int? PositionOf(IndicatorRecord record, string id)
    {
        for (var at = 0; at < record.Observations.Count; at++)
        {
            if (record.Observations[at].Id == id)
            {
                return at;
            }
        }
        return null;
    }
}

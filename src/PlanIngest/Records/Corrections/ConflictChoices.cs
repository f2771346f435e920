using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// Which record of a conflict a person prefers. A choice is about the values that were compared: where one of them
/// has changed it does not stand, and says so.
/// </summary>
internal static class ConflictChoices
{
    public static (IReadOnlyList<Conflict> Conflicts, IReadOnlyList<CorrectionOutcome> Outcomes) Apply(
        Document document,
        IReadOnlyList<IndicatorRecord> records,
        IReadOnlyList<Conflict> conflicts,
        IReadOnlyList<Correction> lines
    )
    {
        var raws = new Dictionary<ObservationRef, string>();
        foreach (var record in records)
        {
            foreach (var observation in record.Observations)
            {
                raws[new ObservationRef(record.Id, observation.Id)] = document.Slice(observation.Span).ToString();
            }
        }
        var outcomes = new List<CorrectionOutcome>();
        var chosen = new SortedDictionary<int, (Correction Line, string Prefer, OutcomeKind Kind)>();
        foreach (var line in lines)
        {
            var (kind, at, prefer) = Find(line, conflicts, raws);
            if (prefer is null)
            {
                outcomes.Add(new CorrectionOutcome(line, kind, null, Message(line, kind)));
                continue;
            }
            if (chosen.TryGetValue(at, out var earlier))
            {
                outcomes.Add(new CorrectionOutcome(earlier.Line, OutcomeKind.Superseded, earlier.Prefer));
            }
            chosen[at] = (line, prefer, kind);
        }
        var resolved = conflicts.ToArray();
        foreach (var (at, (line, prefer, kind)) in chosen)
        {
            var resolution = new Resolution(prefer, line.By, CorrectionLine.Instant(line.At), line.Note);
            resolved[at] = resolved[at] with { Resolution = resolution };
            outcomes.Add(new CorrectionOutcome(line, kind, prefer, Message(line, kind)));
        }
        return (resolved, outcomes);
    }

    private static (OutcomeKind Kind, int At, string? Prefer) Find(
        Correction line,
        IReadOnlyList<Conflict> conflicts,
        Dictionary<ObservationRef, string> raws
    )
    {
        using var json = JsonDocument.Parse(line.Value!);
        var choice = ResolvedConflict.Read(json.RootElement)!;
        var named = Enumerable.Range(0, conflicts.Count).Where(at => choice.Names(conflicts[at])).Take(2).ToList();
        if (named is [var one])
        {
            var same = choice
                .Observations.Zip(line.Seen.Raws)
                .All(pair => SourceWords.Same(raws.GetValueOrDefault(pair.First), pair.Second));
            var isOne = choice.Observations.Any(observation => observation.Record == line.Record);
            return !isOne ? (OutcomeKind.Orphaned, -1, null)
                : same ? (OutcomeKind.Applied, one, line.Record)
                : (OutcomeKind.Conflict, one, null);
        }
        var preferred = choice.Observations.ToList().FindIndex(observation => observation.Record == line.Record);
        var moved = Enumerable.Range(0, conflicts.Count).Where(at => IsSame(conflicts[at], choice, line, raws)).Take(2);
        if (preferred < 0 || moved.ToList() is not [var only])
        {
            return (OutcomeKind.Orphaned, -1, null);
        }
        var holders = conflicts[only]
            .Observations.Where(observation => SourceWords.Same(raws[observation], line.Seen.Raws[preferred]))
            .ToList();
        return holders is [var holder]
            ? (OutcomeKind.Reanchored, only, holder.Record)
            : (OutcomeKind.Orphaned, -1, null);
    }

    /// <summary>The same indicator, kind and period, and the same words of the same number of values.</summary>
    private static bool IsSame(
        Conflict conflict,
        ResolvedConflict choice,
        Correction line,
        Dictionary<ObservationRef, string> raws
    ) =>
        conflict.Kind == choice.Kind
        && conflict.Period?.ToString() == choice.Period
        && RecordIndex.SameName(conflict.Name, line.Seen.Name)
        && line.Seen.Raws.Count == choice.Observations.Count
        && conflict
            .Observations.Select(observation => SourceWords.Strip(raws[observation]))
            .Order(StringComparer.Ordinal)
            .SequenceEqual(line.Seen.Raws.Select(SourceWords.Strip).Order(StringComparer.Ordinal));

    private static string? Message(Correction line, OutcomeKind kind)
    {
        var choice = $"the choice of {line.Record} for '{line.Seen.Name}' ({string.Join(" / ", line.Seen.Raws)})";
        return kind switch
        {
            OutcomeKind.Conflict => $"{choice} was made between other values; choose again.",
            OutcomeKind.Orphaned => $"{choice} fits no conflict any more; undo it if it is settled.",
            OutcomeKind.Reanchored => $"{choice} was found again by its words.",
            _ => null,
        };
    }
}

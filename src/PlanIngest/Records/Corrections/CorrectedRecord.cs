using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>One record with the lines that stand at it: for each field the latest, and the latest judgement.</summary>
internal sealed class CorrectedRecord
{
    private const string Judgement = "";

    /// <summary>Of an observation, what a person accepts: the level follows from it.</summary>
    private static readonly string[] AcceptedMembers = ["role", "period", "quantity", "series"];

    private readonly RecordIndex index;
    private readonly IndicatorRecord machine;
    private readonly List<CorrectionOutcome> outcomes;
    private readonly List<Correction> holding = [];
    private readonly SortedDictionary<int, List<string>> changedValues = [];
    private readonly List<string> changedFields = [];
    private readonly SortedSet<int> refusedValues = [];
    private readonly Observation[] observations;
    private IndicatorRecord record;
    private CorrectionAction? judgement;

    private CorrectedRecord(RecordIndex index, IndicatorRecord machine, List<CorrectionOutcome> outcomes)
    {
        (this.index, this.machine, this.outcomes, record) = (index, machine, outcomes, machine);
        observations = [.. machine.Observations];
    }

    /// <summary><paramref name="lines"/> in the order in which they hold; adds one outcome for each.</summary>
    public static IndicatorRecord Of(
        RecordIndex index,
        int at,
        IReadOnlyList<(Correction Line, CorrectionAnchor Anchor)> lines,
        List<CorrectionOutcome> outcomes
    )
    {
        var corrected = new CorrectedRecord(index, index.Records[at], outcomes);
        var latest = new Dictionary<(int?, string), (Correction Line, CorrectionAnchor Anchor)>();
        foreach (var (line, anchor) in lines)
        {
            var key = (anchor.Observation, line.Field is { } field ? field : Judgement);
            if (latest.Remove(key, out var earlier))
            {
                outcomes.Add(new CorrectionOutcome(earlier.Line, OutcomeKind.Superseded, corrected.machine.Id));
            }
            latest[key] = (line, anchor);
        }
        foreach (var (line, anchor) in lines.Where(entry => latest.ContainsValue(entry)))
        {
            corrected.Take(line, anchor);
        }
        return corrected.Build();
    }

    /// <summary>The value of a line that was checked when it was read, given to a field.</summary>
    internal static T WithValue<T>(Correction line, Func<JsonElement, T?> with)
        where T : class
    {
        using var json = JsonDocument.Parse(line.Value!);
        return with(json.RootElement) ?? throw new InvalidOperationException($"{line.Id}: the value fits no more");
    }

    /// <summary>All a person accepts of a record, as one comparable text.</summary>
    internal static string Reading(IndicatorRecord record) =>
        ContractValues.Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var field in CorrectionFields.OfRecord)
            {
                writer.WritePropertyName(field);
                writer.WriteRawValue(CorrectionFields.Json(record, field)!);
            }
            writer.WriteStartArray("observations");
            foreach (var observation in record.Observations)
            {
                writer.WriteStartObject();
                foreach (var field in AcceptedMembers)
                {
                    writer.WritePropertyName(field);
                    writer.WriteRawValue(CorrectionFields.Json(observation, field)!);
                }
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    private void Take(Correction line, CorrectionAnchor anchor)
    {
        if (line.Action == CorrectionAction.Change)
        {
            Change(line, anchor);
        }
        else
        {
            Judge(line, anchor);
        }
    }

    private void Change(Correction line, CorrectionAnchor anchor)
    {
        var field = line.Field!;
        string now;
        if (anchor.Observation is { } at)
        {
            now = CorrectionFields.Json(machine.Observations[at], field)!;
            observations[at] = WithValue(line, value => CorrectionFields.With(observations[at], field, value));
            if (now != line.Value)
            {
                changedValues.TryAdd(at, []);
                changedValues[at].Add(field);
            }
        }
        else
        {
            now = CorrectionFields.Json(machine, field)!;
            record = WithValue(line, value => CorrectionFields.With(record, field, value));
            if (now != line.Value)
            {
                changedFields.Add(field);
            }
        }
        holding.Add(line);
        var agrees = now == line.Value;
        var moved = anchor.Kind == OutcomeKind.Conflict || (line.Seen.Machine is { } was && was != now);
        Report(line, anchor, moved && !agrees, $"{field} {line.Seen.Machine} was corrected to {line.Value}", now);
    }

    private void Judge(Correction line, CorrectionAnchor anchor)
    {
        var now = anchor.Observation is { } at
            ? CorrectionFields.Json(machine.Observations[at], "quantity")!
            : Reading(machine);
        var moved = anchor.Kind == OutcomeKind.Conflict || (line.Seen.Machine is { } was && was != now);
        if (line.Action == CorrectionAction.Reject)
        {
            holding.Add(line);
            if (anchor.Observation is { } refused)
            {
                refusedValues.Add(refused);
            }
            else
            {
                judgement = CorrectionAction.Reject;
            }
        }
        else if (!moved && anchor.Observation is null)
        {
            holding.Add(line);
            judgement = CorrectionAction.Accept;
        }
        Report(line, anchor, moved, $"{line.Seen.Machine} was {ContractValues.Word(line.Action)}ed", now);
    }

    private void Report(Correction line, CorrectionAnchor anchor, bool moved, string was, string now)
    {
        if (moved)
        {
            var sourceThen = string.Join(" | ", line.Seen.Raw is { } raw ? [raw] : line.Seen.Raws);
            var sourceNow = string.Join(
                " | ",
                (anchor.Observation is { } at ? [machine.Observations[at]] : machine.Observations).Select(
                    index.Words.Raw
                )
            );
            var stands =
                line.Action == CorrectionAction.Accept ? "accept it again if it is right" : "it stands, check it";
            var message =
                $"{was} where the source said '{sourceThen}'; it now says '{sourceNow}' and is read as {now}; {stands}.";
            outcomes.Add(new CorrectionOutcome(line, OutcomeKind.Conflict, machine.Id, message));
            return;
        }
        var kind = anchor.Kind == OutcomeKind.Conflict ? OutcomeKind.Applied : anchor.Kind;
        var moves =
            kind == OutcomeKind.Reanchored ? $"made on {line.Record}, found again by its words at {machine.Id}." : null;
        outcomes.Add(new CorrectionOutcome(line, kind, machine.Id, moves));
    }

    private IndicatorRecord Build()
    {
        if (holding.Count == 0)
        {
            return machine;
        }
        var last = holding[^1];
        var changed = changedFields.Count + changedValues.Count + refusedValues.Count > 0;
        var status =
            judgement == CorrectionAction.Reject ? ReviewStatus.Rejected
            : machine.Review is { } added ? added.Status
            : changed ? ReviewStatus.Corrected
            : ReviewStatus.Accepted;
        return record with
        {
            Observations = [.. observations.Where((_, at) => !refusedValues.Contains(at))],
            Review = new Review(status, last.By, CorrectionLine.Instant(last.At), last.Note, MachineMembers()),
        };
    }

    private Dictionary<string, string> MachineMembers()
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in CorrectionFields.OfRecord.Where(changedFields.Contains))
        {
            members[field] = CorrectionFields.Json(machine, field)!;
        }
        var touched = changedValues.Keys.Union(refusedValues).Order().ToList();
        if (touched.Count > 0)
        {
            members["observations"] = ContractValues.Json(writer =>
            {
                writer.WriteStartArray();
                foreach (var at in touched)
                {
                    WriteMachineValue(writer, at);
                }
                writer.WriteEndArray();
            });
        }
        return members;
    }

    private void WriteMachineValue(Utf8JsonWriter writer, int at)
    {
        var observation = machine.Observations[at];
        var refused = refusedValues.Contains(at);
        writer.WriteStartObject();
        writer.WriteString("id", observation.Id);
        foreach (var field in CorrectionFields.OfObservation)
        {
            var json = CorrectionFields.Json(observation, field)!;
            var isChanged = changedValues.TryGetValue(at, out var fields) && fields.Contains(field);
            if (isChanged || (refused && json != "null"))
            {
                writer.WritePropertyName(field);
                writer.WriteRawValue(json);
            }
        }
        if (refused)
        {
            writer.WriteString("raw", index.Words.Raw(observation));
        }
        writer.WriteEndObject();
    }
}

using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// A record a person added: the whole record as the value of its line, its words in <see cref="Seen.Quote"/>. It stands
/// where those words stand now; where they are found nowhere or in several places it is an orphan, for nothing goes out
/// without a quote.
/// </summary>
public static class AddedRecord
{
    public static bool IsWhole(JsonElement value) => Read(value) is { Observations.Count: > 0 };

    /// <summary>The value of an add line for a record as a person made it.</summary>
    public static string Json(IndicatorRecord record, Document document) =>
        ContractValues.Json(writer =>
        {
            writer.WriteStartObject();
            foreach (var field in CorrectionFields.OfRecord)
            {
                writer.WritePropertyName(field);
                writer.WriteRawValue(CorrectionFields.Json(record, field)!);
            }
            writer.WriteString("origin", ContractValues.Word(record.Origin));
            writer.WriteStartArray("observations");
            foreach (var observation in record.Observations)
            {
                writer.WriteStartObject();
                foreach (var field in CorrectionFields.OfObservation)
                {
                    if (CorrectionFields.Json(observation, field) is { } json && (json != "null" || field == "period"))
                    {
                        writer.WritePropertyName(field);
                        writer.WriteRawValue(json);
                    }
                }
                writer.WriteString("raw", document.Slice(observation.Span));
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>The record at the place its words stand in this document, and how surely; null for an orphan.</summary>
    public static (IndicatorRecord Record, OutcomeKind Kind)? Anchor(Correction line, SourceWords words)
    {
        using var json = JsonDocument.Parse(line.Value!);
        if (Read(json.RootElement) is not { } record || PlaceOf(line.Seen, words) is not var (place, kind))
        {
            return null;
        }
        var observations = new List<Observation>();
        var from = place.Start;
        foreach (var (observation, raw) in record.Observations.Zip(RawsOf(json.RootElement)))
        {
            var spans = words.Find(raw, Span.Between(from, place.End)).Take(1).ToList();
            spans = spans.Count > 0 ? spans : [.. words.Find(raw, place).Take(1)];
            if (spans is not [var span])
            {
                return null;
            }
            observations.Add(observation with { Span = span });
            from = span.End;
        }
        return (record with { Id = line.Record!, Observations = observations, Span = place }, kind);
    }

    private static (Span Span, OutcomeKind Kind)? PlaceOf(Seen seen, SourceWords words)
    {
        if (seen.Quote is not { Length: > 0 } quote)
        {
            return null;
        }
        var found = words
            .Find(quote)
            .Select(span => (Span: span, Agree: words.Agree(span, seen)))
            .Where(place => place.Agree.Before || place.Agree.After)
            .ToList();
        var whole = found.Where(place => place.Agree is (true, true)).ToList();
        return whole.Count == 1 ? (whole[0].Span, OutcomeKind.Applied)
            : whole.Count == 0 && found.Count == 1 ? (found[0].Span, OutcomeKind.Reanchored)
            : null;
    }

    private static List<string> RawsOf(JsonElement value) =>
        [.. value.GetProperty("observations").EnumerateArray().Select(seen => ContractParsing.Text(seen, "raw")!)];

    private static IndicatorRecord? Read(JsonElement value)
    {
        if (ContractParsing.Member(value, "observations") is not { ValueKind: JsonValueKind.Array } array)
        {
            return null;
        }
        var observations = new List<Observation>();
        foreach (var item in array.EnumerateArray())
        {
            if (ReadObservation(item) is not { } observation)
            {
                return null;
            }
            observations.Add(observation);
        }
        var record = new IndicatorRecord
        {
            Name = ContractParsing.Text(value, "name") ?? "",
            Origin = ContractValues.Parse<Origin>(ContractParsing.Text(value, "origin")) ?? Origin.Prose,
            Tier = Tier.Core,
            Observations = RecordKeys.Assign(observations),
            Span = default,
            KeyWords = "",
            Confidence = 1,
        };
        foreach (var field in CorrectionFields.OfRecord)
        {
            if (ContractParsing.Member(value, field) is { } given)
            {
                if (CorrectionFields.With(record, field, given) is not { } filled)
                {
                    return null;
                }
                record = filled;
            }
        }
        return record.Name.Length > 0 ? record : null;
    }

    private static Observation? ReadObservation(JsonElement item)
    {
        if (
            ContractParsing.Text(item, "raw") is not { Length: > 0 }
            || ContractValues.Parse<Role>(ContractParsing.Text(item, "role")) is not { } role
            || ContractParsing.Member(item, "quantity") is not { } json
            || ContractParsing.Quantity(json) is not { } quantity
        )
        {
            return null;
        }
        Observation? observation = new()
        {
            Role = role,
            Period = null,
            Quantity = quantity,
            Span = default,
        };
        foreach (var field in new[] { "period", "series", "level" })
        {
            if (observation is not null && ContractParsing.Member(item, field) is { } given)
            {
                observation = CorrectionFields.With(observation, field, given);
            }
        }
        return observation;
    }
}

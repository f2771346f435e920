using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>A correction as one line of JSON (<c>correction.schema.json</c>) and back.</summary>
public static class CorrectionLine
{
    public const string Schema = "planingest/correction/1";

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null, and why, for a line that is torn, no JSON, or no correction.</summary>
    public static Correction? Read(ReadOnlySpan<byte> line, int number, out string why)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            using var json = JsonDocument.ParseValue(ref reader);
            if (reader.BytesConsumed != line.Length)
            {
                why = "more than one JSON object";
                return null;
            }
            return Read(json.RootElement, number, out why);
        }
        catch (JsonException)
        {
            why = "no whole JSON object";
            return null;
        }
        catch (InvalidOperationException)
        {
            why = "its text is no valid UTF-8";
            return null;
        }
    }

    private static Correction? Read(JsonElement json, int number, out string why)
    {
        why = "";
        if (ContractParsing.Text(json, "schema") != Schema)
        {
            why = $"its schema is not {Schema}";
            return null;
        }
        if (ContractValues.Parse<CorrectionAction>(ContractParsing.Text(json, "action")) is not { } action)
        {
            why = "unknown action";
            return null;
        }
        if (ContractParsing.Text(json, "id") is not { Length: > 0 } id)
        {
            why = "no id";
            return null;
        }
        if (
            !DateTimeOffset.TryParse(
                ContractParsing.Text(json, "at"),
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var at
            )
        )
        {
            why = "no time";
            return null;
        }
        var correction = new Correction
        {
            Id = id,
            Action = action,
            Record = ContractParsing.Text(json, "record"),
            Observation = ContractParsing.Text(json, "observation"),
            Field = ContractParsing.Text(json, "field"),
            Of = ContractParsing.Text(json, "of"),
            By = ContractParsing.Text(json, "by"),
            Note = ContractParsing.Text(json, "note"),
            At = at,
            Line = number,
        };
        var value = ContractParsing.Member(json, "value");
        return WithValue(correction, value, out why) is { } whole
            ? whole with
            {
                Seen = ContractParsing.Member(json, "seen") is { } seen ? ReadSeen(seen, whole) : Seen.Nothing,
            }
            : null;
    }

    /// <summary>What each action must name, and its value in canonical form.</summary>
    private static Correction? WithValue(Correction line, JsonElement? value, out string why)
    {
        why = "";
        if (line.Action == CorrectionAction.Undo)
        {
            why = line.Of is { Length: > 0 } ? "" : "names no line to undo";
            return why.Length == 0 ? line : null;
        }
        if (line.Record is not { Length: > 0 } record)
        {
            why = "names no record";
            return null;
        }
        if (record == Correction.OfDocument && line.Action != CorrectionAction.Change)
        {
            why = "of the document itself only fields are changed";
            return null;
        }
        switch (line.Action)
        {
            case CorrectionAction.Change:
                var canonical =
                    line.Field is { } field && value is { } given
                        ? CorrectionFields.Canonical(record, line.Observation, field, given)
                        : null;
                why = canonical is null ? $"the value does not fit the field '{line.Field}'" : "";
                return canonical is null ? null : line with { Value = canonical };
            case CorrectionAction.Add:
                var isAdded =
                    record.StartsWith("a-", StringComparison.Ordinal)
                    && value is { } whole
                    && AddedRecord.IsWhole(whole);
                why = isAdded ? "" : "its value is no whole record, or its record is not named a-…";
                return why.Length == 0 ? line with { Value = ContractValues.Json(value!.Value.WriteTo) } : null;
            case CorrectionAction.Resolve:
                why = value is { } conflict && ResolvedConflict.Read(conflict) is not null ? "" : "names no conflict";
                return why.Length == 0 ? line with { Value = ContractValues.Json(value!.Value.WriteTo) } : null;
            default:
                return line;
        }
    }

    private static Seen ReadSeen(JsonElement seen, Correction line)
    {
        var machine = ContractParsing.Member(seen, "machine");
        return new Seen
        {
            Name = ContractParsing.Text(seen, "name"),
            Raws = ContractParsing.Texts(ContractParsing.Member(seen, "raws")) ?? [],
            Raw = ContractParsing.Text(seen, "raw"),
            Machine =
                machine is not { } was ? null
                : line is { Action: CorrectionAction.Change, Field: { } field }
                    ? CorrectionFields.Canonical(line.Record!, line.Observation, field, was)
                : ContractValues.Json(was.WriteTo),
            Before = ContractParsing.Text(seen, "before"),
            After = ContractParsing.Text(seen, "after"),
            Quote = ContractParsing.Text(seen, "quote"),
            Alike = ContractParsing.Integer(seen, "alike"),
        };
    }

    /// <summary>The line without its line end.</summary>
    public static byte[] Write(Correction correction)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            writer.WriteStartObject();
            writer.WriteString("schema", Schema);
            writer.WriteString("id", correction.Id);
            writer.WriteString("action", ContractValues.Word(correction.Action));
            Optional(writer, "record", correction.Record);
            Optional(writer, "observation", correction.Observation);
            Optional(writer, "field", correction.Field);
            if (correction.Seen != Seen.Nothing)
            {
                writer.WritePropertyName("seen");
                Write(writer, correction.Seen);
            }
            Raw(writer, "value", correction.Value);
            Optional(writer, "of", correction.Of);
            writer.WriteString("by", correction.By);
            writer.WriteString("at", Instant(correction.At));
            writer.WriteString("note", correction.Note);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>UTC, to the millisecond where there are any.</summary>
    public static string Instant(DateTimeOffset at) =>
        at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter writer, Seen seen)
    {
        writer.WriteStartObject();
        Optional(writer, "name", seen.Name);
        writer.WriteStartArray("raws");
        foreach (var raw in seen.Raws)
        {
            writer.WriteStringValue(raw);
        }
        writer.WriteEndArray();
        Optional(writer, "raw", seen.Raw);
        Raw(writer, "machine", seen.Machine);
        Optional(writer, "before", seen.Before);
        Optional(writer, "after", seen.After);
        Optional(writer, "quote", seen.Quote);
        if (seen.Alike is { } alike)
        {
            writer.WriteNumber("alike", alike);
        }
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string member, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(member, text);
        }
    }

    private static void Raw(Utf8JsonWriter writer, string member, string? json)
    {
        if (json is not null)
        {
            writer.WritePropertyName(member);
            writer.WriteRawValue(json);
        }
    }
}

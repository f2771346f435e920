using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// The contract's small values as JSON and back: quantity, level, plan period and the words of closed sets. Writing is
/// canonical (fixed member order, shortest decimals), so equal values are equal texts. Reading gives null for what is
/// no such value.
/// </summary>
public static class ContractValues
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The contract's word for a member of a closed set: its own name in lower case.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static T? Parse<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (string.Equals(Word(value), word, StringComparison.Ordinal))
            {
                return value;
            }
        }
        return null;
    }

    public static Comparator? ParseComparator(string? text)
    {
        foreach (var comparator in Enum.GetValues<Comparator>())
        {
            if (string.Equals(ContractWords.Of(comparator), text, StringComparison.Ordinal))
            {
                return comparator;
            }
        }
        return null;
    }

    /// <summary>90.00 is 90: the shortest decimal form, no exponent.</summary>
    public static string Number(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>One JSON text, in the form all corrections and readings are compared in.</summary>
    public static string Json(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            write(writer);
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static string Json(string? text) => Json(writer => writer.WriteStringValue(text));

    public static string Json(IEnumerable<string> texts) =>
        Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var text in texts)
            {
                writer.WriteStringValue(text);
            }
            writer.WriteEndArray();
        });

    public static string Json(Quantity quantity) => Json(writer => Write(writer, quantity));

    public static string Json(Level? level) =>
        Json(writer =>
        {
            if (level is null)
            {
                writer.WriteNullValue();
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("comparator", ContractWords.Of(level.Comparator));
            WriteNumber(writer, "value", level.Value);
            writer.WriteString("unit", level.Unit);
            writer.WriteEndObject();
        });

    public static string Json(PlanPeriod? plan) =>
        Json(writer =>
        {
            if (plan is null)
            {
                writer.WriteNullValue();
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("name", plan.Name);
            writer.WriteNumber("start", plan.Start);
            writer.WriteNumber("end", plan.End);
            writer.WriteEndObject();
        });

    public static void Write(Utf8JsonWriter writer, Quantity quantity)
    {
        writer.WriteStartObject();
        writer.WriteString("kind", Word(quantity.Kind));
        if (quantity.Comparator is { } comparator)
        {
            writer.WriteString("comparator", ContractWords.Of(comparator));
        }
        WriteNumber(writer, "value", quantity.Value);
        WriteNumber(writer, "low", quantity.Low);
        WriteNumber(writer, "high", quantity.High);
        if (
            quantity.Unit is not null
            || quantity.Kind is QuantityKind.Number or QuantityKind.Range or QuantityKind.Change
        )
        {
            writer.WriteString("unit", quantity.Unit);
        }
        if (quantity.Approximate)
        {
            writer.WriteBoolean("approximate", true);
        }
        if (quantity.Change is { } change)
        {
            writer.WriteStartObject("change");
            writer.WriteString("direction", Word(change.Direction));
            writer.WriteString("mode", Word(change.Mode));
            writer.WriteString("basis", change.Basis);
            writer.WriteString("per", change.Per is { } per ? Word(per) : null);
            writer.WriteEndObject();
        }
        if (quantity.Words is not null && WordsMember(quantity.Kind) is { } member)
        {
            writer.WriteString(member, quantity.Words);
        }
        writer.WriteEndObject();
    }

    private static string? WordsMember(QuantityKind kind) =>
        kind is QuantityKind.Reference or QuantityKind.Grade or QuantityKind.Text ? Word(kind) : null;

    private static void WriteNumber(Utf8JsonWriter writer, string member, decimal? value)
    {
        if (value is { } number)
        {
            writer.WritePropertyName(member);
            writer.WriteRawValue(Number(number));
        }
    }
}

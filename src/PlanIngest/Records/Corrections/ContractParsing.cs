using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>The contract's values out of JSON that people or other programs wrote: null for what is no such value.</summary>
public static class ContractParsing
{
    public static string? Text(JsonElement owner, string member) =>
        Member(owner, member) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static decimal? Number(JsonElement owner, string member) =>
        Member(owner, member) is { ValueKind: JsonValueKind.Number } number && number.TryGetDecimal(out var value)
            ? value
            : null;

    public static int? Integer(JsonElement owner, string member) =>
        Member(owner, member) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value)
            ? value
            : null;

    public static JsonElement? Member(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? value : null;

    /// <summary>The strings of an array; null when it is no array or holds something else.</summary>
    public static IReadOnlyList<string>? Texts(JsonElement? array)
    {
        if (array is not { ValueKind: JsonValueKind.Array } values)
        {
            return null;
        }
        var texts = new List<string>(values.GetArrayLength());
        foreach (var value in values.EnumerateArray())
        {
            if (value.ValueKind != JsonValueKind.String)
            {
                return null;
            }
            texts.Add(value.GetString()!);
        }
        return texts;
    }

    public static Quantity? Quantity(JsonElement json)
    {
        if (ContractValues.Parse<QuantityKind>(Text(json, "kind")) is not { } kind)
        {
            return null;
        }
        var quantity = new Quantity
        {
            Kind = kind,
            Comparator = ContractValues.ParseComparator(Text(json, "comparator")),
            Value = Number(json, "value"),
            Low = Number(json, "low"),
            High = Number(json, "high"),
            Unit = Text(json, "unit"),
            Approximate = Member(json, "approximate") is { ValueKind: JsonValueKind.True },
            Change = Member(json, "change") is { } change ? Change(change) : null,
            Words = Text(json, ContractValues.Word(kind)),
        };
        return IsWhole(quantity) ? quantity : null;
    }

    public static Level? Level(JsonElement json) =>
        ContractValues.ParseComparator(Text(json, "comparator")) is { } comparator && Number(json, "value") is { } value
            ? new Level(comparator, value, Text(json, "unit"))
            : null;

    public static PlanPeriod? PlanPeriod(JsonElement json) =>
        Text(json, "name") is { Length: > 0 } name
        && Integer(json, "start") is { } start
        && Integer(json, "end") is { } end
        && start <= end
            ? new PlanPeriod(name, start, end)
            : null;

    private static Change? Change(JsonElement json) =>
        ContractValues.Parse<ChangeDirection>(Text(json, "direction")) is { } direction
        && ContractValues.Parse<ChangeMode>(Text(json, "mode")) is { } mode
            ? new Change(direction, mode, Text(json, "basis"), ContractValues.Parse<ChangePer>(Text(json, "per")))
            : null;

    /// <summary>Has what its kind demands.</summary>
    private static bool IsWhole(Quantity quantity) =>
        quantity.Kind switch
        {
            QuantityKind.Number => quantity is { Comparator: not null, Value: not null },
            QuantityKind.Range => quantity is { Low: not null, High: not null } && quantity.Low <= quantity.High,
            QuantityKind.Change => quantity.Change is not null,
            QuantityKind.Reference => quantity is { Comparator: not null, Words.Length: > 0 },
            _ => quantity.Words is { Length: > 0 },
        };
}

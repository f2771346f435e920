using System.Text.Json;

namespace PlanIngest.Outputs;

/// <summary>The contract's flat form: one row an observation, made from an output's JSON alone.</summary>
public static class FlatForm
{
    /// <summary>The contract's columns, in its order.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "path",
        "title",
        "region",
        "issued_on",
        "plan",
        "record",
        "observation",
        "name",
        "name_key",
        "category",
        "ordinal",
        "nature",
        "responsible",
        "origin",
        "tier",
        "role",
        "period",
        "period_start",
        "period_end",
        "series",
        "kind",
        "comparator",
        "value",
        "low",
        "high",
        "unit",
        "words",
        "level_comparator",
        "level_value",
        "raw",
        "quote",
        "line",
        "page",
        "sheet",
        "cell",
        "confidence",
        "flags",
        "conflict",
        "review",
    ];

    /// <summary>The rows of an output in document order, each as long as <see cref="Columns"/>.</summary>
    public static IEnumerable<FlatValue[]> Rows(JsonElement output)
    {
        var document = output.GetProperty("document");
        var conflicting = Conflicting(output);
        foreach (var record in output.GetProperty("records").EnumerateArray())
        {
            foreach (var observation in record.GetProperty("observations").EnumerateArray())
            {
                yield return Row(document, record, observation, conflicting);
            }
        }
    }

    private static FlatValue[] Row(
        JsonElement document,
        JsonElement record,
        JsonElement observation,
        HashSet<(string?, string?)> conflicting
    )
    {
        var quantity = observation.GetProperty("quantity");
        var level = Member(observation, "level");
        var source = observation.GetProperty("source");
        var (start, end) = Ends(observation.GetProperty("period").GetString());
        var id = FlatValue.Of(record, "id");
        var observationId = FlatValue.Of(observation, "id");
        return
        [
            FlatValue.Of(document, "path"),
            FlatValue.Of(document, "title"),
            FlatValue.Of(document, "region"),
            FlatValue.Of(document, "issuedOn"),
            FlatValue.Of(document.GetProperty("planPeriod"), "name"),
            id,
            observationId,
            FlatValue.Of(record, "name"),
            FlatValue.Of(record, "nameKey"),
            Joined(" / ", record.GetProperty("category")),
            FlatValue.Of(record, "ordinal"),
            FlatValue.Of(record, "nature"),
            FlatValue.Of(record, "responsible"),
            FlatValue.Of(record, "origin"),
            FlatValue.Of(record, "tier"),
            FlatValue.Of(observation, "role"),
            FlatValue.Of(observation, "period"),
            new(start),
            new(end),
            FlatValue.Of(observation, "series"),
            FlatValue.Of(quantity, "kind"),
            FlatValue.Of(quantity, "comparator"),
            FlatValue.Of(quantity, "value"),
            FlatValue.Of(quantity, "low"),
            FlatValue.Of(quantity, "high"),
            FlatValue.Of(quantity, "unit"),
            Words(quantity),
            FlatValue.Of(level, "comparator"),
            FlatValue.Of(level, "value"),
            FlatValue.Of(observation, "raw"),
            FlatValue.Of(record, "quote"),
            FlatValue.Of(source, "line"),
            FlatValue.Of(source, "page"),
            FlatValue.Of(source, "sheet"),
            FlatValue.Of(source, "cell"),
            FlatValue.Of(record, "confidence"),
            Joined(" ", record.GetProperty("flags"), Member(observation, "flags")),
            FlatValue.Of(conflicting.Contains((id.Text, observationId.Text))),
            FlatValue.Of(Member(record, "review"), "status"),
        ];
    }

    internal static HashSet<(string?, string?)> Conflicting(JsonElement output) =>
        [
            .. output
                .GetProperty("conflicts")
                .EnumerateArray()
                .SelectMany(conflict => conflict.GetProperty("observations").EnumerateArray())
                .Select(one => (one.GetProperty("record").GetString(), one.GetProperty("observation").GetString())),
        ];

    internal static FlatValue Words(JsonElement quantity) =>
        Member(quantity, "grade") is { ValueKind: JsonValueKind.String } grade ? new(grade.GetString())
        : Member(quantity, "text") is { ValueKind: JsonValueKind.String } text ? new(text.GetString())
        : FlatValue.Of(quantity, "reference");

    /// <summary>First and last point of a period; of one that is no interval, itself twice.</summary>
    internal static (string? Start, string? End) Ends(string? period) =>
        period?.IndexOf('/', StringComparison.Ordinal) is { } slash and >= 0
            ? (period[..slash], period[(slash + 1)..])
            : (period, period);

    internal static FlatValue Joined(string separator, params ReadOnlySpan<JsonElement> lists)
    {
        List<string?>? words = null;
        foreach (var list in lists)
        {
            if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0)
            {
                words ??= [];
                words.AddRange(list.EnumerateArray().Select(word => word.GetString()));
            }
        }
        return words is null ? default : new(string.Join(separator, words.Distinct(StringComparer.Ordinal)));
    }

    internal static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : default;
}

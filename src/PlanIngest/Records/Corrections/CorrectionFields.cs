using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// The members a person may change, under the contract's names: how each is written as JSON and taken from it. A value
/// that does not fit its field is null, never a guess.
/// </summary>
public static class CorrectionFields
{
    public static IReadOnlyList<string> OfRecord { get; } =
    ["name", "unit", "category", "ordinal", "nature", "responsible", "tier"];

    public static IReadOnlyList<string> OfObservation { get; } = ["role", "period", "quantity", "series", "level"];

    public static IReadOnlyList<string> OfDocument { get; } =
    ["title", "kind", "documentNumber", "issuer", "issuedOn", "region", "planPeriod"];

    public static string? Json(IndicatorRecord record, string field) =>
        field switch
        {
            "name" => ContractValues.Json(record.Name),
            "unit" => ContractValues.Json(record.Unit),
            "category" => ContractValues.Json(record.Category),
            "ordinal" => ContractValues.Json(record.Ordinal),
            "nature" => ContractValues.Json(record.Nature is { } nature ? ContractValues.Word(nature) : null),
            "responsible" => ContractValues.Json(record.Responsible),
            "tier" => ContractValues.Json(ContractValues.Word(record.Tier)),
            _ => null,
        };

    public static string? Json(Observation observation, string field) =>
        field switch
        {
            "role" => ContractValues.Json(ContractValues.Word(observation.Role)),
            "period" => ContractValues.Json(observation.Period?.ToString()),
            "quantity" => ContractValues.Json(observation.Quantity),
            "series" => ContractValues.Json(observation.Series),
            "level" => ContractValues.Json(observation.Level),
            _ => null,
        };

    public static string? Json(DocumentHead head, string field) =>
        field switch
        {
            "title" => ContractValues.Json(head.Title),
            "kind" => ContractValues.Json(ContractValues.Word(head.Kind)),
            "documentNumber" => ContractValues.Json(head.DocumentNumber),
            "issuer" => ContractValues.Json(head.Issuer),
            "issuedOn" => ContractValues.Json(head.IssuedOn?.ToString()),
            "region" => ContractValues.Json(head.Region),
            "planPeriod" => ContractValues.Json(head.PlanPeriod),
            _ => null,
        };

    /// <summary>The record with the field set; null where the value does not fit the field.</summary>
    public static IndicatorRecord? With(IndicatorRecord record, string field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var isText = text is { Length: > 0 };
        var isTextOrNull = isText || value.ValueKind == JsonValueKind.Null;
        return field switch
        {
            "name" when isText => record with { Name = text! },
            "unit" when isTextOrNull => record with { Unit = text },
            "category" when ContractParsing.Texts(value) is { } category && category.All(part => part.Length > 0) =>
                record with
                {
                    Category = category,
                },
            "ordinal" when isTextOrNull => record with { Ordinal = text },
            "nature" when value.ValueKind == JsonValueKind.Null => record with { Nature = null },
            "nature" when ContractValues.Parse<Nature>(text) is { } nature => record with { Nature = nature },
            "responsible" when isTextOrNull => record with { Responsible = text },
            "tier" when ContractValues.Parse<Tier>(text) is { } tier => record with { Tier = tier },
            _ => null,
        };
    }

    /// <summary>
    /// The observation with the field set; null where the value does not fit. A person's quantity takes the level the
    /// machine had worked out from its own with it.
    /// </summary>
    public static Observation? With(Observation observation, string field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var isNull = value.ValueKind == JsonValueKind.Null;
        return field switch
        {
            "role" when ContractValues.Parse<Role>(text) is { } role => observation with { Role = role },
            "period" when isNull => observation with { Period = null },
            "period" when Period.TryParse(text, out var period) => observation with { Period = period },
            "quantity" when ContractParsing.Quantity(value) is { } quantity => quantity == observation.Quantity
                ? observation
                : observation with
                {
                    Quantity = quantity,
                    Level = null,
                },
            "series" when isNull || text is { Length: > 0 } => observation with { Series = text },
            "level" when isNull => observation with { Level = null },
            "level" when ContractParsing.Level(value) is { } level => observation with { Level = level },
            _ => null,
        };
    }

    /// <summary>The head with the field set; null where the value does not fit.</summary>
    public static DocumentHead? With(DocumentHead head, string field, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        var isNull = value.ValueKind == JsonValueKind.Null;
        var isTextOrNull = isNull || text is { Length: > 0 };
        return field switch
        {
            "title" when isTextOrNull => head with { Title = text },
            "kind" when ContractValues.Parse<DocumentKind>(text) is { } kind => head with { Kind = kind },
            "documentNumber" when isTextOrNull => head with { DocumentNumber = text },
            "issuer" when isTextOrNull => head with { Issuer = text },
            "issuedOn" when isNull => head with { IssuedOn = null },
            "issuedOn" when Period.TryParse(text, out var day) && !day.IsInterval => head with { IssuedOn = day },
            "region" when isTextOrNull => head with { Region = text },
            "planPeriod" when isNull => head with { PlanPeriod = null },
            "planPeriod" when ContractParsing.PlanPeriod(value) is { } plan => head with { PlanPeriod = plan },
            _ => null,
        };
    }

    /// <summary>The value in its one written form; null where no record, observation or document takes it.</summary>
    public static string? Canonical(string record, string? observation, string field, JsonElement value) =>
        record == Correction.OfDocument
            ? With(DocumentHead.Unknown, field, value) is { } head
                ? Json(head, field)
                : null
            : observation is null
                ? With(AnyRecord, field, value) is { } changed
                    ? Json(changed, field)
                    : null
                : With(AnyObservation, field, value) is { } seen
                    ? Json(seen, field)
                    : null;

    private static readonly Observation AnyObservation = new()
    {
        Role = Role.Actual,
        Period = null,
        Quantity = Quantity.Number(0, null),
        Span = default,
    };

    private static readonly IndicatorRecord AnyRecord = new()
    {
        Name = "?",
        Origin = Origin.Prose,
        Tier = Tier.Core,
        Observations = [],
        Span = default,
        KeyWords = "",
    };
}

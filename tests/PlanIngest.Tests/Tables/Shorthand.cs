using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Tests.Tables;

/// <summary>Quantities and the other words of a record as the specs write them.</summary>
public static class Shorthand
{
    public static string Of(Quantity quantity)
    {
        var about = quantity.Approximate ? "~" : "";
        var words = quantity.Kind switch
        {
            QuantityKind.Number => $"{about}{Of(quantity.Comparator)}{Of(quantity.Value)} {quantity.Unit}",
            QuantityKind.Range => $"{about}{Of(quantity.Low)}..{Of(quantity.High)} {quantity.Unit}",
            QuantityKind.Change => $"{about}{Of(quantity.Comparator)}{Of(quantity.Change!, quantity)}",
            QuantityKind.Reference =>
                $"{Of(quantity.Comparator)}ref {quantity.Words} {Of(quantity.Value)} {quantity.Unit}",
            QuantityKind.Grade => $"grade {quantity.Words}",
            _ => $"text {quantity.Words}",
        };
        return words.Trim();
    }

    private static string Of(Change change, Quantity quantity) =>
        (change.Direction == ChangeDirection.Increase ? "+" : "-")
        + $"{Of(quantity.Value)} {quantity.Unit} {change.Mode.ToString().ToLowerInvariant()}"
        + (change.Basis is null ? "" : $" on {change.Basis}")
        + (change.Per is null ? "" : $" per {change.Per.ToString()!.ToLowerInvariant()}");

    /// <summary>One of the members a spec names: category, ordinal, nature, responsible, series, level, flags, tier.</summary>
    public static string Of(string member, IndicatorRecord record, Observation observation) =>
        member switch
        {
            "category" => string.Join('/', record.Category),
            "ordinal" => record.Ordinal ?? "",
            "nature" => record.Nature?.ToString().ToLowerInvariant() ?? "",
            "responsible" => record.Responsible ?? "",
            "unit" => record.Unit ?? "",
            "tier" => record.Tier.ToString().ToLowerInvariant(),
            "series" => observation.Series ?? "",
            "flags" => string.Join(' ', observation.Flags),
            "level" => observation.Level is { } level
                ? $"{Of(level.Comparator)}{Of(level.Value)} {level.Unit}".Trim()
                : "",
            _ => throw new ArgumentOutOfRangeException(nameof(member), member, "no such member"),
        };

    private static string Of(Comparator? comparator) =>
        comparator switch
        {
            Comparator.AtLeast => ">=",
            Comparator.AtMost => "<=",
            Comparator.MoreThan => ">",
            Comparator.LessThan => "<",
            _ => "",
        };

    private static string Of(decimal? value) => value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
}

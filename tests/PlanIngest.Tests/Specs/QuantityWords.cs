using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Tests.Specs;

/// <summary>Quantities in the short form of <c>phrases.md</c>.</summary>
public static class QuantityWords
{
    public static string Of(IEnumerable<QuantityMention> mentions)
    {
        var words = string.Join("; ", mentions.Select(mention => Of(mention.Quantity)));
        return words.Length == 0 ? "-" : words;
    }

    public static string Of(Quantity quantity)
    {
        var about = quantity.Approximate ? "~ " : "";
        var value = $"{Number(quantity.Value)} {quantity.Unit ?? "-"}";
        var sign = Sign(quantity.Comparator);
        return quantity.Kind switch
        {
            QuantityKind.Number => $"{about}{sign} {value}",
            QuantityKind.Range => $"{about}{Number(quantity.Low)}..{Number(quantity.High)} {quantity.Unit ?? "-"}",
            QuantityKind.Change => about + Of(quantity.Change!, sign == "=" ? "" : $"{sign} ", value),
            QuantityKind.Reference => $"{sign} as {quantity.Words}",
            QuantityKind.Grade => $"{(sign.Length > 0 ? $"{sign} " : "")}grade {quantity.Words}",
            _ => $"text {quantity.Words}",
        };
    }

    private static string Of(Change change, string sign, string value)
    {
        var way = change.Direction == ChangeDirection.Increase ? "up" : "down";
        var multiple = change.Mode == ChangeMode.Multiple ? "*" : "";
        var per = change.Per is { } span ? $" per {span.ToString().ToLowerInvariant()}" : "";
        var basis = change.Basis is { } from ? $" from {from}" : "";
        return $"{way} {multiple}{sign}{value}{per}{basis}";
    }

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Sign(Comparator? comparator) =>
        comparator switch
        {
            Comparator.Equal => "=",
            Comparator.AtLeast => ">=",
            Comparator.AtMost => "<=",
            Comparator.MoreThan => ">",
            Comparator.LessThan => "<",
            _ => "",
        };
}

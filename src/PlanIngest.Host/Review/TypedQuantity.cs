using PlanIngest.Model;
using PlanIngest.Quantities;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>A quantity as a person types and reads it: <c>≥95%</c>, <c>2~3年</c>, <c>比基期降低10%</c>.</summary>
public static class TypedQuantity
{
    /// <summary>By the same grammar as the documents; null unless all that was typed is one quantity.</summary>
    public static Quantity? Parse(string typed)
    {
        var text = typed.Trim();
        if (text.Length is 0 or > 200)
        {
            return null;
        }
        var found = QuantityReader.ReadCell(text, new Span(0, text.Length));
        return found is [var only] ? only.Quantity : null;
    }

    public static Quantity Words(string text) => new() { Kind = QuantityKind.Text, Words = text };

    /// <summary>As it would be typed.</summary>
    public static string Show(Quantity quantity)
    {
        var about = quantity.Approximate ? "约" : "";
        var unit = quantity.Unit ?? "";
        return quantity.Kind switch
        {
            QuantityKind.Number => $"{Sign(quantity.Comparator)}{about}{Number(quantity.Value)}{unit}",
            QuantityKind.Range => $"{about}{Number(quantity.Low)}~{Number(quantity.High)}{unit}",
            QuantityKind.Change => Show(quantity, quantity.Change!),
            QuantityKind.Reference => $"{Sign(quantity.Comparator)}{quantity.Words}",
            _ => quantity.Words ?? "",
        };
    }

    private static string Show(Quantity quantity, Change change)
    {
        var per = change.Per switch
        {
            ChangePer.Year => "每年",
            ChangePer.Quarter => "每季度",
            ChangePer.Month => "每月",
            _ => "",
        };
        var basis = change.Basis switch
        {
            "baseline" => "比基期",
            "previous" => "同比",
            null => "",
            var year => $"比{year}年",
        };
        var verb = change.Direction == ChangeDirection.Increase ? "增加" : "降低";
        var amount = quantity.Low is not null
            ? $"{Number(quantity.Low)}~{Number(quantity.High)}"
            : Number(quantity.Value);
        return $"{per}{basis}{verb}{Sign(quantity.Comparator)}{amount}{quantity.Unit}";
    }

    private static string Sign(Comparator? comparator) =>
        comparator switch
        {
            Comparator.AtLeast => "≥",
            Comparator.AtMost => "≤",
            Comparator.MoreThan => ">",
            Comparator.LessThan => "<",
            _ => "",
        };

    private static string Number(decimal? value) => value is { } number ? ContractValues.Number(number) : "";
}

using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>What words that do not touch a value still say of it.</summary>
internal static class Limits
{
    /// <summary>
    /// 至少拥有名医10名、名科5个: both are at least so many; 每年投诉减少20%: so much a year. Not: 每千人口床位增加0.2张.
    /// </summary>
    public static QuantityMention Apply(QuantityMention value, Phrase phrase, string clauseBefore)
    {
        var quantity = value.Quantity;
        if (
            quantity is { Kind: QuantityKind.Number, Comparator: null or Comparator.Equal }
            && AtLeast.Any(word => clauseBefore.Contains(word, StringComparison.Ordinal))
        )
        {
            return value with { Quantity = quantity with { Comparator = Comparator.AtLeast } };
        }
        if (
            quantity is { Kind: QuantityKind.Change, Change: { Per: null } change }
            && phrase.Lead.Text.Contains("每年", StringComparison.Ordinal)
        )
        {
            return value with { Quantity = quantity with { Change = change with { Per = ChangePer.Year } } };
        }
        return value;
    }

    private static readonly string[] AtLeast = ["至少", "不少于", "不低于"];
}

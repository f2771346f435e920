using System.Runtime.InteropServices;
using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>What the members of a list share: 1、2、3家 their unit, 分别增长4%、7%左右 the verb and the 左右.</summary>
internal static class Sharing
{
    /// <summary>Gives bare numbers of a list the unit (and multiplier) of the number behind them.</summary>
    public static void GiveUnits(List<Token> tokens)
    {
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var at = all.Length - 3; at >= 0; at--)
        {
            ref var token = ref all[at];
            if (
                all[at + 1] is { Kind: TokenKind.And, Glued: true }
                && all[at + 2] is { Kind: TokenKind.Amount, Glued: true } next
                && (IsBare(token) || IsHalfOf(token, next))
                && next.Unit.Kind is not (UnitKind.None or UnitKind.Years)
                && token.Number.Style == next.Number.Style
            )
            {
                token = token with
                {
                    Unit = next.Unit,
                    Number = token.Number with
                    {
                        Scale = token.Number.Scale == 1 ? next.Number.Scale : token.Number.Scale,
                    },
                };
            }
        }
    }

    private static bool IsBare(Token token) =>
        token is { Kind: TokenKind.Amount, Unit.Kind: UnitKind.None, Number.IsFraction: false };

    /// <summary>28.6个和21.9个百分点: nothing is counted in tenths.</summary>
    private static bool IsHalfOf(Token token, Token next) =>
        token is { Kind: TokenKind.Amount, Unit.Base: "个", Number.HasPoint: true }
        && next.Unit.Kind == UnitKind.Points;

    /// <summary>Gives neighbours in a list the change, the limit and the 左右 that stand once.</summary>
    public static void GiveMeanings(string text, List<QuantityMention> found)
    {
        var all = CollectionsMarshal.AsSpan(found);
        for (var at = 0; at + 1 < all.Length; at++)
        {
            if (SaysAgain(text, all[at], all[at + 1]))
            {
                all[at + 1] = InOtherWords(all[at], all[at + 1]);
                continue;
            }
            if (IsSameYearly(text, all[at], all[at + 1]))
            {
                all[at + 1] = Yearly(all[at + 1]);
                continue;
            }
            if (!Neighbours(text, all[at], all[at + 1]))
            {
                continue;
            }
            all[at + 1] = Forward(all[at], all[at + 1]);
            if (all[at + 1].Quantity.Approximate && EndsInAbout(text, all[at + 1]))
            {
                all[at] = all[at] with { Quantity = all[at].Quantity with { Approximate = true }, Shared = true };
            }
        }
    }

    private static QuantityMention Forward(QuantityMention first, QuantityMention second)
    {
        if (
            second.Quantity is not { Kind: QuantityKind.Number }
            || second.Quantity.Comparator != Comparator.Equal && second.Core.Start != second.Span.Start
            || second.Lead != Lead.None
        )
        {
            return second;
        }
        second = second with { Lead = first.Lead, LeadSpan = first.LeadSpan };
        if (
            (first.Rule == "change" || first.Shared)
            && first.Quantity is { Change: { Mode: not ChangeMode.Multiple } change }
        )
        {
            if (first.Quantity.Unit != second.Quantity.Unit && second.Quantity.Unit == "百分点")
            {
                change = change with { Mode = ChangeMode.Points };
            }
            else if (first.Quantity.Unit != second.Quantity.Unit)
            {
                return second;
            }
            return second with
            {
                Quantity = second.Quantity with { Kind = QuantityKind.Change, Change = change },
                Shared = true,
            };
        }
        return
            first.Quantity is { Kind: QuantityKind.Number, Comparator: not Comparator.Equal }
            && first.Core.End == first.Span.End
            && first.Quantity.Unit == second.Quantity.Unit
            && second.Quantity.Comparator == Comparator.Equal
            ? second with
            {
                Quantity = second.Quantity with { Comparator = first.Quantity.Comparator },
                Shared = true,
            }
            : second;
    }

    /// <summary>增产二千二百万吨，即百分之七点八; 减少5人，即10%. Not: 减少5人，占10%.</summary>
    private static bool SaysAgain(string text, QuantityMention first, QuantityMention second) =>
        first.Quantity is { Kind: QuantityKind.Change, Change.Mode: ChangeMode.Absolute }
        && second.Quantity is { Kind: QuantityKind.Number, Unit: "%" or "‰" }
        && text.AsSpan(first.Span.End, second.Span.Start - first.Span.End)
            is "，即"
                or ",即"
                or "即"
                or "，或"
                or "，合";

    /// <summary>平均每年增加四十二亿元，增长百分之四点九: the rate is a year's too. Not: 比上年增长百分之四点九.</summary>
    private static bool IsSameYearly(string text, QuantityMention first, QuantityMention second) =>
        first.Quantity is { Kind: QuantityKind.Change, Change: { Mode: ChangeMode.Absolute, Per: ChangePer.Year } one }
        && second.Quantity
            is { Kind: QuantityKind.Change, Change: { Mode: ChangeMode.Relative, Per: null, Basis: null } other }
        && one.Direction == other.Direction
        && text.AsSpan(first.Span.End, second.Span.Start - first.Span.End) is "，" or ",";

    private static QuantityMention Yearly(QuantityMention mention) =>
        mention with
        {
            Quantity = mention.Quantity with { Change = mention.Quantity.Change! with { Per = ChangePer.Year } },
        };

    private static QuantityMention InOtherWords(QuantityMention first, QuantityMention second) =>
        second with
        {
            Quantity = second.Quantity with
            {
                Kind = QuantityKind.Change,
                Change = first.Quantity.Change! with { Mode = ChangeMode.Relative },
            },
        };

    private static bool EndsInAbout(string text, QuantityMention mention) =>
        mention.Core.End < mention.Span.End
        && text.AsSpan(mention.Core.End, mention.Span.End - mention.Core.End).ContainsAny('左', '右', '下');

    /// <summary>Only 、 or 和 stands between them.</summary>
    private static bool Neighbours(string text, QuantityMention first, QuantityMention second)
    {
        var between = text.AsSpan(first.Span.End, second.Span.Start - first.Span.End);
        var at = Letters.SkipBlanks(between, 0, between.Length);
        return at < between.Length
            && between[at] is '、' or '和' or '与' or '及'
            && Letters.SkipBlanks(between, at + 1, between.Length) == between.Length;
    }
}

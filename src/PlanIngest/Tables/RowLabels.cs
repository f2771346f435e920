using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>Words in a row that set the role of its values: Targets, Actual Achieved, 目标, 实际完成.</summary>
internal static class RowLabels
{
    public static Role? Read(string text) =>
        text.Length > 40 ? null
        : HeaderWords.Fold(text) is { Length: > 0 } words && HeaderWords.IsKnown(words)
            ? HeaderWords.RoleOf(words) switch
            {
                ColumnRole.Baseline => Role.Baseline,
                ColumnRole.Actual => Role.Actual,
                ColumnRole.Target => Role.Target,
                _ => null,
            }
        : null;

    /// <summary>
    /// A period that is all of a row's label, but for words that set the role: 2020年现状, 2025年目标, 2021年. Not:
    /// 2025年粮食产量.
    /// </summary>
    public static bool IsDated(string text)
    {
        if (text.Length > 24 || text.AsSpan().IndexOfAnyInRange('0', '9') < 0)
        {
            return false;
        }
        var found = PeriodReader.FindAll(text, new Span(0, text.Length), DocumentHead.Unknown, bareYears: true);
        return found.Count > 0 && RestOf(text, found) is var rest && (rest.Length == 0 || SaysRole(rest));
    }

    /// <summary>The role such a label sets; null where it is a date alone.</summary>
    public static Role? ReadDated(string text)
    {
        var found = PeriodReader.FindAll(text, new Span(0, text.Length), DocumentHead.Unknown, bareYears: true);
        return found.Count == 0 ? null : Read(RestOf(text, found));
    }

    private static bool SaysRole(string rest) => rest is "年" or "年度" || Read(rest) is not null;

    private static string RestOf(string text, IReadOnlyList<PeriodMention> found)
    {
        foreach (var mention in found.Reverse())
        {
            text = text.Remove(mention.Span.Start, mention.Span.Length);
        }
        return HeaderWords.Fold(text);
    }
}

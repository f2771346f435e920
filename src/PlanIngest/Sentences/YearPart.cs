using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>A half, a quarter or some months of a year that is not said beside them.</summary>
internal static class YearPart
{
    /// <summary>
    /// 上半年 behind 2025年上半年, 前三季度 in a part about 2023, 1—5月 of a text without a date that tells of 2012: they are of the
    /// year told of. Not where the document's own year holds them (上半年 of a report of August), nor in a part about what
    /// shall be.
    /// </summary>
    public static IReadOnlyList<PeriodMention> Placed(
        string text,
        Span sentence,
        Setting setting,
        IReadOnlyList<PeriodMention> found
    )
    {
        if (
            !Says(text.AsSpan(sentence.Start, sentence.Length))
            || setting.ToldYear is not { } told
            || setting.Tense == Tense.Future
        )
        {
            return found;
        }
        var issued = setting.Head.IssuedOn;
        var parts = PeriodReader
            .FindAll(text, sentence, setting.Head with { IssuedOn = Period.Year(told) })
            .Where(mention => IsPartAlone(text, mention) && (issued is not { } day || IsToCome(mention, day, told)))
            .ToList();
        return parts.Count == 0
            ? found
            :
            [
                .. found
                    .Where(mention => !parts.Exists(part => part.Span.Overlaps(mention.Span)))
                    .Concat(parts)
                    .OrderBy(mention => mention.Span.Start),
            ];
    }

    private static bool Says(ReadOnlySpan<char> sentence) =>
        sentence.Contains('月') || sentence.IndexOf("半年") >= 0 || sentence.IndexOf("季度") >= 0;

    private static bool IsPartAlone(string text, PeriodMention mention) =>
        mention is { Period: { Start.Month: > 0, End: not null } }
        && (
            mention.Sense == PeriodSense.Relative
                && text[mention.Span.Start] is not ('今' or '去' or '本' or '当' or '明')
            || mention.Sense == PeriodSense.Range && text.IndexOf('年', mention.Span.Start, mention.Span.Length) < 0
        );

    /// <summary>By the document's own year the part would not be over when it was issued.</summary>
    private static bool IsToCome(PeriodMention mention, Period issued, int told) =>
        told < issued.Start.Year
        && issued.Start.Month > 0
        && mention.Period is { End.Month: var last }
        && last > issued.Start.Month;
}

using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>
/// The plan period a document is about: the one its title names, else the one its text names most. A plan named once
/// or twice in passing is none.
/// </summary>
internal static class PlanPeriodReader
{
    /// <summary>Below this a plan is mentioned, not treated.</summary>
    private const int Mentions = 3;

    /// <summary>A text that names so many plans (一五计划 … 七五计划) is a survey, and about one only where it says little of the others.</summary>
    private const int Survey = 4;

    /// <summary>What a document is about is said this early.</summary>
    private const int Opening = 200_000;

    public static PlanPeriod? Read(Document document, HeadReader.Heading heading) =>
        InTitle(heading.Title) ?? InTitle(heading.Subtitle) ?? InText(document.Shown);

    private static PlanPeriod? InTitle(string? title)
    {
        if (title is null)
        {
            return null;
        }
        foreach (var mention in PeriodReader.FindAll(title, new Span(0, title.Length), DocumentHead.Unknown))
        {
            if (
                mention is
                {
                    Sense: PeriodSense.Plan or PeriodSense.PlanName or PeriodSense.Range,
                    Period: { End: { } end } period
                }
            )
            {
                var (first, last) = (period.Start.Year, end.Year);
                if (first == last)
                {
                    // 2020年上半年 is a part of a year, no plan.
                    continue;
                }
                return PlanPeriods.OfYears(first, last) ?? new PlanPeriod($"{first}-{last}", first, last);
            }
        }
        return null;
    }

    private static PlanPeriod? InText(string text)
    {
        var counts = new SortedDictionary<int, int>();
        var stop = Math.Min(text.Length, Opening);
        for (
            var at = text.IndexOf('五', StringComparison.Ordinal);
            at >= 0 && at < stop;
            at = text.IndexOf('五', at + 1)
        )
        {
            var from = Math.Max(0, at - 3);
            var stretch = Span.Between(from, Math.Min(stop, at + 6));
            foreach (var mention in PeriodReader.FindAll(text, stretch, DocumentHead.Unknown))
            {
                if (
                    mention is { Sense: PeriodSense.Plan or PeriodSense.PlanName, Period: { } period }
                    && mention.Span.Contains(new Span(at, 1))
                )
                {
                    counts[period.Start.Year] = counts.GetValueOrDefault(period.Start.Year) + 1;
                }
            }
        }
        var most = counts.OrderByDescending(pair => pair.Value).ThenByDescending(pair => pair.Key).FirstOrDefault();
        var surveys = counts.Count >= Survey && most.Value * 2 <= counts.Values.Sum();
        return most.Value >= Mentions && !surveys ? PlanPeriods.OfYears(most.Key, most.Key + 4) : null;
    }
}

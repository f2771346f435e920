using System.Collections.Frozen;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>
/// The stretch a periodic report is about, by its title, and what its column headings (本报告期, 上年同期, 期初余额) mean by
/// it: 2018年第一季度报告, 2019年半年度报告, 2020年年度报告. Not: 2023年政府工作报告, which is given in that year and tells
/// of another.
/// </summary>
internal sealed record ReportSpan(PeriodPoint First, PeriodPoint Last)
{
    private static readonly FrozenDictionary<string, string> Headings = Catalog
        .Rows("report-periods.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);

    /// <summary>What may stand between the period and the word for a report, and the months it narrows a year to.</summary>
    private static readonly (string Words, int Months)[] Kinds =
    [
        ("半年度报告", 6),
        ("年度报告", 12),
        ("年度财务报告", 12),
        ("财务报告", 12),
        ("报告", 12),
    ];

    public static ReportSpan? Of(DocumentHead head)
    {
        if (head.Title is not { } title)
        {
            return null;
        }
        var mentions = PeriodReader.FindAll(title, new Span(0, title.Length), DocumentHead.Unknown);
        if (mentions is not [{ Period: { } period } mention] || period.Start.Day > 0)
        {
            return null;
        }
        foreach (var (words, months) in Kinds)
        {
            if (title.AsSpan(mention.Span.End).StartsWith(words, StringComparison.Ordinal))
            {
                return period.End is { Month: > 0 } end && period.Start.Month > 0 ? new ReportSpan(period.Start, end)
                    : period is { IsInterval: false, Start.Month: 0 } ? OfYear(period.LastYear, months)
                    : null;
            }
        }
        return null;
    }

    private static ReportSpan OfYear(int year, int months) =>
        new(new PeriodPoint(year, 1), new PeriodPoint(year, months));

    /// <param name="heading">As <see cref="HeaderWords.Fold"/> leaves it; null where it is none of a report's.</param>
    public Period? Of(string heading) =>
        !Headings.TryGetValue(heading, out var sense)
            ? null
            : sense switch
            {
                "period" => Stretch(First, Last),
                "before" => Stretch(YearBefore(First), YearBefore(Last)),
                "to-date" => Stretch(First with { Month = 1 }, Last),
                "current" when First.Month == 1 => Stretch(First, Last),
                "previous" when First.Month == 1 => Stretch(YearBefore(First), YearBefore(Last)),
                "end" => new Period(Last with { Day = DateTime.DaysInMonth(Last.Year, Last.Month) }),
                "begin" => new Period(new PeriodPoint(First.Year - 1, 12, 31)),
                _ => null,
            };

    /// <summary>A whole year is written as the year.</summary>
    private static Period Stretch(PeriodPoint first, PeriodPoint last) =>
        first.Month == 1 && last.Month == 12 ? Period.Year(first.Year) : new Period(first, last);

    private static PeriodPoint YearBefore(PeriodPoint point) => point with { Year = point.Year - 1 };
}

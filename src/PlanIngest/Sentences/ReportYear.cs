using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>
/// The one year a report looks back on, by its title: 2019年统计公报, 2022年度预算执行情况的报告. Not the year of a work
/// report given within it (2022年政府工作报告 of January 2022 tells of 2021 and plans 2022): its parts say which.
/// </summary>
internal static class ReportYear
{
    public static Period? Of(DocumentHead head)
    {
        if (head is not { Kind: DocumentKind.Report, Title: { } title })
        {
            return null;
        }
        var years = PeriodReader
            .FindAll(title, new Span(0, title.Length), DocumentHead.Unknown)
            .Where(mention => mention is { Sense: PeriodSense.Date, Period.Start.Month: 0 })
            .ToList();
        return
            years.Count == 1
            && years[0].Period is { } year
            && (head.IssuedOn is { } issued ? issued.Start.Year > year.Start.Year : IsBulletin(title))
            ? year
            : null;
    }

    private static bool IsBulletin(string title) =>
        title.Contains("公报", StringComparison.Ordinal) || title.Contains("年报", StringComparison.Ordinal);
}

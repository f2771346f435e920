using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>
/// The one year a report looks back on, by its title: 2019年统计公报, 2022年度预算执行情况的报告. Not the year of a work
/// report given within it (2022年政府工作报告 of January 2022 tells of 2021 and plans 2022): its parts say which. Nor the
/// year of a draft (2023年预算草案的报告), which is to come.
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
            && (head.IssuedOn is { } issued ? issued.Start.Year > year.Start.Year : LooksBack(title))
            ? year
            : null;
    }

    /// <summary>The year of a draft that the document puts forward: 关于2022年预算执行情况和2023年预算草案的报告.</summary>
    public static int? OfDraft(DocumentHead head)
    {
        if (head is not { Kind: DocumentKind.Report, Title: { } title })
        {
            return null;
        }
        var draft = title.IndexOf("草案", StringComparison.Ordinal);
        return draft < 0
            ? null
            : PeriodReader
                .FindAll(title, new Span(0, draft), DocumentHead.Unknown)
                .LastOrDefault(mention => mention.Sense == PeriodSense.Date)
                .Period?.LastYear;
    }

    private static bool LooksBack(string title) =>
        Array.Exists(BackwardWords, word => title.Contains(word, StringComparison.Ordinal));

    /// <summary>What is written of a year when it is over.</summary>
    private static readonly string[] BackwardWords =
    [
        "公报",
        "年报",
        "决算",
        "总结",
        "执行情况",
        "运行情况",
        "完成情况",
    ];
}

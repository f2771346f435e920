using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>
/// The one year, or part of one, a report looks back on, by its title: 2019年统计公报, 2022年度预算执行情况的报告,
/// 2023年工作总结和2024年工作计划, 2018年上半年工作总结暨下半年工作打算. Not the year of a work report given within it (2022年政府工作报告 of January 2022 tells of 2021 and plans 2022): its
/// parts say which. Nor the year of a draft (2023年预算草案的报告), which is to come.
/// </summary>
internal static class ReportYear
{
    public static Period? Of(DocumentHead head)
    {
        if (head is not { Kind: DocumentKind.Report, Title: { } title })
        {
            return null;
        }
        var years = Years(title, title.Length);
        if (years.Count == 0 && Parts(title) is [{ Period: { } part }])
        {
            return (head.IssuedOn is { } day ? IsOver(part, day) : LooksBack(title)) ? part : null;
        }
        if (years.Count == 2)
        {
            return IsReview(title, years) ? years[0].Period : null;
        }
        return
            years is [{ Period: { } year }]
            && (head.IssuedOn is { } issued ? issued.Start.Year > year.Start.Year : LooksBack(title))
            ? year
            : null;
    }

    /// <summary>
    /// The year of a draft or plan that the document puts forward: 关于2022年预算执行情况和2023年预算草案的报告,
    /// 2023年工作总结和2024年工作计划.
    /// </summary>
    public static int? OfDraft(DocumentHead head)
    {
        if (head is not { Kind: DocumentKind.Report, Title: { } title })
        {
            return null;
        }
        var draft = title.IndexOf("草案", StringComparison.Ordinal);
        if (draft >= 0)
        {
            return Years(title, draft).LastOrDefault().Period?.LastYear;
        }
        var years = Years(title, title.Length);
        return years.Count == 2 && IsReview(title, years) ? years[1].Period?.LastYear : null;
    }

    /// <summary>
    /// 2023年工作总结和2024年工作计划, 上半年工作情况及下半年工作安排: tells of one time and plans the next. Not: 总结推广行动计划.
    /// </summary>
    public static bool LooksBackAndAhead(string title)
    {
        foreach (var joint in (string[])["和", "及", "暨", "与", "、"])
        {
            for (var at = title.IndexOf(joint, StringComparison.Ordinal); at > 0; )
            {
                if (Array.Exists(BackwardWords, word => title.AsSpan(0, at).EndsWith(word)))
                {
                    return true;
                }
                at = title.IndexOf(joint, at + 1, StringComparison.Ordinal);
            }
        }
        return false;
    }

    /// <summary>
    /// Written while what it tells of was going on or just over, so that 今年 and 上半年 in it are of that year: 2023年工作总结,
    /// 2018年上半年经济运行情况. Not: 2019年统计公报, 2021年财政决算, which come out the year after.
    /// </summary>
    public static int? AsWritten(DocumentHead head) =>
        head is { IssuedOn: null, Title: { } title }
        && Of(head) is { } told
        && !Array.Exists(WordsOfAfter, word => title.Contains(word, StringComparison.Ordinal))
            ? told.Start.Year
            : null;

    /// <summary>The year of a plan for one year: 2023年全省卫生健康工作要点. Not: 2021—2025年实施方案, 到2025年的目标.</summary>
    public static int? OfPlan(DocumentHead head) =>
        head is { Kind: DocumentKind.Plan, PlanPeriod: null, Title: { } title }
        && Years(title, title.Length) is [{ Period: { IsInterval: false } year } only]
        && (only.Span.Start == 0 || title[only.Span.Start - 1] != '到')
            ? year.Start.Year
            : null;

    private static bool IsOver(Period part, Period day)
    {
        var last = part.End ?? part.Start;
        return day.Start.Year > last.Year || day.Start.Month > last.Month;
    }

    /// <summary>The first year is told of, the second planned.</summary>
    private static bool IsReview(string title, List<PeriodMention> years) =>
        years[0].Period is { } told
        && years[1].Period is { } planned
        && planned.Start.Year == told.LastYear + 1
        && LooksBack(title[years[0].Span.End..years[1].Span.Start]);

    private static List<PeriodMention> Years(string title, int until) =>
        [
            .. PeriodReader
                .FindAll(title, new Span(0, until), DocumentHead.Unknown)
                .Where(mention => mention is { Sense: PeriodSense.Date, Period.Start.Month: 0 }),
        ];

    /// <summary>2018年上半年, 2021年7月: parts of one year in a title.</summary>
    private static List<PeriodMention> Parts(string title) =>
        [
            .. PeriodReader
                .FindAll(title, new Span(0, title.Length), DocumentHead.Unknown)
                .Where(mention =>
                    mention.Period is { Start: { Month: > 0, Day: 0 } start } part && part.LastYear == start.Year
                ),
        ];

    private static bool LooksBack(string title) =>
        Array.Exists(BackwardWords, word => title.Contains(word, StringComparison.Ordinal));

    private static readonly string[] WordsOfAfter = ["公报", "年报", "决算", "统计"];

    /// <summary>What is written of a year when it is over.</summary>
    private static readonly string[] BackwardWords =
    [
        "公报",
        "年报",
        "决算",
        "总结",
        "回顾",
        "执行情况",
        "运行情况",
        "完成情况",
        "工作情况",
        "进展情况",
    ];
}

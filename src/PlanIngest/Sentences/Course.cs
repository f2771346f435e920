using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>The two times of what went from one value to another, where its own words name none.</summary>
internal static class Course
{
    /// <summary>
    /// 公路由1997年的123万公里增加到2002年的176万公里，其中高速公路由4771公里增加到2.52万公里: from 1997 to 2002 too;
    /// 从1978年到1983年，消费水平由175元提高到288元: the first and the last year. Not: 五年来，由12家增加到30家.
    /// </summary>
    public static void Follow(
        List<Statement> said,
        List<Observation> observations,
        SentencePeriods periods,
        Setting setting
    )
    {
        var from = said.FindIndex(statement => statement.IsStart);
        var to = from < 0 ? -1 : said.FindIndex(from + 1, statement => IsEnd(said[from], statement));
        if (to < 0)
        {
            return;
        }
        var (start, end) = (periods.For(said[from]), periods.For(said[to]));
        if (start?.Period is { IsInterval: false } first && end?.Period is { IsInterval: false } last && first != last)
        {
            setting.Course = (first, last);
            return;
        }
        if (start is not null || periods.AnyIn(said[from].Clause))
        {
            return;
        }
        var course = end is { Sense: PeriodSense.Range, Period: { IsInterval: true } years }
            ? (Period.Year(years.Start.Year), Period.Year(years.LastYear))
            : setting.Course;
        if (course is { } between)
        {
            observations[from] = observations[from] with { Period = between.From };
            observations[to] = observations[to] with { Period = between.To };
        }
    }

    private static bool IsEnd(Statement start, Statement statement) =>
        !statement.IsStart
        && statement.Clause == start.Clause
        && statement.Value.Quantity is { Kind: QuantityKind.Number, Change: null };
}

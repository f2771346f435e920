using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// Stocks at the ends of a stretch, among the flows of its table: 期初现金及现金等价物余额 and 当期首残高 stood on the day before
/// it begins, 期末现金及现金等价物余额 on its last. Not: 期初计划投资, a flow; and a whole year stays the year.
/// </summary>
internal static class Instants
{
    private static readonly string[] Begins = ["期初", "年初", "当期首", "前期末"];
    private static readonly string[] Ends = ["期末", "年末", "当期末"];
    private static readonly string[] Stocks = ["余额", "残高", "结余", "结存"];

    public static Period? Of(string name, Period? stretch) =>
        stretch is { Start.Month: > 0, End: { Month: > 0 } last } when
        && Array.Exists(Stocks, stock => name.EndsWith(stock, StringComparison.Ordinal))
            ? Array.Exists(Begins, word => name.StartsWith(word, StringComparison.Ordinal))
                ? DayBefore(when.Start)
                : Array.Exists(Ends, word => name.StartsWith(word, StringComparison.Ordinal))
                    ? LastDay(last)
                    : stretch
            : stretch;

    private static Period DayBefore(PeriodPoint point)
    {
        var day = new DateOnly(point.Year, point.Month, Math.Max(1, point.Day)).AddDays(-1);
        return new Period(new PeriodPoint(day.Year, day.Month, day.Day));
    }

    private static Period LastDay(PeriodPoint point) =>
        new(point.Day > 0 ? point : point with { Day = DateTime.DaysInMonth(point.Year, point.Month) });
}

using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tests.Specs;

public class PeriodSpecs
{
    private static readonly DocumentHead Plan = new()
    {
        Kind = DocumentKind.Plan,
        PlanPeriod = new PlanPeriod("十四五", 2021, 2025),
        IssuedOn = new Period(new PeriodPoint(2022, 8, 21)),
    };

    private static readonly DocumentHead Report = new()
    {
        Kind = DocumentKind.Report,
        IssuedOn = new Period(new PeriodPoint(2026, 2, 4)),
    };

    public static TheoryData<string, string> Phrases => SpecTable.Pairs("periods.md");

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Phrase_means_its_periods(string phrase, string expected) =>
        Assert.Equal(expected, Read(phrase, DocumentHead.Unknown));

    [Theory]
    [InlineData("今年新增就业5万人", "2022")]
    [InlineData("去年", "2021")]
    [InlineData("截至目前，建成12个", "2022-08-21")]
    [InlineData("五年来新增12家", "2016/2020")]
    [InlineData("近三年", "2018/2020")]
    [InlineData("未来五年", "2021/2025")]
    [InlineData("到规划期末", "2025")]
    public void Words_of_a_plan_count_from_its_period_and_date(string phrase, string expected) =>
        Assert.Equal(expected, Read(phrase, Plan));

    [Theory]
    [InlineData("过去五年", "2021/2025")]
    [InlineData("今年", "2026")]
    [InlineData("今后五年", "2026/2030")]
    [InlineData("1—9月", "2026-01/2026-09")]
    [InlineData("今年上半年", "2026-01/2026-06")]
    [InlineData("去年12月", "2025-12")]
    [InlineData("今年底", "2026")]
    [InlineData("前三年", "2026/2028")]
    [InlineData("后两年", "2029/2030")]
    [InlineData("五年计划的前三年", "2026/2028")]
    [InlineData("这三年", "2023/2025")]
    [InlineData("十年前", "2016")]
    [InlineData("到本世纪末", "2100")]
    public void Words_of_a_report_count_from_its_date(string phrase, string expected) =>
        Assert.Equal(expected, Read(phrase, Report));

    [Theory]
    [InlineData("2020", "2020")]
    [InlineData("2025目标值", "2025")]
    [InlineData("基期（2019年）", "2019")]
    [InlineData("“十三五”末现状", "2020")]
    [InlineData("2016-2020", "2016/2020")]
    public void Header_cell_may_hold_a_bare_year(string cell, string expected) =>
        Assert.Equal(
            expected,
            PeriodReader.ReadHeader(cell, new Span(0, cell.Length), DocumentHead.Unknown)?.Period?.ToString()
        );

    [Theory]
    [InlineData("2020人")]
    [InlineData("2020.5")]
    [InlineData("单位：万人")]
    public void Header_cell_without_a_year_has_no_period(string cell) =>
        Assert.Null(PeriodReader.ReadHeader(cell, new Span(0, cell.Length), DocumentHead.Unknown));

    private static string Read(string phrase, DocumentHead head)
    {
        var found = PeriodReader.FindAll(phrase, new Span(0, phrase.Length), head);
        return found.Count == 0 ? "-" : string.Join(' ', found.Select(one => one.Period?.ToString() ?? "?"));
    }
}

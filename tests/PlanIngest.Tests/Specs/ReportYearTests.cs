using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Tests.Specs;

public class ReportYearTests
{
    [Fact]
    public void Facts_of_a_bulletin_are_of_the_year_its_title_names() =>
        Assert.Equal(
            "2019",
            PeriodOfOnly(
                "云岭县2019年国民经济和社会发展统计公报\n云岭县统计局\n2020年3月18日\n年末全县常住人口32.6万人。\n"
            )
        );

    [Fact]
    public void Facts_of_a_work_report_given_in_its_own_year_are_not_of_that_year() =>
        Assert.Null(
            PeriodOfOnly(
                "2022年云岭县政府工作报告\n——2022年1月15日在云岭县人民代表大会上\n年末全县常住人口32.6万人。\n"
            )
        );

    private static string? PeriodOfOnly(string text)
    {
        var extraction = IngestPipeline.Run(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)));
        return Assert.Single(Assert.Single(extraction.Records).Observations).Period?.ToString();
    }
}

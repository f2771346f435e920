using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Tests.Records;

public class TotalsTests
{
    [Theory]
    [InlineData("2020年，全市共有医院36家，其中三级医院41家。", true)]
    [InlineData("2020年，全市共有医院36家，其中三级医院12家。", false)]
    [InlineData("2020年，基层医疗卫生机构100个（政府办机构60个、民办机构30个）。", true)]
    [InlineData("2020年，基层医疗卫生机构100个（政府办机构60个、民办机构40个）。", false)]
    // Who is counted twice is no slip: parts behind 其中 may overlap.
    [InlineData("2020年，全院职工1200人，其中女职工800人、党员500人。", false)]
    // The figure in brackets is the year before, no part.
    [InlineData("2020年，全市共有医院36家（2015年41家）。", false)]
    // What stands in brackets behind a part is part of that part.
    [InlineData("2020年，全市共有机构100个。其中医院10个、卫生院80个（城市30个、农村50个）、其他机构10个。", false)]
    [InlineData("2020年，全市共有机构100个。其中医院10个、卫生院80个（城市30个、农村50个）、其他机构12个。", true)]
    [InlineData("2020年，婴儿死亡率3.1‰，其中农村婴儿死亡率4.2‰。", false)]
    [InlineData("2020年，财政支出12.5亿元，其中教育支出15.1亿元。", true)]
    public void Parts_that_cannot_be_parts_of_their_whole_are_found(string sentence, bool wrong) =>
        Assert.Equal(wrong, Mismatches(sentence).Count > 0);

    [Theory]
    [InlineData("120", "300", true)]
    [InlineData("150", "300", false)]
    [InlineData("150.4", "300", false)]
    public void The_row_of_a_sum_adds_up(string second, string sum, bool wrong)
    {
        var table = $"""
            | 县区 | 2023年粮食产量（万吨） |
            | --- | --- |
            | 东阳县 | 100 |
            | 西阳县 | {second} |
            | 南阳县 | 50 |
            | 合计 | {sum} |
            """;
        Assert.Equal(wrong, Mismatches(table).Count > 0);
    }

    [Fact]
    public void The_message_names_the_figures_and_the_records()
    {
        var finding = Assert.Single(Mismatches("2020年，全市共有医院36家，其中三级医院41家。"));
        Assert.Equal("41家 is said to be part of 36家 (line 1); check the figures.", finding.Message);
        Assert.Equal(2, finding.Records.Count);
    }

    private static List<Finding> Mismatches(string text) =>
        [
            .. IngestPipeline
                .Run(new SourceFile("plan.md", Encoding.UTF8.GetBytes(text)))
                .Findings.Where(finding => finding.Code == "arithmetic-mismatch"),
        ];
}

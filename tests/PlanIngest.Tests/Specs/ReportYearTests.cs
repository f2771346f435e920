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

    [Theory]
    [InlineData("2021年云岭县国民经济和社会发展统计公报\n全年房地产开发企业17户。\n", "2021")]
    [InlineData("云岭县2021年财政决算\n全县一般公共预算收入12.3亿元。\n", "2021")]
    [InlineData("2021年云岭县政府工作报告\n全县一般公共预算收入12.3亿元。\n", null)]
    public void A_report_without_a_date_that_looks_back_on_a_year_is_of_that_year(string text, string? year) =>
        Assert.Equal(year, PeriodOfOnly(text));

    [Theory]
    [InlineData("一、2025年和“十四五”时期工作回顾", "2025")]
    [InlineData("一、“十四五”时期工作回顾", "2021/2025")]
    [InlineData("一、“十四五”时期和2025年工作回顾", "2021/2025")]
    [InlineData("一、工作回顾", "2025")]
    [InlineData("一、2024年和2025年工作回顾", "2025")]
    public void A_year_told_of_beside_the_plan_it_closes_is_that_of_its_part(string heading, string? period) =>
        Assert.Equal(
            period,
            PeriodOfOnly($"云岭县政府工作报告\n——2026年1月15日\n{heading}\n建成养老服务综合体30个。\n")
        );

    [Theory]
    [InlineData("2023年粮食产量安排为35万吨。", Role.Target)]
    [InlineData("2022年粮食产量完成35万吨。", Role.Actual)]
    public void What_a_draft_says_of_its_year_are_goals(string sentence, Role role) =>
        Assert.Equal(
            role,
            Only($"关于云岭县2022年计划执行情况和2023年计划草案的报告\n2023年1月15日\n{sentence}\n").Role
        );

    [Theory]
    [InlineData("大豆产量增长4.4%。", Role.Target)]
    [InlineData("大豆产量已经增长4.4%。", Role.Actual)]
    public void What_follows_the_year_of_a_draft_are_goals_too(string sentence, Role role) =>
        Assert.Equal(
            role,
            Only($"关于2023年国民经济计划（草案）的报告\n2023年，花生的生产要有较快发展。{sentence}\n").Role
        );

    [Theory]
    [InlineData("全县粮食总产量35万吨。", "2023", Role.Actual)]
    [InlineData("二、2024年工作计划\n粮食总产量稳定在35万吨以上。", "2024", Role.Target)]
    public void A_title_of_a_review_and_a_plan_is_a_report_of_the_first_year(string text, string year, Role role)
    {
        var only = Only($"云岭县农业农村局2023年工作总结和2024年工作计划\n{text}\n");
        Assert.Equal((year, role), (only.Period?.ToString(), only.Role));
    }

    [Theory]
    [InlineData("云岭县2018年上半年工作总结\n今年粮食总产量35万吨。\n", "2018")]
    [InlineData("云岭县2018年上半年工作总结\n粮食总产量35万吨。\n", "2018-01/2018-06")]
    [InlineData("2021年7月云岭县空气质量报告\n2021年8月5日\n优良天数比例92.4%。\n", "2021-07")]
    [InlineData("2021年7月云岭县空气质量报告\n2021年7月5日\n优良天数比例92.4%。\n", null)]
    [InlineData("云岭县2021年工作总结和2022年工作计划\n预计前三季度，粮食总产量35万吨。\n", "2021-01/2021-09")]
    [InlineData("2025年上半年，全县经济运行平稳。\n工业生产：上半年，粮食总产量35万吨。\n", "2025-01/2025-06")]
    [InlineData("上半年，粮食总产量35万吨。\n", null)]
    public void Parts_of_a_year_are_of_the_year_told_of(string text, string? period) =>
        Assert.Equal(period, PeriodOfOnly(text));

    [Theory]
    [InlineData("一、2023年工作回顾\n前三季度，粮食总产量35万吨。\n", "2023-01/2023-09")]
    [InlineData("二、2024年工作安排\n上半年，新建水库12座。\n", "2024-01/2024-06")]
    public void A_part_of_a_year_that_is_not_over_is_of_the_year_before_unless_planned(string text, string period) =>
        Assert.Equal(period, PeriodOfOnly($"云岭县政府工作报告\n——2024年1月15日\n{text}"));

    [Theory]
    [InlineData("2023年云岭县卫生健康工作要点", "2023")]
    [InlineData("云岭县卫生健康工作要点", null)]
    public void Goals_of_a_plan_for_one_year_are_of_that_year(string title, string? year) =>
        Assert.Equal((year, Role.Target), (PeriodOfOnly(title + Goal), Only(title + Goal).Role));

    private const string Goal = "\n居民健康素养水平达39%以上。\n";

    [Theory]
    [InlineData("云岭县政府工作报告\n预计2015年全县生产总值45亿元。\n", "2015", Role.Actual)]
    [InlineData("云岭县政府工作报告\n预计到2015年全县生产总值45亿元。\n", "2015", Role.Target)]
    [InlineData(
        "“十一五”期间将办实事\n2006年1月17日\n“十一五”期间，开拓前进。\n这些事是：\n一是95%的乡镇通公路。\n",
        "2006/2010",
        Role.Target
    )]
    [InlineData(
        "“十一五”期间所办实事\n2010年12月17日\n“十一五”期间，开拓前进。\n这些事是：\n一是95%的乡镇通公路。\n",
        "2006/2010",
        Role.Actual
    )]
    public void What_lies_ahead_is_a_goal_and_an_estimate_is_none(string text, string period, Role role)
    {
        var only = Only(text);
        Assert.Equal((period, role), (only.Period?.ToString(), only.Role));
    }

    [Theory]
    [InlineData("关于发展云岭县国民经济的第一个五年计划的报告", "1953/1957")]
    [InlineData("云岭县政府工作报告", "1950/1954")]
    public void Five_years_of_a_report_on_a_plan_are_the_plans(string title, string period) =>
        Assert.Equal(
            period,
            PeriodOfOnly($"{title}\n（一九五五年七月五日在会议上）\n五年内新建成公路四百公里以上。\n")
        );

    [Fact]
    public void This_year_right_behind_a_year_is_that_year() =>
        Assert.Equal(
            "1955",
            PeriodOfOnly("关于1955年云岭县决算和1956年预算的报告\n——1956年6月15日\n1955年本年收入280万元。\n")
        );

    [Theory]
    [InlineData("二、2026年工作", Role.Target)]
    [InlineData("二、2026年工作情况", Role.Actual)]
    public void Work_of_the_year_a_report_is_given_in_is_to_come(string heading, Role role) =>
        Assert.Equal(role, Only($"2026年云岭县政府工作报告\n{heading}\n新培育绿色工厂20个。\n").Role);

    [Theory]
    [InlineData("一九五七年计划规定：钢产量九万五千吨。", "1957", Role.Target)]
    [InlineData("一九五六年超过计划规定：钢产量九万五千吨。", "1956", Role.Actual)]
    public void What_a_plan_lays_down_behind_a_colon_are_goals(string sentence, string year, Role role)
    {
        var only = Only($"一九五六年云岭县计划执行情况的报告\n{sentence}\n");
        Assert.Equal((year, role), (only.Period?.ToString(), only.Role));
    }

    [Fact]
    public void This_year_of_a_plan_without_a_date_is_not_the_plans_last() =>
        Assert.Null(
            PeriodOfOnly("云岭县“十二五”林业发展规划\n今年的林业工作计划公布。其中国家重点工程营造林355万亩。\n")
        );

    [Theory]
    [InlineData("水利建设取得重大进展。五年来，加固堤防350公里。", "2019/2023")]
    [InlineData("全县2023年水利投资3.5亿元，群众满意度明显提高。五年来，加固堤防350公里。", null)]
    public void Years_behind_a_short_topic_hold_for_the_paragraphs_to_come(string paragraph, string? period) =>
        Assert.Equal(
            period ?? "2023",
            Only($"云岭县水利工作报告\n2024年1月15日\n{paragraph}\n水库除险加固投入使用。新建水库12座。\n", last: true)
                .Period?.ToString()
        );

    [Fact]
    public void What_years_came_to_is_compared_with_and_not_told_of() =>
        Assert.Equal(
            "2002",
            Only("2002年，全县水利投资3.5亿元，相当于1991年到1999年投资的总和，加固堤防35公里。\n", last: true)
                .Period?.ToString()
        );

    private static string? PeriodOfOnly(string text) => Only(text).Period?.ToString();

    private static Observation Only(string text, bool last = false)
    {
        var extraction = IngestPipeline.Run(new SourceFile("a.txt", Encoding.UTF8.GetBytes(text)));
        return Assert.Single((last ? extraction.Records[^1] : Assert.Single(extraction.Records)).Observations);
    }
}

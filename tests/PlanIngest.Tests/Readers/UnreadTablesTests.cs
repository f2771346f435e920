namespace PlanIngest.Tests.Readers;

public class UnreadTablesTests
{
    [Theory]
    [InlineData("床位数 7.38 7.5\n护士数 3.1 4.2\n\n医生数 2.9 —", "3 lines of words")]
    [InlineData("1991 123.3 457.7\n1992 176.0 510.7\n1993年 193.9 540.9", "3 lines of words")]
    [InlineData("第一产业164.27104.12.7\n  工业2390.51112.938.9\n金融业552.35111.89", "3 lines of words")]
    [InlineData(
        "指标20202025属性产值（亿元）215330预期性企业数（家）312450预期性能耗（吨）62.53约束性",
        "1 lines of words"
    )]
    [InlineData("县区合计造林东河区6.22.11.6西山县9.43.02.8南屏县7.72.62.2北塘市4.81.51.1", "1 lines of words")]
    [InlineData(
        "类别序号指标名称单位目标值权重2013年经济发展1人均产值元≥340005人均收入元≥330073税收占比%≥8084农业比重%≥9010",
        "A table is run together"
    )]
    [InlineData(
        "领域主要指标2020年2025年性质健康水平人均预期寿命（岁）79.180.5预期性婴儿死亡率（‰）2.9<4预期性管理率（%）88≥90约束性",
        "A table is run together"
    )]
    [InlineData(
        "床位数\n7.38\n7.5\n预计\n护士数\n3.1\n医生数\n2.9\n\n3.5\n4.5\n药师数\n1.1\n说明文字",
        "13 short lines, 7 of them figures,"
    )]
    public void Text_that_looks_like_a_table_no_dialect_reads_is_a_finding(string rows, string words)
    {
        var document = Reading.Of("x.txt", $"某县规划如下。\n{rows}\n以上为主要指标。");
        var finding = Assert.Single(document.Findings);
        Assert.Equal("table-unreadable", finding.Code);
        Assert.StartsWith(words, finding.Message);
        Assert.Equal(rows, document.Slice(finding.Span!.Value).ToString());
        Assert.Equal(
            ["某县规划如下。", "以上为主要指标。"],
            document.Blocks.Select(block => document.Read(block.Span))
        );
    }

    [Theory]
    [InlineData("总则\n1\n目标\n3\n任务\n5\n保障\n8\n附则\n11\n附件一\n13\n附件二\n15")]
    [InlineData("第一章 总则 1\n第二章 目标 3\n第三章 保障 8")]
    [InlineData("床位数 7.38 7.5\n护士数 3.1 4.2")]
    [InlineData("2019.12.31\n截至2020.12.31\n截至2021.12.31\n见3.1.2\n见3.1.3\n见3.1.4")]
    [InlineData(
        "主要指标2020年与2025年相比有所提高,其中序号为一的指标由7.38张提高到7.5张,其他指标也有不同程度的提高,人民群众更加满意"
    )]
    [InlineData("床位数由 7.38 张增加到 7.5 张。\n护士数由 3.1 人增加到 4.2 人。\n医生数由 2.9 人增加到 3.5 人。")]
    [InlineData("办公室\n计划处\n财务处\n人事处\n规划处\n法规处\n宣传处\n信息处\n监督处\n保卫处\n2025年\n3月")]
    public void Contents_sentences_and_lists_are_none(string lines) =>
        Assert.Empty(Reading.Of("x.txt", $"某县规划如下。\n{lines}\n以上。").Findings);

    [Fact]
    public void Row_that_can_be_cut_in_several_ways_is_left_out_and_said()
    {
        var document = Reading.Of("x.txt", "指标 2020年 2025年\n床位数 7.38 7.5\n医生数 2.9\n药师数 1.1 1.3");
        var finding = Assert.Single(document.Findings);
        Assert.Equal("table-row-contradicts", finding.Code);
        Assert.Equal("医生数 2.9", document.Slice(finding.Span!.Value).ToString());
        Assert.Equal("药师数", document.Read(document.Blocks.OfType<PlanIngest.Model.Table>().Single().Cells[^3].Span));
    }
}

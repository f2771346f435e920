using PlanIngest.Model;

namespace PlanIngest.Tests.Readers;

public class PlainTextReaderTests
{
    [Theory]
    [InlineData("第一章 发展环境", 1)]
    [InlineData("第二部分 主要任务", 1)]
    [InlineData("第一节 发展目标", 2)]
    [InlineData("一、发展成就", 3)]
    [InlineData("　　（二）主要目标", 4)]
    [InlineData("3．健全机制", 5)]
    [InlineData("## 三、实施评估考核", 2)]
    public void Line_of_heading_shape_is_a_heading(string line, int level)
    {
        var heading = Assert.IsType<Heading>(Assert.Single(Reading.Of("x.txt", line).Blocks));
        Assert.Equal(level, heading.Level);
    }

    [Theory]
    [InlineData("一、加强领导。各级政府要把目标纳入规划，做到责任到位。")]
    [InlineData("（一）着力解决突出问题。继续搞好宏观调控，")]
    [InlineData("1.实现城镇新增就业18万人以上，发布就业岗位50万个以上")]
    [InlineData("一是健全机制")]
    [InlineData("十四五时期，全市医疗卫生机构达到1200所")]
    [InlineData("3.5亿元用于基础设施")]
    [InlineData("第一条 为了加强管理，制定本办法。")]
    public void Sentence_behind_a_list_mark_is_a_paragraph(string line) =>
        Assert.IsType<Paragraph>(Assert.Single(Reading.Of("x.txt", line).Blocks));

    [Fact]
    public void Heading_marks_and_tags_are_hidden_and_offsets_stay_true()
    {
        var document = Reading.Of("x.txt", "## 主要指标\n全市<b>床位</b>达到5m<sup>2</sup>");
        Assert.Equal(["主要指标", "全市床位达到5m²"], document.Blocks.Select(block => document.Read(block.Span)));
        Assert.Equal("## 主要指标", document.Slice(document.Blocks[0].Span).ToString());
    }

    [Fact]
    public void Title_unit_and_notes_of_a_table_are_its_own()
    {
        var document = Reading.Of(
            "x.txt",
            "到2025年目标如下。\n表1 主要指标\n单位：万人\n\n| 指标 | 目标 |\n|---|---|\n| 就业 | 5 |\n\n注：就业指城镇新增就业。\n第二章 任务"
        );
        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal("表1 主要指标", document.Read(table.Caption!.Value));
        Assert.Equal(["单位：万人", "注：就业指城镇新增就业。"], table.Notes.Select(document.Read));
        Assert.Equal(
            ["到2025年目标如下。", "第二章 任务"],
            document.Blocks.Where(block => block is not Table).Select(block => document.Read(block.Span))
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t\n　\n")]
    public void Empty_file_is_an_error(string text) =>
        Assert.Equal("empty-file", Assert.Single(Reading.Of("x.txt", text).Findings).Code);

    [Fact]
    public void Table_wider_than_the_limit_stays_text()
    {
        var row = "<tr>" + string.Concat(Enumerable.Repeat("<td>1</td>", 10_000)) + "</tr>";
        var document = Reading.Of("x.txt", $"<table>{row}{row}</table>");
        Assert.Empty(document.Blocks.OfType<Table>());
        Assert.Equal("table-unreadable", Assert.Single(document.Findings).Code);
    }

    [Fact]
    public void Table_cut_in_the_middle_is_read_and_said_to_be_cut()
    {
        var document = Reading.Of("x.txt", "<table><tr><td>指标</td><td>目标</td></tr><tr><td>床位</td><td>7.");
        Assert.Equal(2, Assert.Single(document.Blocks.OfType<Table>()).Rows);
        Assert.Equal("table-cut", Assert.Single(document.Findings).Code);
    }
}

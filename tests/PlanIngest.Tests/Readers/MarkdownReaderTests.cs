using PlanIngest.Model;

namespace PlanIngest.Tests.Readers;

public class MarkdownReaderTests
{
    [Fact]
    public void Marks_are_hidden_and_the_text_stays_the_file()
    {
        const string text = "全市**床位**达到[7.5张](http://a.b)，\\*为测算，区间2~3个，`5`人。";
        var document = Reading.Of("x.md", text);
        Assert.Equal(text, document.Text);
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(document.Blocks));
        Assert.Equal("全市床位达到7.5张，*为测算，区间2~3个，5人。", document.Read(paragraph.Span));
    }

    [Theory]
    [InlineData("## **二、主要目标** ##", "二、主要目标", 2)]
    [InlineData("主要目标\n=====", "主要目标", 1)]
    [InlineData("**一、发展环境**", "一、发展环境", 3)]
    [InlineData("第一章 总则", "第一章 总则", 1)]
    public void Headings_of_both_kinds_are_headings(string text, string title, int level)
    {
        var document = Reading.Of("x.md", text);
        var heading = Assert.IsType<Heading>(Assert.Single(document.Blocks));
        Assert.Equal((title, level), (document.Read(heading.Span), heading.Level));
    }

    [Fact]
    public void Marks_in_cells_are_hidden()
    {
        var document = Reading.Of("x.md", "| 指标* | **2025年** |\n|:---|---:|\n| 床位_数 | [7.5](x) a\\|b |\n");
        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal("指标*‖2025年⏎床位_数‖7.5 a|b", GridPicture.Of(document, table));
        Assert.All(table.Cells, cell => Assert.Equal(cell.Row == 0, cell.Header));
    }

    [Fact]
    public void List_marks_rules_fences_and_comments_are_not_words()
    {
        var document = Reading.Of(
            "x.md",
            "- 项目一\n- 项目二\n\n---\n\n<!-- 不\n\n显示 -->\n\n```\n代码\n```\n\n![](a.png)\n"
        );
        Assert.Equal(["项目一", "项目二", "代码"], document.Blocks.Select(block => document.Read(block.Span)));
    }

    [Fact]
    public void Ragged_rows_without_end_are_counted_not_listed()
    {
        var rows = string.Concat(Enumerable.Range(1, 332).Select(row => $"| 指标{row} | {row} | 3 | 4 |\n"));
        var document = Reading.Of("x.md", "| 指标 | 2020年 | 2025年 |\n|---|---|---|\n" + rows);
        var findings = document.Findings.Where(finding => finding.Code == "table-ragged-row").ToList();
        Assert.Equal(21, findings.Count);
        Assert.Contains("312 more rows like these", findings[^1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('>')]
    [InlineData('-')]
    public void Thousandfold_nesting_is_a_finding(char mark)
    {
        var nested = string.Concat(Enumerable.Repeat($"{mark} ", 1000));
        var document = Reading.Of("x.md", "到2025年床位7.5张。\n\n" + nested + "深处\n");
        Assert.Equal("too-deep", Assert.Single(document.Findings).Code);
        Assert.Equal("到2025年床位7.5张。", document.Read(document.Blocks[0].Span));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("[a](")]
    [InlineData("**a *b ")]
    [InlineData("![")]
    [InlineData("a\n=\n")]
    [InlineData("[a]: b\n")]
    [InlineData("  - a\n")]
    public void Endless_marks_neither_break_nor_stall(string marks)
    {
        var document = Reading.Of("x.md", string.Concat(Enumerable.Repeat(marks, 4_000)));
        Assert.NotEmpty(document.Text);
    }
}

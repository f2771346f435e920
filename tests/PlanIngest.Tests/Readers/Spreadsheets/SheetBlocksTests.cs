using PlanIngest.Model;
using static PlanIngest.Tests.Readers.Spreadsheets.XlsxFile;

namespace PlanIngest.Tests.Readers.Spreadsheets;

public class SheetBlocksTests
{
    private static string[] Sketch(params string[][] rows) => DocumentSketch.Of(new XlsxFile(Rows(rows)).Read());

    [Fact]
    public void A_title_a_unit_and_notes_stand_around_a_table()
    {
        var document = new XlsxFile(
            Rows(
                ["表1 主要指标"],
                ["", "", "单位：张"],
                ["序号", "指标", "2025年"],
                ["1", "床位", "7.5"],
                ["注：按常住人口。"]
            )
        ).Read();

        var table = Assert.IsType<Table>(Assert.Single(document.Blocks));
        Assert.Equal("表1 主要指标", document.Read(table.Caption!.Value));
        Assert.Equal(["单位：张", "注：按常住人口。"], table.Notes.Select(document.Read));
        Assert.Equal((2, 3), (table.Rows, table.Columns));
    }

    [Fact]
    public void Tables_with_a_blank_row_between_are_two()
    {
        Assert.Equal(
            ["T 2×2", "指标 | 2020年", "床位 | 6", "T 2×2", "地区 | 面积", "甲县 | 120"],
            Sketch(["指标", "2020年"], ["床位", "6"], [], ["地区", "面积"], ["甲县", "120"])
        );
    }

    [Fact]
    public void A_blank_row_inside_a_table_does_not_cut_it()
    {
        Assert.Equal(
            ["T 3×2", "指标 | 2020年", "床位 | 6", "医师 | 3"],
            Sketch(["指标", "2020年"], ["床位", "6"], [], ["医师", "3"])
        );
    }

    [Fact]
    public void Tables_side_by_side_are_two_also_under_one_title()
    {
        Assert.Equal(
            ["P 全市情况。", "T 2×2", "指标 | 2020年", "床位 | 6", "T 2×2", "地区 | 面积", "甲县 | 120"],
            Sketch(["全市情况。"], ["指标", "2020年", "", "地区", "面积"], ["床位", "6", "", "甲县", "120"])
        );
    }

    [Fact]
    public void A_blank_column_between_names_and_values_does_not_cut_a_table()
    {
        Assert.Equal(
            ["T 3×3", "指标 | 2020年 | 2025年", "床位 | 6 | 7", "医师 | 3 | 4"],
            Sketch(["指标", "", "2020年", "2025年"], ["床位", "", "6", "7"], ["医师", "", "3", "4"])
        );
    }

    [Fact]
    public void Tables_that_touch_at_a_corner_are_two()
    {
        Assert.Equal(
            ["T 2×2", "指标 | 值", "床位 | 6", "T 2×2", "地区 | 面积", "甲县 | 120"],
            Sketch(["指标", "值"], ["床位", "6"], ["", "", "地区", "面积"], ["", "", "甲县", "120"])
        );
    }

    [Fact]
    public void A_header_over_some_of_the_columns_is_no_title()
    {
        var sheet =
            Rows(["", "2025年", ""], ["指标", "城市", "农村"], ["用水", "1", "2"])
            + "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>";
        Assert.Equal(
            ["T 3×3", " | 2025年[1×2]", "指标 | 城市 | 农村", "用水 | 1 | 2"],
            DocumentSketch.Of(new XlsxFile(sheet).Read())
        );
    }

    [Fact]
    public void One_column_is_prose()
    {
        Assert.Equal(
            ["P 到2025年，床位达到7张。", "P 医师达到4人。"],
            Sketch(["到2025年，床位达到7张。"], ["医师达到4人。"])
        );
    }

    [Fact]
    public void A_cell_that_is_a_whole_text_is_read_as_prose()
    {
        var text = string.Concat(Enumerable.Range(1, 40).Select(at => $"第{at}项任务按期完成，覆盖全市。&#10;"));
        var document = new XlsxFile(Rows(["编号", "正文"], ["1", text])).Read();

        Assert.Equal(["T 2×2", "编号 | 正文", "1 | "], DocumentSketch.Of(document)[..3]);
        Assert.Equal(40, document.Blocks.OfType<Paragraph>().Count());
        Assert.All(document.Blocks.OfType<Paragraph>(), line => Assert.Equal("B2", line.Place?.Address));
    }

    [Fact]
    public void Tables_one_under_the_other_are_told_from_sections_of_one()
    {
        Assert.Equal(
            [
                "T 4×3",
                "序号 | 指标 | 2025年",
                "健康水平 |  | ",
                "1 | 人均预期寿命（岁） | 79",
                "2 | 婴儿死亡率（‰） | 4.5",
                "H3 二、重点工程",
                "T 2×3",
                "类别 | 项目 | 2025年",
                "农田 | 高标准农田（万亩） | 44",
            ],
            Sketch(
                ["序号", "指标", "2025年"],
                ["健康水平"],
                ["1", "人均预期寿命（岁）", "79"],
                ["2", "婴儿死亡率（‰）", "4.5"],
                ["二、重点工程"],
                ["类别", "项目", "2025年"],
                ["农田", "高标准农田（万亩）", "44"]
            )
        );
    }
}

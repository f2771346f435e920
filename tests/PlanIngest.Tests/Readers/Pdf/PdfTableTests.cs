using PlanIngest.Model;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Tests.Readers.Pdf;

public sealed class PdfTableTests
{
    [Fact]
    public void A_ruled_table_keeps_its_merged_cells_and_goes_on_over_the_page_without_its_second_head()
    {
        var document = PagesFile.Compose(PagesFile.Read("ruled"));

        Assert.Equal(
            [
                "T 8×5",
                "类别[2×1] | 指标[2×1] | 指标值[1×2] | 属性[2×1]",
                "2020年 | 2025年",
                "教育[2×1] | 学前三年毛入园率（%） | 88.3 | 92 | 预期性",
                "九年义务教育巩固率（%） | 95.1 | 96.5 | 约束性",
                "卫生[2×1] | 每千人口医疗卫生机构床位数（张）其中：基层机构 | 6.1 | 7.2 | 预期性",
                "人均预期寿命（岁） | 77.4 | 〔78.5〕 | 预期性",
                "养老 | 护理型床位占比（%） | 38 | ≥55 | 约束性",
                "文化 | 人均公共文化设施面积（平方米） | 0.21 | 0.35 | 预期性",
            ],
            DocumentSketch.Of(document).SkipWhile(line => line[0] != 'T').SkipLast(1)
        );
    }

    [Fact]
    public void The_line_over_a_table_is_its_caption()
    {
        var document = PagesFile.Compose(PagesFile.Read("ruled"));

        var table = Assert.Single(document.Blocks.OfType<Table>());
        Assert.Equal("表1公共服务主要指标", document.Read(table.Caption!.Value));
    }

    [Fact]
    public void Every_cell_knows_its_page_and_box()
    {
        var document = PagesFile.Compose(PagesFile.Read("ruled"));

        var cells = document.Blocks.OfType<Table>().Single().Cells;
        Assert.All(cells, cell => Assert.NotNull(cell.Place!.Box));
        Assert.Equal(1, cells.First(cell => document.Read(cell.Span) == "88.3").Place!.Page);
        Assert.Equal(2, cells.First(cell => document.Read(cell.Span) == "0.21").Place!.Page);
        Assert.True(cells[1].Place!.Box!.Value.X0 > cells[0].Place!.Box!.Value.X0);
    }

    [Fact]
    public void A_three_line_table_with_a_dashed_line_and_one_without_lines_are_cut_by_alignment()
    {
        var document = PagesFile.Compose(PagesFile.Read("unruled"));

        Assert.Equal(
            [
                "T 5×4",
                "指标 | 单位 | 2020年 | 2025年",
                "粮食产量 | 万吨 | 31.2 | 33",
                "农村居民人均可支配收入 | 元 | 14 820 | 21 000",
                "森林覆盖率 | % | 41.7 | 43.2",
                "高标准农田面积 | 万亩 | — | 48.5",
                "P 各乡镇任务分解如下，由乡镇人民政府负责组织实施，县农业农村局会同有关部门按季度调度并通报进展情况。",
                "T 5×4",
                "乡镇 | 任务（亩） | 完成（亩） | 完成率",
                "东川镇 | 12,000 | 11,400 | 95.0%",
                "柳林乡 | 8,600 | 8,600 | 100%",
                "石桥镇 | 9,250 | 7,770 | 84.0%",
                "合计 | 29,850 | 27,770 | 93.0%",
                "T 2×2",
                "县级 | 3",
                "乡级 | 17",
                "T 2×2",
                "公办 | 14",
                "民办 | 6",
            ],
            DocumentSketch.Of(document).Skip(1)
        );
    }

    [Fact]
    public void A_table_turned_by_a_quarter_is_read_upright_and_placed_where_it_stands()
    {
        var document = PagesFile.Compose(PagesFile.Read("turned"));

        Assert.Equal(
            [
                "T 3×4",
                "项目 | 总投资（亿元） | 年度投资（亿元） | 责任单位",
                "县人民医院迁建 | 6.8 | 2.4 | 县卫生健康局",
                "城区供水管网改造 | 1.25 | 0.9 | 县住房城乡建设局",
            ],
            DocumentSketch.Of(document).SkipWhile(line => line[0] != 'T').Take(4)
        );
        var cells = document.Blocks.OfType<Table>().Single().Cells;
        Assert.True(cells[1].Place!.Box!.Value.Y0 > cells[0].Place!.Box!.Value.Y0, "the row runs down the page");
    }

    [Fact]
    public void A_frame_round_prose_is_no_table()
    {
        var page = PagesFile
            .Page()
            .WithLine(80, 100, 500, 100)
            .WithLine(80, 300, 500, 300)
            .WithLine(80, 100, 80, 300)
            .WithLine(500, 100, 500, 300)
            .With("专栏1公共服务工程", 200, 110)
            .With("新建幼儿园12所，改扩建养老机构5所。", 110, 140);

        Assert.DoesNotContain(PagesFile.Compose(page).Blocks, block => block is Table);
    }

    [Fact]
    public void A_frame_round_the_page_leaves_the_table_inside_it()
    {
        var page = Grid(PagesFile.Page(), 600, rows: 2)
            .With("名称", 84, 604)
            .With("床位", 162, 604)
            .With("120", 330, 604)
            .With("合计", 84, 624)
            .With("床位", 162, 624)
            .With("360", 330, 624);
        foreach (var (x0, y0, x1, y1) in new[] { (30, 30, 560, 30), (30, 800, 560, 800) })
        {
            page = page.WithLine(x0, y0, x1, y1);
        }
        foreach (var x in new[] { 30, 520, 560 })
        {
            page = page.WithLine(x, 30, x, 800);
        }
        page = page.With("栏", 534, 400);
        for (var line = 0; line < 24; line++)
        {
            page = page.With("坚持统筹规划和分步实施相结合的原则推进各项工作", 60, 60 + (20 * line));
        }

        Assert.Equal(
            ["T 2×3", "名称 | 床位 | 120", "合计 | 床位 | 360"],
            DocumentSketch.Of(PagesFile.Compose(page)).SkipWhile(line => line[0] != 'T').Take(3)
        );
    }

    [Fact]
    public void Items_behind_their_marks_are_no_table()
    {
        var page = PagesFile.Page();
        for (var i = 0; i < 5; i++)
        {
            page = page.With($"{i + 1}.", 80, 100 + (20 * i)).With("完善县乡村三级服务网络", 110, 100 + (20 * i));
        }

        Assert.DoesNotContain(PagesFile.Compose(page).Blocks, block => block is Table);
    }

    [Fact]
    public void Rows_without_lines_between_them_are_found_inside_a_ruled_frame()
    {
        var page = PagesFile.Page();
        foreach (var y in new[] { 100, 120, 200 })
        {
            page = page.WithLine(80, y, 400, y);
        }
        foreach (var x in new[] { 80, 240, 320, 400 })
        {
            page = page.WithLine(x, 100, x, 200);
        }
        page = page.With("指标", 100, 104).With("2020年", 250, 104).With("2025年", 330, 104);
        string[][] rows =
        [
            ["床位数", "512", "640"],
            ["医师数", "203", "260"],
            ["护士数", "311", "402"],
        ];
        for (var i = 0; i < rows.Length; i++)
        {
            var y = 126 + (24 * i);
            page = page.With(rows[i][0], 100, y).With(rows[i][1], 260, y).With(rows[i][2], 340, y);
        }

        Assert.Equal(
            ["T 4×3", "指标 | 2020年 | 2025年", "床位数 | 512 | 640", "医师数 | 203 | 260", "护士数 | 311 | 402"],
            DocumentSketch.Of(PagesFile.Compose(page))
        );
    }

    [Fact]
    public void A_row_and_a_merged_cell_broken_by_the_page_are_whole_again()
    {
        var first = Grid(PagesFile.Page(1), 700, rows: 2)
            .With("专项", 84, 704)
            .With("保障性住房建设", 162, 704)
            .With("120", 330, 704)
            .With("城镇老旧小区配套设施改造", 162, 724);
        var second = Grid(PagesFile.Page(2), 100, rows: 2)
            .With("和加装电梯", 162, 104)
            .With("供热管网", 162, 124)
            .With("36", 330, 124);

        Assert.Equal(
            ["T 3×3", "专项 | 保障性住房建设 | 120", " | 城镇老旧小区配套设施改造和加装电梯 | ", " | 供热管网 | 36"],
            DocumentSketch.Of(PagesFile.Compose(first, second))
        );
    }

    [Fact]
    public void A_part_of_a_table_on_the_next_page_keeps_the_columns_of_the_whole()
    {
        var first = Grid(PagesFile.Page(1), 700, rows: 2)
            .With("名称", 84, 704)
            .With("内容", 162, 704)
            .With("数量", 330, 704)
            .With("床位", 84, 724)
            .With("新增", 162, 724)
            .With("120", 330, 724);
        var second = PagesFile
            .Page(2)
            .WithLine(80, 100, 400, 100)
            .WithLine(80, 120, 400, 120)
            .WithLine(80, 100, 80, 120)
            .WithLine(320, 100, 320, 120)
            .WithLine(400, 100, 400, 120)
            .With("合计", 84, 104)
            .With("360", 330, 104);

        Assert.Equal(
            ["T 3×3", "名称 | 内容 | 数量", "床位 | 新增 | 120", "合计[1×2] | 360"],
            DocumentSketch.Of(PagesFile.Compose(first, second))
        );
    }

    /// <summary>Rows of three ruled columns, twenty points high: 80 to 160, 320 and 400.</summary>
    private static PdfPage Grid(PdfPage page, double top, int rows)
    {
        for (var row = 0; row <= rows; row++)
        {
            page = page.WithLine(80, top + (20 * row), 400, top + (20 * row));
        }
        foreach (var x in new[] { 80, 160, 320, 400 })
        {
            page = page.WithLine(x, top, x, top + (20 * rows));
        }
        return page;
    }
}

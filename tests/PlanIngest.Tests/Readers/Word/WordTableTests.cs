using static PlanIngest.Tests.Readers.Word.DocxFile;

namespace PlanIngest.Tests.Readers.Word;

public class WordTableTests
{
    [Fact]
    public void Cells_span_columns_and_rows_as_the_file_says()
    {
        var document = new DocxFile(
            Table(
                Row(
                    Cell("指标", "<w:vMerge w:val=\"restart\"/>"),
                    Cell("目标", "<w:gridSpan w:val=\"2\"/>"),
                    Cell("属性", "<w:vMerge w:val=\"restart\"/>")
                ),
                Row(
                    Cell("", "<w:vMerge/>"),
                    Cell("2020年"),
                    Cell("2025年"),
                    Cell("", "<w:vMerge w:val=\"continue\"/>")
                ),
                Row(Cell("床位数"), Cell("6.1"), Cell("7.5"), Cell("预期性"))
            )
        ).Read();

        Assert.Equal(
            ["T 3×4", "指标[2×1] | 目标[1×2] | 属性[2×1]", "2020年 | 2025年", "床位数 | 6.1 | 7.5 | 预期性"],
            DocumentSketch.Of(document)
        );
    }

    [Fact]
    public void Content_controls_may_wrap_cells_rows_and_whole_tables()
    {
        var row = Row($"<w:sdt><w:sdtPr/><w:sdtContent>{Cell("甲")}</w:sdtContent></w:sdt>", Cell("1"));
        var wrapped = $"<w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt>";
        var document = new DocxFile(
            $"<w:sdt><w:sdtContent>{Table(wrapped, Row(Cell("乙"), Cell("2")))}</w:sdtContent></w:sdt>"
        ).Read();

        Assert.Equal(["T 2×2", "甲 | 1", "乙 | 2"], DocumentSketch.Of(document));
    }

    [Fact]
    public void A_table_in_a_cell_follows_the_table_it_stands_in()
    {
        var inner = Table(Row(Cell("内一"), Cell("内二")));
        var document = new DocxFile(Table(Row(Cell("外一"), $"<w:tc>{P("外二")}{inner}</w:tc>"))).Read();

        Assert.Equal(["T 1×2", "外一 | 外二", "T 1×2", "内一 | 内二"], DocumentSketch.Of(document));
    }

    [Fact]
    public void A_box_of_a_single_column_is_prose()
    {
        var document = new DocxFile(
            Table(
                Row(Cell("专栏1 重点工程")),
                Row($"<w:tc>{P("到2025年，床位达到7.5张。")}{P("实施能力提升。")}</w:tc>")
            )
        ).Read();

        Assert.Equal(
            ["P 专栏1 重点工程", "P 到2025年，床位达到7.5张。", "P 实施能力提升。"],
            DocumentSketch.Of(document)
        );
    }

    [Fact]
    public void Edges_drawn_by_hand_a_hair_apart_are_one_column()
    {
        var grid = "<w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"40\"/><w:gridCol w:w=\"1960\"/></w:tblGrid>";
        var document = new DocxFile(
            Table(
                grid,
                Row(Cell("指标"), Cell("2025年", "<w:gridSpan w:val=\"2\"/>")),
                Row(Cell("绿地率", "<w:gridSpan w:val=\"2\"/>"), Cell("40%"))
            )
        ).Read();

        Assert.Equal(["T 2×2", "指标 | 2025年", "绿地率 | 40%"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Rows_that_begin_late_or_end_early_leave_empty_cells_at_their_places()
    {
        var late = $"<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{Cell("乙")}</w:tr>";
        var document = new DocxFile(Table(Row(Cell("1"), Cell("2"), Cell("3")), late)).Read();

        Assert.Equal(["T 2×3", "1 | 2 | 3", " | 乙 | "], DocumentSketch.Of(document));
    }

    [Fact]
    public void Numbers_that_a_list_gives_to_empty_cells_are_shown()
    {
        var numbered = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
        string Counted(string name) => Row($"<w:tc><w:p><w:pPr>{numbered}</w:pPr></w:p></w:tc>", Cell(name));
        var document = new DocxFile(Table(Counted("床位"), Counted("医师")))
        {
            Numbering = WordListTests.List(1, "decimal", "%1"),
        }.Read();

        Assert.Equal(["T 2×2", "1 | 床位", "2 | 医师"], DocumentSketch.Of(document));
    }

    [Fact]
    public void A_deleted_row_is_gone_and_a_footnote_stands_below_the_table()
    {
        var noted = "<w:tc><w:p><w:r><w:t>用水量</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:tc>";
        var deleted = $"<w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>{Cell("旧")}{Cell("0")}</w:tr>";
        var document = new DocxFile(Table(Row(noted, Cell("5")), deleted))
        {
            Footnotes = $"<w:footnote w:id=\"2\">{P("单位为亿立方米。")}</w:footnote>",
        }.Read();

        var table = Assert.IsType<PlanIngest.Model.Table>(Assert.Single(document.Blocks));
        Assert.Equal(["T 1×2", "用水量 | 5"], DocumentSketch.Of(document));
        Assert.Equal("单位为亿立方米。", document.Read(Assert.Single(table.Notes)));
    }

    [Fact]
    public void A_table_larger_than_the_limit_is_left_out_with_a_finding()
    {
        var document = new DocxFile(P("前") + Table(Row(Cell("1"), Cell("2")), Row(Cell("3"), Cell("4")))).Read(
            PlanIngest.Readers.ReaderLimits.Default with
            {
                Cells = 3,
            }
        );

        Assert.Equal(["P 前"], DocumentSketch.Of(document));
        Assert.Equal(["table-too-large"], DocumentSketch.Findings(document));
    }

    [Fact]
    public void The_title_and_the_notes_around_a_table_are_its_own()
    {
        var table = Table(Row(Cell("指标"), Cell("2025年")), Row(Cell("床位"), Cell("7.5")));
        var document = new DocxFile(
            P("到2025年达到目标。") + P("表1 主要指标") + P("单位：张") + table + P("注：千人口。") + table
        ).Read();

        var tables = document.Blocks.OfType<PlanIngest.Model.Table>().ToList();
        Assert.Equal("表1 主要指标", document.Read(tables[0].Caption!.Value));
        Assert.Equal(["单位：张", "注：千人口。"], tables[0].Notes.Select(document.Read));
        Assert.Null(tables[1].Caption);
        Assert.Single(document.Blocks.OfType<PlanIngest.Model.Paragraph>());
    }
}

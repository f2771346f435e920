using PlanIngest.Model;
using PlanIngest.Readers;
using static PlanIngest.Tests.Readers.Spreadsheets.XlsxFile;

namespace PlanIngest.Tests.Readers.Spreadsheets;

public class XlsxReaderTests
{
    [Fact]
    public void Cells_show_what_a_person_sees()
    {
        var cells =
            "<sheetData><row r=\"1\">"
            + "<c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"b\"><v>1</v></c><c r=\"C1\" s=\"1\"><v>0.253</v></c></row>"
            + "<row><c t=\"str\"><f>A1</f><v>甲</v></c><c><f>1+1</f><v>2</v></c><c r=\"C2\" s=\"2\"><v>44196</v></c></row></sheetData>";
        var document = new XlsxFile(cells)
        {
            Formats = ["0.0%", "yyyy&quot;年&quot;m&quot;月&quot;"],
            Strings =
                "<si><r><t>面积km</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>2</t></r><rPh><t>x</t></rPh></si>",
        }.Read();

        Assert.Equal(["T 2×3", "面积km² | TRUE | 25.3%", "甲 | 2 | 2020年12月"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Every_cell_says_its_sheet_and_address()
    {
        var document = new XlsxFile(Rows(["", ""], ["", "指标", "2025年"], ["", "床位", "7.5"])).Read();

        var table = Assert.IsType<Table>(Assert.Single(document.Blocks));
        Assert.Equal("B2:C3", table.Place?.Address);
        Assert.Equal(["B2", "C2", "B3", "C3"], table.Cells.Select(cell => cell.Place?.Address));
        Assert.All(table.Cells, cell => Assert.Equal("表1", cell.Place?.Sheet));
    }

    [Fact]
    public void Merged_ranges_span_and_cover()
    {
        var sheet =
            Rows(["指标", "目标", "旧"], ["", "2020", "2025"], ["床位", "6", "7"])
            + "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>";

        Assert.Equal(
            ["T 3×3", "指标[2×1] | 目标[1×2]", "2020 | 2025", "床位 | 6 | 7"],
            DocumentSketch.Of(new XlsxFile(sheet).Read())
        );
    }

    [Fact]
    public void Hidden_rows_columns_and_sheets_are_left_out_with_a_finding()
    {
        var sheet =
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
            + "<sheetData>"
            + Row(1, "指标", "内部", "2025年")
            + Row(2, "床位", "x", "7.5")
            + "<row r=\"3\" hidden=\"1\">"
            + Cell("A3", "草稿")
            + Cell("C3", "9")
            + "</row>"
            + Row(4, "医师", "y", "3.2")
            + "</sheetData>";
        var document = new XlsxFile(sheet).Read();

        Assert.Equal(["T 3×2", "指标 | 2025年", "床位 | 7.5", "医师 | 3.2"], DocumentSketch.Of(document));
        Assert.Equal(["hidden-content"], DocumentSketch.Findings(document));

        var hidden = new XlsxFile(sheet) { SheetState = "veryHidden" }.Read();
        Assert.Equal(["hidden-content", "empty-file"], DocumentSketch.Findings(hidden));
    }

    [Fact]
    public void Errors_and_formulas_without_a_value_are_found()
    {
        var document = new XlsxFile(
            "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>甲</t></is></c><c r=\"B1\" t=\"e\"><v>#REF!</v></c></row>"
                + "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><f>SUM(A1)</f></c></row></sheetData>"
        ).Read();

        Assert.Equal(["T 2×2", "甲 | #REF!", "1 | "], DocumentSketch.Of(document));
        Assert.Equal(["cell-error", "formula-without-value"], DocumentSketch.Findings(document));
    }

    [Fact]
    public void Days_may_be_counted_from_1904()
    {
        var document = new XlsxFile("<sheetData><row><c s=\"1\"><v>42734</v></c></row></sheetData>")
        {
            Formats = ["yyyy/m/d"],
            Properties = "<workbookPr date1904=\"1\"/>",
        }.Read();

        Assert.Equal(["P 2020/12/31"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Of_several_sheets_each_begins_with_its_name()
    {
        var sheet = Rows(["指标", "值"], ["床位", "7"]);

        Assert.Equal(
            ["H1 表1", "T 2×2", "指标 | 值", "床位 | 7", "H1 表2", "T 2×2", "指标 | 值", "床位 | 7"],
            DocumentSketch.Of(new XlsxFile(sheet, sheet).Read())
        );
    }

    [Fact]
    public void A_sheet_of_styled_empty_cells_costs_nothing()
    {
        var empty = string.Concat(
            Enumerable.Range(1, 200).Select(row => $"<row r=\"{row * 5000}\"><c r=\"XFD{row * 5000}\" s=\"0\"/></row>")
        );
        var document = new XlsxFile(
            $"<dimension ref=\"A1:WQX20000\"/><sheetData>{empty}{Row(1048576, "注")}</sheetData>"
        ).Read();

        Assert.Equal(["P 注"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Cells_over_the_limit_are_left_out_with_a_finding()
    {
        var document = new XlsxFile(Rows(["指标", "值"], ["床位", "7"], ["医师", "3"])).Read(
            ReaderLimits.Default with
            {
                Cells = 4,
            }
        );

        Assert.Equal(["T 2×2", "指标 | 值", "床位 | 7"], DocumentSketch.Of(document));
        Assert.Equal(["table-too-large"], DocumentSketch.Findings(document));
    }

    [Fact]
    public void One_long_text_repeated_by_every_cell_does_not_fill_the_memory()
    {
        var cells = string.Concat(
            Enumerable.Range(1, 2000).Select(row => $"<row r=\"{row}\"><c t=\"s\"><v>0</v></c></row>")
        );
        var document = new XlsxFile($"<sheetData>{cells}</sheetData>")
        {
            Strings = $"<si><t>{new string('甲', 100_000)}</t></si>",
        }.Read();

        Assert.True(document.Text.Length <= ReaderLimits.Default.Characters + 1000);
        Assert.Contains("table-too-large", DocumentSketch.Findings(document));
    }
}

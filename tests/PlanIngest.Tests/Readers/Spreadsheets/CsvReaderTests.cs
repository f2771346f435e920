using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Tests.Readers.Spreadsheets;

public class CsvReaderTests
{
    [Theory]
    [InlineData("指标,2025年\n床位,7.5\n")]
    [InlineData("指标;2025年\r\n床位;7.5")]
    [InlineData("指标\t2025年\n床位\t7.5\n")]
    [InlineData("指标|2025年\n床位|7.5\n")]
    [InlineData("sep=;\n指标;2025年\n床位;7.5\n")]
    [InlineData("\"指标\",\"2025年\"\n\"床位\",\"7.5\"\n")]
    public void The_delimiter_is_found(string text)
    {
        Assert.Equal(["T 2×2", "指标 | 2025年", "床位 | 7.5"], DocumentSketch.Of(Reading.Of("a.csv", text)));
    }

    [Fact]
    public void Quoted_values_hold_line_ends_delimiters_and_quotes()
    {
        Assert.Equal(
            ["T 2×2", "指标 | 说明", "床位 | 含\"编制\",/实有"],
            DocumentSketch.Of(Reading.Of("a.csv", "指标,说明\n床位,\"含\"\"编制\"\",\n实有\"\n"))
        );
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_a_character()
    {
        Assert.Equal(
            ["T 2×2", "指标 | 值", "\"床位 | 7"],
            DocumentSketch.Of(Reading.Of("a.csv", "指标,值\n\"床位,7\n"))
        );
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void The_charset_is_found(string charset)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = "指标,单位,二〇二五年目标\n每千人口医疗卫生机构床位数,张,7.5\n人均预期寿命,岁,79\n";
        var encoding = Encoding.GetEncoding(charset);
        var document = Reading.Of("a.tsv", [.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);

        Assert.Equal(charset, document.Source.Encoding);
        Assert.Equal("T 3×3", DocumentSketch.Of(document)[0]);
    }

    [Fact]
    public void Rows_may_be_ragged_and_cells_say_where_they_stand()
    {
        var document = Reading.Of("a.csv", "a,b,c\n1\n1,2,3,4\n");

        var table = Assert.IsType<Table>(Assert.Single(document.Blocks));
        Assert.Equal(["T 3×4", "a | b | c | ", "1 |  |  | ", "1 | 2 | 3 | 4"], DocumentSketch.Of(document));
        Assert.Equal("D3", table.Cells[^1].Place?.Address);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        Assert.Equal(
            ["not-text"],
            DocumentSketch.Findings(Reading.Of("a.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2]))
        );
        Assert.Equal(["empty-file"], DocumentSketch.Findings(Reading.Of("a.csv", "")));
    }
}

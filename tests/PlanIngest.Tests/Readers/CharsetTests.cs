using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Tests.Readers;

public class CharsetTests
{
    private const string Simplified = "到2025年，全市每千人口医疗卫生机构床位数达到7.5张，人民的健康水平进一步提高。\n";
    private const string Traditional =
        "到2025年，全市每千人口醫療衛生機構床位數達到7.5張，人民的健康水平進一步提高。\n";

    static CharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", Simplified, "utf-8", false)]
    [InlineData("gb18030", Simplified, "gb18030", true)]
    [InlineData("big5", Traditional, "big5", true)]
    [InlineData("utf-16", Simplified, "utf-16", true)]
    [InlineData("utf-16BE", Simplified, "utf-16BE", true)]
    public void Encoding_is_found_without_a_mark(string written, string text, string found, bool guessed)
    {
        var decoded = Charset.Decode(Encoding.GetEncoding(written).GetBytes(text));
        Assert.Equal(text, decoded.Text);
        Assert.Equal(found, decoded.Encoding, ignoreCase: true);
        Assert.Equal(guessed, decoded.Findings.Any(finding => finding.Code == "encoding-guessed"));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("gb18030")]
    public void Byte_order_mark_is_believed_and_dropped(string written)
    {
        var encoding = Encoding.GetEncoding(written);
        byte[] mark = written == "gb18030" ? [0x84, 0x31, 0x95, 0x33] : encoding.GetPreamble();
        var decoded = Charset.Decode([.. mark, .. encoding.GetBytes(Simplified)]);
        Assert.Equal(Simplified, decoded.Text);
        Assert.Empty(decoded.Findings);
    }

    [Theory]
    [InlineData("一\r\n二\r三\n四\r\n")]
    public void Every_line_end_becomes_LF(string text) =>
        Assert.Equal("一\n二\n三\n四\n", Charset.Decode(Encoding.UTF8.GetBytes(text)).Text);

    [Fact]
    public void Half_a_character_at_the_end_is_reported_with_its_line()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified + "床位数");
        var decoded = Charset.Decode(bytes.AsSpan(0, bytes.Length - 1));
        var finding = Assert.Single(decoded.Findings);
        Assert.Equal("invalid-bytes", finding.Code);
        Assert.Contains("line 2", finding.Message, StringComparison.Ordinal);
        Assert.Equal("utf-8", decoded.Encoding);
    }

    [Fact]
    public void Binary_file_is_not_text()
    {
        var random = new Random(20_251_123);
        var bytes = new byte[4096];
        random.NextBytes(bytes);
        var decoded = Charset.Decode(bytes);
        Assert.Null(decoded.Text);
        Assert.Equal("not-text", Assert.Single(decoded.Findings).Code);
    }

    [Fact]
    public void File_that_names_itself_a_PDF_is_not_text() =>
        Assert.Null(Charset.Decode("%PDF-1.7 and what follows"u8).Text);

    [Fact]
    public void Wrong_declaration_does_not_spoil_valid_UTF_8()
    {
        var decoded = Charset.Decode(Encoding.UTF8.GetBytes(Simplified), "gb2312");
        Assert.Equal(Simplified, decoded.Text);
    }

    [Theory]
    [InlineData("gb18030", Simplified, "iso-8859-1", "gb18030")]
    [InlineData("gb18030", Simplified, "windows-1252", "gb18030")]
    [InlineData("gb18030", Simplified, "utf-8", "gb18030")]
    [InlineData("gb18030", Simplified, "us-ascii", "gb18030")]
    [InlineData("big5", Traditional, "gb2312", "big5")]
    [InlineData("utf-8", Simplified, "gb2312", "utf-8")]
    [InlineData("utf-8", Simplified, "big5", "utf-8")]
    [InlineData("utf-8", Simplified, "iso-8859-1", "utf-8")]
    public void Bytes_outrank_a_declaration_they_cannot_keep(string written, string text, string declared, string read)
    {
        var decoded = Charset.Decode(Encoding.GetEncoding(written).GetBytes(text), declared);
        Assert.Equal((text, read), (decoded.Text, decoded.Encoding));
        Assert.Equal("encoding-guessed", Assert.Single(decoded.Findings).Code);
    }

    [Fact]
    public void Damaged_UTF_8_is_not_read_as_the_set_declared()
    {
        var bytes = Encoding.UTF8.GetBytes(Simplified + Simplified);
        var decoded = Charset.Decode([.. bytes[..60], .. bytes[61..]], "gb2312");
        Assert.Equal("utf-8", decoded.Encoding);
        Assert.Contains(decoded.Findings, finding => finding.Code == "invalid-bytes");
    }

    [Theory]
    [InlineData(
        "iso-8859-1",
        "L'indice de mortalité infantile a baissé à 4,1 ‰ en été, malgré la sécheresse déjà créée."
    )]
    [InlineData("windows-1251", "Доля населения, систематически занимающегося спортом, вырастет до 70 %.")]
    [InlineData("shift_jis", "平成30年度の売上高は前年より増加した。")]
    public void Text_of_other_scripts_keeps_the_set_declared(string declared, string text)
    {
        var encoding = Encoding.GetEncoding(declared);
        var decoded = Charset.Decode(encoding.GetBytes(text), declared);
        Assert.Equal(encoding.GetString(encoding.GetBytes(text)), decoded.Text);
        Assert.Empty(decoded.Findings);
    }

    [Fact]
    public void Declared_encoding_is_no_guess() =>
        Assert.Empty(Charset.Decode(Encoding.GetEncoding("gb18030").GetBytes(Simplified), "gb2312").Findings);
}

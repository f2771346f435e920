using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Tests.Readers.Spreadsheets;
using PlanIngest.Tests.Readers.Word;

namespace PlanIngest.Tests.Readers;

/// <summary>Office files made to do harm: each ends in a finding, none in an exception or an open-ended effort.</summary>
public class HostileOfficeTests
{
    private static readonly ReaderLimits Small = ReaderLimits.Default with { RatioFree = 500_000, Ratio = 50 };

    private static string[] Findings(byte[] bytes, string path = "a.docx") =>
        DocumentSketch.Findings(IngestPipeline.ReadDocument(new SourceFile(path, bytes), Small, ReaderEngines.None));

    [Theory]
    [InlineData("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>", "&b;")]
    [InlineData("<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>", "&x;")]
    public void Entities_are_not_resolved(string declaration, string use)
    {
        var part =
            $"{declaration}<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{use}</w:t></w:r></w:p></w:body></w:document>";

        Assert.Equal(["file-damaged"], Findings(ZipFile.Of(("word/document.xml", part))));
    }

    [Fact]
    public void A_bomb_is_stopped_while_it_unpacks()
    {
        Assert.Equal(["unpacks-too-large"], Findings(new DocxFile(DocxFile.P(new string('a', 3_000_000))).Bytes()));
        var cells = string.Concat(Enumerable.Repeat("<c s=\"1\"/>", 200_000));
        Assert.Equal(
            ["unpacks-too-large"],
            Findings(new XlsxFile($"<sheetData><row>{cells}</row></sheetData>").Bytes(), "a.xlsx")
        );
    }

    [Fact]
    public void What_is_nested_deeper_than_the_limit_is_left_out()
    {
        var nested =
            string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 500))
            + DocxFile.P("里")
            + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 500));

        Assert.Equal(["too-deep"], Findings(new DocxFile(DocxFile.P("外") + nested).Bytes()));
    }

    [Fact]
    public void Protected_and_misnamed_files_are_told_apart()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];

        Assert.Equal(["file-encrypted"], Findings([.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")]));
        Assert.Equal(["file-damaged"], Findings(old));
        Assert.Equal(["file-damaged"], Findings(ZipFile.Of(("a.txt", "x"))));
        Assert.Equal(["file-damaged"], Findings([.. old], "a.xls"));
    }

    [Fact]
    public void Merged_ranges_over_whole_sheets_cost_nothing()
    {
        var merges = string.Concat(Enumerable.Repeat("<mergeCell ref=\"A1:XFD1048576\"/>", 1000));
        var document = XlsxFile.Read(
            new XlsxFile(
                $"<sheetData>{XlsxFile.Row(1, "甲", "1")}{XlsxFile.Row(1048576, "乙", "2")}</sheetData><mergeCells>{merges}</mergeCells>"
            ).Bytes()
        );

        Assert.NotEmpty(document.Blocks);
        Assert.Equal("table-too-large", Assert.Single(document.Findings).Code);
    }

    [Theory]
    [InlineData("A1:WQJ20000")]
    [InlineData("C5:WQL20004")]
    public void Cell_merged_over_more_than_the_limit_is_a_finding(string merge)
    {
        var rows = XlsxFile.Row(1, "指标", "2025年") + XlsxFile.Row(2, "床位", "7");
        var document = XlsxFile.Read(
            new XlsxFile($"<sheetData>{rows}</sheetData><mergeCells><mergeCell ref=\"{merge}\"/></mergeCells>").Bytes()
        );

        var finding = Assert.Single(document.Findings);
        Assert.Equal("table-too-large", finding.Code);
        Assert.Contains(merge, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".docx")]
    [InlineData(".xlsx")]
    [InlineData(".zip")]
    [InlineData(".csv")]
    public void Bytes_changed_at_random_give_a_document(string extension)
    {
        var whole = extension switch
        {
            ".docx" => new DocxFile(DocxFile.Table(DocxFile.Row(DocxFile.Cell("床位"), DocxFile.Cell("7")))).Bytes(),
            ".xlsx" => new XlsxFile(XlsxFile.Rows(["指标", "值"], ["床位", "7"])).Bytes(),
            ".zip" => ZipFile.Of(("甲.txt", "床位7张。"), ("乙.csv", "a,b\n1,2\n")),
            _ => "指标,值\n\"床位\",7\n"u8.ToArray(),
        };
        var random = new Random(12345);
        for (var round = 0; round < 200; round++)
        {
            var bytes = round % 4 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
            for (var change = 0; change < 6 && bytes.Length > 0; change++)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            var documents = IngestPipeline.RunAll(new SourceFile("a" + extension, bytes), _ => null, Small).ToList();

            Assert.NotEmpty(documents);
        }
    }
}

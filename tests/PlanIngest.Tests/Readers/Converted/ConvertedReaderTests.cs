using PlanIngest.Host.Engines;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Converted;
using PlanIngest.Tests.Readers.Word;

namespace PlanIngest.Tests.Readers.Converted;

public class ConvertedReaderTests
{
    private static readonly byte[] Rtf = System.Text.Encoding.ASCII.GetBytes(
        @"{\rtf1\ansi Beds reach 7.\par\trowd\cellx2000\cellx4000\intbl Beds\cell 7.5\cell\row\pard}"
    );

    private static Document Read(string path, byte[] bytes, params IDocumentConverter[] converters) =>
        new ConvertedReader().Read(
            new SourceFile(path, bytes),
            ReaderLimits.Default,
            ReaderEngines.None with
            {
                Converters = converters,
            }
        );

    [Fact]
    public void The_document_is_that_of_the_file_dropped_and_names_the_engine()
    {
        var converted = new Conversion(new DocxFile(DocxFile.P("床位7张。")).Bytes(), ".docx", "office 1.2");
        var document = Read("旧.doc", [0xD0, 0xCF], new Converter(converted));

        Assert.Equal(["P 床位7张。"], DocumentSketch.Of(document));
        Assert.Equal(("旧.doc", 2L, "office 1.2"), (document.Path, document.Source.Bytes, document.Source.Engine));
        Assert.Equal("application/msword", document.Source.MediaType);
    }

    [Fact]
    public void Without_a_converter_a_finding_says_what_to_install()
    {
        var finding = Assert.Single(Read("旧.wps", [0xD0, 0xCF], new Converter(null)).Findings);

        Assert.Equal("converter-missing", finding.Code);
        Assert.Contains("libreoffice-writer", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_converter_serves_where_the_first_fails()
    {
        var failed = new Converter(new Conversion(default, ".docx", "office 1.2", "it took too long"));
        var text = new Converter(new Conversion("甲。"u8.ToArray(), ".txt", "words 3"));

        Assert.Equal("words 3", Read("旧.doc", [0xD0, 0xCF], failed, text).Source.Engine);
        Assert.Equal(["converter-failed"], DocumentSketch.Findings(Read("旧.doc", [0xD0, 0xCF], failed)));
    }

    [Fact]
    public void Newer_files_and_pages_under_an_old_name_need_no_converter()
    {
        Assert.Equal(["P 甲。"], DocumentSketch.Of(Read("新.doc", new DocxFile(DocxFile.P("甲。")).Bytes())));
        Assert.Contains(
            "甲",
            Read("页.doc", "<html><body><p>甲。</p></body></html>"u8.ToArray()).Text,
            StringComparison.Ordinal
        );
    }

    [RequiresToolFact("soffice")]
    public void LibreOffice_converts_and_refuses()
    {
        using var office = new LibreOfficeConverter("soffice", ConverterLimits.Default);

        var document = Read("a.rtf", Rtf, office);
        Assert.Equal(["P Beds reach 7.", "T 1×2", "Beds | 7.5"], DocumentSketch.Of(document));
        Assert.StartsWith("libreoffice ", document.Source.Engine, StringComparison.Ordinal);

        var damaged = Read("a.odt", [.. "PK\x3\x4"u8, .. new byte[200]], office);
        Assert.Equal(["converter-failed"], DocumentSketch.Findings(damaged));
    }

    [RequiresToolFact("sh")]
    public void A_converter_that_takes_too_long_is_ended()
    {
        var program = Path.GetTempFileName();
        File.WriteAllText(program, "#!/bin/sh\n[ \"$1\" = --version ] && echo Office 1.2.3.4 || sleep 60\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }
        using var office = new LibreOfficeConverter(
            program,
            ConverterLimits.Default with
            {
                Time = TimeSpan.FromMilliseconds(500),
            }
        );

        var finding = Assert.Single(Read("a.rtf", Rtf, office).Findings);

        Assert.Equal("converter-failed", finding.Code);
        Assert.Contains("longer than", finding.Message, StringComparison.Ordinal);
        File.Delete(program);
    }

    [Fact]
    public void A_program_that_is_not_installed_converts_nothing()
    {
        using var office = new LibreOfficeConverter("no-such-program", ConverterLimits.Default);

        Assert.Null(office.Convert(new SourceFile("a.rtf", Rtf)));
        Assert.Null(
            new AntiwordConverter("no-such-program", ConverterLimits.Default).Convert(new SourceFile("a.doc", Rtf))
        );
    }

    private sealed class Converter(Conversion? conversion) : IDocumentConverter
    {
        public IReadOnlyList<string> Extensions => [".doc", ".wps"];

        public Conversion? Convert(SourceFile file) => conversion;
    }
}

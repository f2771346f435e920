using PlanIngest.Model;
using PlanIngest.Readers.Archives;
using PlanIngest.Readers.Converted;
using PlanIngest.Readers.Pdf;
using PlanIngest.Readers.Spreadsheets;
using PlanIngest.Readers.Word;

namespace PlanIngest.Readers;

/// <summary>Every reader, in a plain list. The extension decides; there is no sniffing beyond it.</summary>
public static class ReaderCatalog
{
    public static IReadOnlyList<IDocumentReader> All { get; } =
    [
        new PlainTextReader(),
        new MarkdownReader(),
        new HtmlReader(),
        new WordReader(),
        new PdfReader(),
        new XlsxReader(),
        new XlsReader(),
        new CsvReader(),
        new ConvertedReader(),
        new ArchiveReader(),
    ];

    public static IDocumentReader? For(string path)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        return All.FirstOrDefault(reader => reader.Extensions.Contains(extension));
    }
}

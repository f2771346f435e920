using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Reads <c>.csv</c> and <c>.tsv</c> in any charset, parted by comma, semicolon, tab or stroke.</summary>
public sealed class CsvReader : IDocumentReader
{
    private const string MediaType = "text/csv";

    public IReadOnlyList<string> Extensions => [".csv", ".tsv"];

    public Document Read(SourceFile file, ReaderLimits limits) =>
        Refusal.Guard(
            file,
            limits with
            {
                Bytes = Math.Min(limits.Bytes, limits.Characters * 3L),
            },
            MediaType,
            () => ReadText(file, limits)
        );

    private static Document ReadText(SourceFile file, ReaderLimits limits)
    {
        var decoded = Charset.Decode(file.Bytes.Span);
        var builder = DocumentBuilder.Composing(file);
        foreach (var finding in decoded.Findings)
        {
            builder.Report(new Finding(finding.Severity, finding.Code, finding.Message));
        }
        if (decoded.Text is not { } text)
        {
            return builder.Build(MediaType, null);
        }
        var sheet = new SheetBuilder(null, limits);
        foreach (var (at, value) in DelimitedText.Cells(text))
        {
            if (sheet.IsFull)
            {
                break;
            }
            sheet.Add(at, value);
        }
        var writer = new WorkbookWriter(builder, limits);
        writer.Write(sheet.Build());
        return writer.Build(MediaType, decoded.Encoding);
    }
}

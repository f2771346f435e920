using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers.Word;

namespace PlanIngest.Readers.Converted;

/// <summary>
/// Reads the formats that have no reader of their own by way of a converter the host lends: old Word and WPS files,
/// RTF, and open documents. Newer Word files and saved pages under an old name need none.
/// </summary>
public sealed class ConvertedReader : IDocumentReader
{
    /// <summary>Bytes looked at to know a page under another name.</summary>
    private const int Beginning = 1024;

    private static readonly string[] PageTags = ["<html", "<!doctype html", "<table", "<meta"];

    public IReadOnlyList<string> Extensions => [".doc", ".wps", ".rtf", ".odt", ".et", ".ods"];

    public Document Read(SourceFile file, ReaderLimits limits) => Read(file, limits, ReaderEngines.None);

    public Document Read(SourceFile file, ReaderLimits limits, ReaderEngines engines)
    {
        var extension = Path.GetExtension(file.Path).ToLowerInvariant();
        return Inside(extension, file.Bytes.Span) is { } other
            ? other.Read(file, limits, engines)
            : Refusal.Guard(file, limits, MediaType(extension), () => Convert(file, extension, limits, engines));
    }

    private static Document Convert(SourceFile file, string extension, ReaderLimits limits, ReaderEngines engines)
    {
        Conversion? failed = null;
        foreach (var converter in engines.Converters.Where(converter => converter.Extensions.Contains(extension)))
        {
            var conversion = converter.Convert(file);
            if (conversion is { Trouble: null } && ReaderCatalog.For("x" + conversion.Extension) is { } reader)
            {
                var converted = reader.Read(new SourceFile(file.Path, conversion.Bytes), limits, engines);
                return OfOriginal(file, extension, converted, conversion.Engine);
            }
            failed ??= conversion;
        }
        var finding = failed is null
            ? new Finding(
                Severity.Error,
                "converter-missing",
                $"Files of type '{extension}' are read by way of LibreOffice, which is not installed: install it (the packages "
                    + "libreoffice-writer and libreoffice-calc; for .doc antiword serves too), or save the file as .docx or .xlsx."
            )
            : new Finding(
                Severity.Error,
                "converter-failed",
                $"{failed.Engine} could not convert the file: {failed.Trouble}; save it as .docx or .xlsx."
            );
        return Refusal.Of(file, MediaType(extension), finding, failed?.Engine);
    }

    /// <summary>What was read from the converted bytes, as the document of the file that was dropped.</summary>
    private static Document OfOriginal(SourceFile file, string extension, Document converted, string engine)
    {
        var empty = DocumentBuilder.Composing(file).Build(MediaType(extension), null, engine);
        return new Document
        {
            Path = empty.Path,
            Source = empty.Source,
            Text = converted.Text,
            Shown = converted.Shown,
            Blocks = converted.Blocks,
            Findings = converted.Findings,
        };
    }

    private static IDocumentReader? Inside(string extension, ReadOnlySpan<byte> bytes)
    {
        if (extension is not (".doc" or ".wps"))
        {
            return null;
        }
        if (bytes.StartsWith("PK\x3\x4"u8))
        {
            return new WordReader();
        }
        var start = Encoding
            .Latin1.GetString(bytes[..Math.Min(bytes.Length, Beginning)])
            .TrimStart('\uFEFF', '\u00EF', '\u00BB', '\u00BF', ' ', '\n', '\r', '\t');
        return start.StartsWith('<') && PageTags.Any(tag => start.Contains(tag, StringComparison.OrdinalIgnoreCase))
            ? ReaderCatalog.For(".html")
            : null;
    }

    private static string MediaType(string extension) =>
        extension switch
        {
            ".rtf" => "application/rtf",
            ".odt" => "application/vnd.oasis.opendocument.text",
            ".ods" => "application/vnd.oasis.opendocument.spreadsheet",
            ".et" => "application/vnd.ms-excel",
            _ => "application/msword",
        };
}

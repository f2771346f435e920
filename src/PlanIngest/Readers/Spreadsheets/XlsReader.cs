using ExcelDataReader;
using ExcelDataReader.Exceptions;
using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Reads <c>.xls</c>, the binary format of old, by ExcelDataReader. Files of that name that are workbooks of the newer
/// format inside, or saved web pages, are read as what they are.
/// </summary>
public sealed class XlsReader : IDocumentReader
{
    private const string MediaType = "application/vnd.ms-excel";

    public IReadOnlyList<string> Extensions => [".xls"];

    static XlsReader() => System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);

    public Document Read(SourceFile file, ReaderLimits limits) =>
        Inside(file.Bytes.Span) is { } other
            ? other.Read(file, limits)
            : Refusal.Guard(file, limits, MediaType, () => ReadBook(file, limits));

    /// <summary>What government programs export under this name: a newer workbook, a page, or text in rows.</summary>
    private static IDocumentReader? Inside(ReadOnlySpan<byte> bytes) =>
        bytes switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] => new XlsxReader(),
            [0xD0, 0xCF, 0x11, 0xE0, ..] or [9, 0 or 2 or 4 or 8, ..] or [] => null,
            _ => ReaderCatalog.For(
                bytes[..Math.Min(bytes.Length, 512)].TrimStart(" \t\r\n\xEF\xBB\xBF"u8) is [(byte)'<', ..]
                    ? ".html"
                    : ".csv"
            ),
        };

    private static Document ReadBook(SourceFile file, ReaderLimits limits)
    {
        var writer = new WorkbookWriter(DocumentBuilder.Composing(file), limits);
        try
        {
            using var stream = new MemoryStream(file.Bytes.ToArray(), writable: false);
            using var book = ExcelReaderFactory.CreateBinaryReader(
                stream,
                new ExcelReaderConfiguration { FallbackEncoding = System.Text.Encoding.GetEncoding("gb18030") }
            );
            do
            {
                if (book.VisibleState == "visible")
                {
                    writer.Write(ReadSheet(book, limits));
                }
                else
                {
                    writer.Hidden(book.Name);
                }
            } while (book.NextResult());
        }
        catch (InvalidPasswordException)
        {
            throw new RefusedFileException(
                new Finding(
                    Severity.Error,
                    "file-encrypted",
                    "The file is protected by a password; save it without one."
                )
            );
        }
        catch (Exception broken) when (IsOfTheFile(broken))
        {
            throw new InvalidDataException(broken.Message, broken);
        }
        return writer.Build(MediaType);
    }

    /// <summary>What the package throws where the bytes contradict themselves; it does not check before it reads.</summary>
    private static bool IsOfTheFile(Exception broken) =>
        broken
            is ExcelReaderException
                or ArgumentException
                or IndexOutOfRangeException
                or OverflowException
                or NullReferenceException
                or InvalidCastException
                or InvalidOperationException
                or KeyNotFoundException
                or EndOfStreamException;

    private static Sheet ReadSheet(IExcelDataReader book, ReaderLimits limits)
    {
        var sheet = new SheetBuilder(book.Name, limits);
        foreach (var merge in book.MergeCells ?? [])
        {
            sheet.Merge(
                new CellRange(
                    new CellAddress(merge.FromRow, merge.FromColumn),
                    new CellAddress(merge.ToRow, merge.ToColumn)
                )
            );
        }
        var formats = new Dictionary<string, NumberFormat>(StringComparer.Ordinal);
        var columns = Math.Min(book.FieldCount, limits.Columns);
        for (var column = 0; column < columns; column++)
        {
            if (book.GetColumnWidth(column) == 0)
            {
                sheet.HideColumns(column, column);
            }
        }
        for (var row = 0; book.Read(); row++)
        {
            var isHidden = book.RowHeight == 0;
            for (var column = 0; column < columns; column++)
            {
                if (Shown(book, column, formats) is { Length: > 0 } text)
                {
                    sheet.Add(new CellAddress(row, column), text);
                }
            }
            if (isHidden)
            {
                sheet.HideRow(row);
            }
        }
        return sheet.Build();
    }

    private static string? Shown(IExcelDataReader book, int column, Dictionary<string, NumberFormat> formats)
    {
        var value = book.GetValue(column);
        if (value is null or string { Length: 0 })
        {
            return null;
        }
        var code = book.GetNumberFormatString(column) ?? "General";
        if (NumberFormat.OfNumber(book.GetNumberFormatIndex(column)) is { } builtIn)
        {
            code = builtIn;
        }
        if (!formats.TryGetValue(code, out var format))
        {
            formats[code] = format = new NumberFormat(code);
        }
        return value switch
        {
            string words => format.Show(words),
            bool truth => truth ? "TRUE" : "FALSE",
            DateTime moment => format.Show(moment.ToOADate()),
            TimeSpan time => format.Show(time.TotalDays),
            IConvertible number => format.Show(number.ToDouble(System.Globalization.CultureInfo.InvariantCulture)),
            _ => value.ToString(),
        };
    }
}

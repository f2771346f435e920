using System.Buffers;
using System.Globalization;

namespace PlanIngest.Outputs;

/// <summary>
/// The flat form as CSV for spreadsheets (RFC 4180, CRLF). Words that a spreadsheet would run as a formula get an
/// apostrophe before them; numbers never do. The byte order mark is the caller's encoding's.
/// </summary>
public static class CsvOutput
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    public static void WriteHeader(TextWriter writer) =>
        WriteRow(writer, FlatForm.Columns.Select(name => new FlatValue(name)));

    public static void WriteRow(TextWriter writer, IEnumerable<FlatValue> row)
    {
        var first = true;
        foreach (var value in row)
        {
            if (!first)
            {
                writer.Write(',');
            }
            first = false;
            Write(writer, value.IsLiteral ? value.Text : Harmless(value.Text));
        }
        writer.Write("\r\n");
    }

    private static string? Harmless(string? text) =>
        text is { Length: > 0 }
        && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠'
        && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? '\'' + text
            : text;

    private static void Write(TextWriter writer, string? text)
    {
        if (text is null)
        {
            return;
        }
        if (!text.AsSpan().ContainsAny(Quoted))
        {
            writer.Write(text);
            return;
        }
        writer.Write('"');
        writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        writer.Write('"');
    }
}

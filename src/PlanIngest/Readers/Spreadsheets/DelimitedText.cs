using System.Text;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Text in rows of values (RFC 4180): a value in quotes may hold the delimiter, line ends and doubled quotes. Which
/// delimiter it is, the first rows tell.
/// </summary>
internal static class DelimitedText
{
    private const string Delimiters = ",;\t|";

    /// <summary>Rows looked at to find the delimiter.</summary>
    private const int Sample = 200;

    /// <summary>The values with their places.</summary>
    /// <param name="text">Line ends are LF.</param>
    public static IEnumerable<(CellAddress At, string Value)> Cells(string text)
    {
        var start = 0;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.IndexOf('\n') is 5)
        {
            start = 6;
        }
        return Cells(text, start, start > 0 ? text[4] : Delimiter(text));
    }

    /// <summary>
    /// The one by which most of the first rows have the same number of values, two at least; the comma where none does.
    /// </summary>
    private static char Delimiter(string text)
    {
        var best = (Delimiter: ',', Rows: 0, Width: 0);
        foreach (var delimiter in Delimiters)
        {
            var common = Cells(text, 0, delimiter)
                .TakeWhile(cell => cell.At.Row < Sample)
                .GroupBy(cell => cell.At.Row)
                .GroupBy(row => row.Count())
                .Where(width => width.Key > 1)
                .Select(width => (Rows: width.Count(), Width: width.Key))
                .OrderByDescending(width => width.Rows)
                .ThenByDescending(width => width.Width)
                .FirstOrDefault();
            if (common.Rows > best.Rows || (common.Rows == best.Rows && common.Width > best.Width))
            {
                best = (delimiter, common.Rows, common.Width);
            }
        }
        return best.Delimiter;
    }

    private static IEnumerable<(CellAddress At, string Value)> Cells(string text, int start, char delimiter)
    {
        var (row, column, at) = (0, 0, start);
        while (at < text.Length)
        {
            var value = text[at] == '"' ? Quoted(text, ref at, delimiter) : Plain(text, ref at, delimiter);
            yield return (new CellAddress(row, column), value);
            var isEnd = at >= text.Length || text[at] == '\n';
            (row, column) = isEnd ? (row + 1, 0) : (row, column + 1);
            at++;
        }
    }

    private static string Plain(string text, ref int at, char delimiter)
    {
        var length = text.AsSpan(at).IndexOfAny(delimiter, '\n');
        var value = length < 0 ? text[at..] : text.Substring(at, length);
        at += value.Length;
        return value;
    }

    /// <summary>A quote that is never closed is a plain character: the value then ends where a plain one would.</summary>
    private static string Quoted(string text, ref int at, char delimiter)
    {
        var value = new StringBuilder();
        for (var from = at + 1; ; )
        {
            var close = text.IndexOf('"', from);
            if (close < 0)
            {
                return Plain(text, ref at, delimiter);
            }
            value.Append(text, from, close - from);
            if (close + 1 < text.Length && text[close + 1] == '"')
            {
                value.Append('"');
                from = close + 2;
                continue;
            }
            at = close + 1;
            return value.Append(Plain(text, ref at, delimiter)).ToString();
        }
    }
}

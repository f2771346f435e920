namespace PlanIngest.Readers;

/// <summary>Lines a page leaves in the text it cuts through: its number, 此页删除, a form feed, 续表.</summary>
public static class PageBreak
{
    /// <summary>Foot, blank lines, head: more lines than this between two parts of a table are text of their own.</summary>
    private const int MostLines = 12;

    /// <summary>
    /// The first line behind a page break that begins at a line; null where what stands there is no page break.
    /// Blank lines alone are none: two tables may follow each other.
    /// </summary>
    public static int? Behind(TextLines lines, int line)
    {
        var stray = false;
        var last = Math.Min(lines.Count, line + MostLines);
        for (var at = line; at < last; at++)
        {
            var text = lines.Slice(lines.Trimmed(at));
            if (IsStray(text) || lines.Slice(at).Contains('\f'))
            {
                stray = true;
            }
            else if (!text.IsEmpty)
            {
                return stray ? at : null;
            }
        }
        return null;
    }

    /// <summary>A line, without white space at its ends, that is no text of the document.</summary>
    /// <remarks>Reads — 12 —, 第 3 页, 第3页 共10页, 3/10, 此页删除, 续表; refuses a lone 12, which may be a cell.</remarks>
    public static bool IsStray(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty || line.Length > 24)
        {
            return false;
        }
        return DialectWords.IsStray(line) || DialectWords.IsContinuation(line) || IsPageNumber(line);
    }

    private static bool IsPageNumber(ReadOnlySpan<char> line)
    {
        var (digits, marks) = (0, 0);
        foreach (var c in line)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
            }
            else if (c is '第' or '页' or '共' or '-' or '—' or '–' or '－' or '―' or '/' or '·' or '~')
            {
                marks++;
            }
            else if (!char.IsWhiteSpace(c))
            {
                return false;
            }
        }
        var dashed = line[0] is '-' or '—' or '–' or '－' or '―' or '·' or '~' && line[^1] == line[0];
        return digits is > 0 and <= 8 && marks > 0 && (dashed || line[0] == '第' && line[^1] == '页' || IsOutOf(line));
    }

    private static bool IsOutOf(ReadOnlySpan<char> line)
    {
        var slash = line.IndexOf('/');
        return slash > 0
            && int.TryParse(line[..slash], out var page)
            && int.TryParse(line[(slash + 1)..], out var pages)
            && page <= pages
            && pages > 2;
    }
}

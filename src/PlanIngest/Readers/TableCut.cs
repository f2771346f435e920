using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>A table that ends with its file in the middle: an upload or a copy was broken off.</summary>
internal static class TableCut
{
    /// <summary>
    /// The last line of the text is a row without the pipe that the row before it ends in, and without a line end. Not:
    /// a table none of whose rows ends in a pipe.
    /// </summary>
    public static bool IsCut(TextLines lines, TableDraft last)
    {
        var (region, line) = (last.Region, lines.Count - 1);
        var text = lines.Slice(line);
        return !last.Refused
            && line > 0
            && region.End == lines.Text.Length
            && region.Start < lines[line].Start
            && text.Contains('|')
            && text[^1] != '|'
            && lines.Slice(lines.Trimmed(line - 1)) is [.., '|'];
    }

    /// <summary>The last words of the page are a table of data, and its end tag is missing.</summary>
    public static bool IsCut(string source, string shown, TableDraft last)
    {
        if (last.Refused || last.Region.End < shown.AsSpan().TrimEnd().Length)
        {
            return false;
        }
        var open = source.LastIndexOf("<table", StringComparison.OrdinalIgnoreCase);
        return open >= 0 && source.IndexOf("</table", open, StringComparison.OrdinalIgnoreCase) < 0;
    }

    public static Finding Finding(Span region, string what) =>
        new(
            Severity.Warning,
            "table-cut",
            $"{what}; what stands of it was read. Check whether the file is complete.",
            region
        );
}

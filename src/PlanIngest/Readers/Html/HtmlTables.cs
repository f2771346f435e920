using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace PlanIngest.Readers.Html;

/// <summary>Tells tables of data from tables that only lay out a page.</summary>
internal static class HtmlTables
{
    /// <summary>Longer text is no label.</summary>
    private const int LongestLabel = 20;

    /// <summary>Cells longer than this on average hold paragraphs: columns of a page.</summary>
    private const int LongestCell = 200;

    /// <summary>
    /// Data: marked as such (header cells, caption, ruled, an office program's class), or a grid of short cells of at
    /// least two rows and two columns. Layout: one row or one column, a table around tables, labels with their values.
    /// </summary>
    public static bool IsData(IHtmlTableElement table)
    {
        if (table.GetAttribute("role") is "presentation" or "none" || table.QuerySelector("table") is not null)
        {
            return false;
        }
        var rows = Rows(table).Select(Cells).Where(cells => cells.Count > 0).ToList();
        if (rows.Count < 2 || rows.TrueForAll(cells => cells.Count < 2))
        {
            return false;
        }
        return IsMarked(table) || !rows.TrueForAll(IsLabelled) && !IsSparse(rows);
    }

    /// <summary>Every other cell is a label: 发文机关：│国务院办公厅│成文日期：│2018年12月23日.</summary>
    public static bool IsLabelled(IReadOnlyList<IElement> cells)
    {
        var labels = 0;
        for (var at = 0; at < cells.Count; at++)
        {
            var label = IsLabel(cells[at]);
            if (label && at % 2 == 1)
            {
                return false;
            }
            labels += label ? 1 : 0;
        }
        return labels > 0;
    }

    public static bool IsLabel(IElement cell)
    {
        if (HtmlFurniture.TextLength(cell, LongestLabel) is < 2 or > LongestLabel)
        {
            return false;
        }
        var text = cell.TextContent.AsSpan().Trim();
        return text.Length > 1 && text[^1] is '：' or ':';
    }

    /// <summary>The rows of this table, not of those in it.</summary>
    public static IEnumerable<IElement> Rows(IElement table) =>
        Elements(table)
            .SelectMany(child => child.NodeName is "THEAD" or "TBODY" or "TFOOT" ? Elements(child) : [child])
            .Where(child => child.NodeName == "TR");

    public static IReadOnlyList<IElement> Cells(IElement row) =>
        [.. Elements(row).Where(child => child.NodeName is "TD" or "TH")];

    private static IEnumerable<IElement> Elements(INode parent) => parent.ChildNodes.OfType<IElement>();

    private static bool IsMarked(IHtmlTableElement table) =>
        table.Caption is not null
        || table.Head is not null
        || table.GetAttribute("border") is { Length: > 0 } border && border[0] is >= '1' and <= '9'
        || table.ClassName?.Contains("Mso", StringComparison.Ordinal) == true
        || table.QuerySelector("th") is not null;

    /// <summary>Mostly empty cells, or whole paragraphs in them.</summary>
    private static bool IsSparse(List<IReadOnlyList<IElement>> rows)
    {
        var (cells, empty, length) = (0, 0, 0L);
        foreach (var cell in rows.SelectMany(row => row))
        {
            var words = HtmlFurniture.TextLength(cell, int.MaxValue);
            cells++;
            empty += words == 0 ? 1 : 0;
            length += words;
        }
        return empty * 3 > cells * 2 || length > (long)LongestCell * cells;
    }
}

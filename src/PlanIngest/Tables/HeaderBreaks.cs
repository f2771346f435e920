using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// A table whose header changes on the way down: under 本报告期 | 上年同期 come, over rows of their own, 本报告期末 | 上年度末.
/// Each header with its rows is a table. A header within is a row without a name, all other cells of which are wordings
/// of values, over a row with a name. Not: a row of words behind a name, a repeated header with the names' heading.
/// </summary>
internal static class HeaderBreaks
{
    /// <summary>The parts with the row each begins at; the table itself where its header holds for all of it.</summary>
    public static IReadOnlyList<(Table Table, int Row)> Of(Document document, Table table)
    {
        var breaks = Rows(document, table);
        if (breaks.Count == 0)
        {
            return [(table, 0)];
        }
        breaks.Insert(0, 0);
        breaks.Add(table.Rows);
        var parts = new List<(Table, int)>();
        for (var part = 0; part + 1 < breaks.Count; part++)
        {
            var (first, end) = (breaks[part], breaks[part + 1]);
            var cells = table
                .Cells.Where(cell => cell.Row >= first && cell.Row < end)
                .Select(cell => cell with { Row = cell.Row - first })
                .ToArray();
            parts.Add((table with { Rows = end - first, Cells = cells }, first));
        }
        return parts;
    }

    private static List<int> Rows(Document document, Table table)
    {
        var rows = new List<int>();
        var cells = table.Cells;
        for (var at = 0; at < cells.Count; at++)
        {
            var opens = cells[at] is { Column: 0, RowSpan: 1, Row: > 1, Span.IsEmpty: true };
            if (opens && cells[at].Row < table.Rows - 1 && IsHeader(document, table, at))
            {
                rows.Add(cells[at].Row);
            }
        }
        return rows;
    }

    private static bool IsHeader(Document document, Table table, int first)
    {
        var cells = table.Cells;
        var at = first + 1;
        for (; at < cells.Count && cells[at].Row == cells[first].Row; at++)
        {
            var words = HeaderWords.Fold(Words.Join(document.Shown, cells[at].Span));
            if (cells[at].RowSpan > 1 || !HeaderWords.RoleOf(words).IsValue())
            {
                return false;
            }
        }
        return at - first == table.Columns
            && table.Columns > 2
            && at < cells.Count
            && CellLooks.Of(document.Shown.AsSpan(cells[at].Span.Start, cells[at].Span.Length)) == CellLook.Words;
    }
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// A table whose header changes on the way down: under 本报告期 | 上年同期 come, over rows of their own, 本报告期末 | 上年度末.
/// Each header with its rows is a table. A header within is a row without a name, all other cells of which are wordings
/// of values, over a row with a name; or a header with the names' heading under a title of its own (前10名股东持股情况 over
/// 股东名称 | 持股比例). Not: a row of words behind a name, a header that repeats the first.
/// </summary>
internal static class HeaderBreaks
{
    /// <summary>The parts with the row each begins at; the table itself where its header holds for all of it.</summary>
    public static IReadOnlyList<(Table Table, int Row)> Of(Document document, Table table)
    {
        var breaks = Rows(document, table);
        var titles = Titles(document, table);
        breaks.AddRange(titles.Keys);
        if (breaks.Count == 0)
        {
            return [(table, 0)];
        }
        breaks.Add(0);
        breaks.Add(table.Rows);
        breaks.Sort();
        var parts = new List<(Table, int)>();
        for (var part = 0; part + 1 < breaks.Count; part++)
        {
            var (first, end) = (breaks[part], breaks[part + 1]);
            var cells = table
                .Cells.Where(cell => cell.Row >= first && cell.Row < end)
                .Select(cell => cell with { Row = cell.Row - first })
                .ToArray();
            var own = table with { Rows = end - first, Cells = cells };
            if (titles.TryGetValue(first, out var title))
            {
                own = own with { Caption = title, Notes = [.. Captions(table), .. table.Notes] };
            }
            parts.Add((own, first));
        }
        return parts;
    }

    private static IEnumerable<Span> Captions(Table table) => table.Caption is { } caption ? [caption] : [];

    /// <summary>Rows with one cell over all columns and a header under it that is not the table's first again.</summary>
    private static Dictionary<int, Span> Titles(Document document, Table table)
    {
        var titles = new Dictionary<int, Span>();
        var grid = default(Grid);
        foreach (var cell in table.Cells)
        {
            if (
                cell is { Column: 0, RowSpan: 1, Row: > 0, Span.IsEmpty: false }
                && cell.ColumnSpan == table.Columns
                && cell.Row < table.Rows - 2
                && IsNamesHeader(grid ??= GridBuilder.Build(document, table), cell.Row + 1)
            )
            {
                titles.Add(cell.Row, cell.Span);
            }
        }
        return titles;
    }

    private static bool IsNamesHeader(Grid grid, int row)
    {
        var first = grid.At(row, 0);
        var heads = HeaderWords.RoleOf(HeaderWords.Fold(grid.Text(first))) is ColumnRole.Name or ColumnRole.Place;
        if (!heads || HeaderReader.Filled(grid, row, 3) < 3 || HeaderReader.Repeats(grid, HeaderReader.Find(grid), row))
        {
            return false;
        }
        foreach (var cell in grid.Row(row))
        {
            if (!grid.IsEmpty(cell) && grid.Look(cell) != CellLook.Words)
            {
                return false;
            }
        }
        return true;
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

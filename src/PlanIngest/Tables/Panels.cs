using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// A narrow table set in halves side by side (县区 | 2020年 | 2025年 | 县区 | 2020年 | 2025年): its header repeats over the
/// columns, and each repetition is a table of its own.
/// </summary>
internal static class Panels
{
    /// <summary>The panels with the column each begins at; the table itself where it is one.</summary>
    public static IReadOnlyList<(Table Table, int Column)> Of(Document document, Table table)
    {
        var width = Width(document, table);
        if (width == 0)
        {
            return [(table, 0)];
        }
        var panels = new List<(Table, int)>();
        for (var first = 0; first < table.Columns; first += width)
        {
            var cells = table
                .Cells.Where(cell => cell.Column >= first && cell.Column < first + width)
                .Select(cell => cell with { Column = cell.Column - first })
                .ToArray();
            panels.Add((table with { Columns = width, Cells = cells }, first));
        }
        return panels;
    }

    /// <summary>
    /// How many columns one panel has; 0 where the header does not repeat. The first row with a cell in each column
    /// decides; a single repeated word (实际 | 实际) is no panel.
    /// </summary>
    private static int Width(Document document, Table table)
    {
        if (table.Columns < 4)
        {
            return 0;
        }
        var words = new string?[table.Columns];
        foreach (var cell in table.Cells)
        {
            if (cell.Row > 0 || cell.ColumnSpan > 1)
            {
                break;
            }
            words[cell.Column] = Words.Join(document.Shown, cell.Span);
        }
        if (string.IsNullOrEmpty(words[0]) || Array.Exists(words, string.IsNullOrEmpty))
        {
            return 0;
        }
        var width = Array.IndexOf(words, words[0], 1);
        if (width < 2 || table.Columns % width != 0)
        {
            return 0;
        }
        for (var column = width; column < words.Length; column++)
        {
            if (words[column] != words[column - width])
            {
                return 0;
            }
        }
        return width;
    }
}

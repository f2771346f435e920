using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>The words that the ids of a table's records are made of, besides the names: its caption and its header.</summary>
internal static class TableKeys
{
    public static string Of(TableLayout layout)
    {
        var words = new List<string> { layout.Caption.Words };
        var seen = Grid.None;
        for (var row = layout.Header.Titles; row < layout.Header.Body; row++)
        {
            foreach (var cell in layout.Grid.Row(row))
            {
                if (cell != seen && !layout.Grid.IsEmpty(cell) && layout.Grid.BeginsIn(row, cell))
                {
                    seen = cell;
                    words.Add(Words.Join(layout.Grid.Document.Shown, layout.Grid.Cells[cell].Span));
                }
            }
        }
        return string.Join('|', words);
    }
}

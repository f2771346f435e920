using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// The table of rows whose ends are marked. A row shorter than the longest lacks the group cells in front, which stand
/// only before their group's first row; one of a cell or two is a section heading.
/// </summary>
internal static class MarkedRows
{
    private const int FewestRows = 3;
    private const int Narrowest = 3;

    /// <summary>Group columns that a row may lack, no more.</summary>
    private const int MostGroups = 2;

    /// <summary>Null where some row fits neither as a whole, nor without its groups, nor as a heading: a mark is missing.</summary>
    public static TableDraft? Draft(IReadOnlyList<IReadOnlyList<Span>> rows)
    {
        if (rows.Count < FewestRows)
        {
            return null;
        }
        var columns = rows.Max(row => row.Count);
        var header = rows[0].Count;
        var whole = rows.Count(row => row.Count >= columns - MostGroups);
        if (
            header < Narrowest
            || header < columns - MostGroups
            || whole * 2 < rows.Count
            || rows.Any(row => row.Count < columns - MostGroups && !IsSection(row, columns))
        )
        {
            return null;
        }
        var draft = new TableDraft();
        AddHeader(draft, rows[0], columns);
        foreach (var row in rows.Skip(1))
        {
            var missing = IsSection(row, columns) ? 0 : columns - row.Count;
            draft.AddRow([.. Enumerable.Repeat(new Span(row[0].Start, 0), missing), .. row]);
        }
        return draft;
    }

    /// <summary>A header shorter than the rows stands over the groups and the names with its first cell.</summary>
    private static void AddHeader(TableDraft draft, IReadOnlyList<Span> row, int columns)
    {
        var over = columns - row.Count + 1;
        for (var at = 0; at < row.Count; at++)
        {
            draft.Add(
                new Cell(0, at == 0 ? 0 : at + over - 1, row[at])
                {
                    ColumnSpan = at == 0 ? over : 1,
                    Inferred = at == 0 && over > 1,
                    Header = true,
                }
            );
        }
    }

    /// <summary>二 | 水资源节约, and nothing behind it.</summary>
    private static bool IsSection(IReadOnlyList<Span> row, int columns)
    {
        var filled = row.Count;
        while (filled > 0 && row[filled - 1].IsEmpty)
        {
            filled--;
        }
        return filled <= 2 && row.Count <= columns - 2 && row.Count * 2 <= columns + 1;
    }
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// Finds where the header of a table begins and ends. Looks at the characters and the known wordings only; what the
/// columns mean is <see cref="ColumnReader"/>'s work.
/// </summary>
public static class HeaderReader
{
    /// <summary>The rows (from 0) that are header or stand over it: the first so many, and those that repeat it.</summary>
    public static IReadOnlyList<int> Rows(Document document, Table table)
    {
        var grid = GridBuilder.Build(document, table);
        var header = Find(grid);
        if (!header.Found)
        {
            return [];
        }
        var rows = Enumerable.Range(0, header.Body).ToList();
        for (var row = header.Body; row < grid.Rows; row++)
        {
            if (Repeats(grid, header, row))
            {
                rows.Add(row);
            }
        }
        return rows;
    }

    internal static HeaderRows Find(Grid grid)
    {
        var titles = 0;
        while (titles < Math.Min(TableSettings.TitleRows, grid.Rows) && IsTitle(grid, titles))
        {
            titles++;
        }
        var body = titles;
        while (body < grid.Rows && body - titles < TableSettings.HeaderRows && IsHeader(grid, titles, body))
        {
            body++;
        }
        body = WithoutSections(grid, titles, body);
        if (body > titles && body < grid.Rows && IsColumnNumbers(grid, body))
        {
            body++;
        }
        return new HeaderRows(titles, body);
    }

    /// <summary>The row repeats the header's last row: a table carried over a page.</summary>
    internal static bool Repeats(Grid grid, HeaderRows header, int row)
    {
        var line = grid.Row(row);
        for (var level = header.Titles; level < header.Body; level++)
        {
            if (Repeats(grid, grid.Row(level), line))
            {
                return true;
            }
        }
        return false;
    }

    private static bool Repeats(Grid grid, ReadOnlySpan<int> first, ReadOnlySpan<int> second)
    {
        var filled = 0;
        for (var column = 0; column < Math.Max(first.Length, second.Length); column++)
        {
            var one = column < first.Length ? first[column] : Grid.None;
            var other = column < second.Length ? second[column] : Grid.None;
            var empty = grid.IsEmpty(one);
            if (empty != grid.IsEmpty(other))
            {
                return false;
            }
            if (!empty)
            {
                filled++;
                if (!grid.Shown(one).SequenceEqual(grid.Shown(other)))
                {
                    return false;
                }
            }
        }
        return filled > 1;
    }

    /// <summary>
    /// One lone cell over the header: 表1 主要指标, 单位：万元. Not: a lone 2025年 over some of the columns, the outer
    /// level of a header.
    /// </summary>
    private static bool IsTitle(Grid grid, int row)
    {
        if (row + 1 >= grid.Rows || Filled(grid, row, 2) > 1)
        {
            return false;
        }
        foreach (var cell in grid.Row(row))
        {
            if (!grid.IsEmpty(cell))
            {
                return grid.Cells[cell] is { Column: 0, RowSpan: 1 } || CaptionReader.IsUnitLine(grid.Text(cell));
            }
        }
        return true;
    }

    private static bool IsHeader(Grid grid, int first, int row)
    {
        var line = grid.Row(row);
        int filled = 0,
            known = 0,
            marked = 0,
            fromAbove = 0;
        var body = false;
        var last = Grid.None;
        foreach (var cell in line)
        {
            if (cell == last || grid.IsEmpty(cell))
            {
                continue;
            }
            last = cell;
            if (!grid.BeginsIn(row, cell))
            {
                fromAbove++;
                continue;
            }
            filled++;
            marked += grid.Cells[cell].Header ? 1 : 0;
            var look = grid.Look(cell);
            known += look == CellLook.Year || look == CellLook.Words && IsKnown(grid, cell) ? 1 : 0;
            body |= look is CellLook.Number or CellLook.Missing || Natures.Read(grid.Text(cell)) is not null;
        }
        if (filled == 0)
        {
            return fromAbove > 0 && row > first;
        }
        if (filled == marked && filled + fromAbove > 1)
        {
            return true;
        }
        if (row > first && fromAbove > 0 && filled + fromAbove > 1)
        {
            return true;
        }
        if (body)
        {
            return row == first && known >= 2 && known * 2 >= filled;
        }
        if (row == first)
        {
            // A lone 株主資本 over some of the columns is the outer level of a header.
            return filled > 1 || grid.Cells[last] is { Column: > 0, ColumnSpan: > 1 };
        }
        return known * 2 >= filled && (known > 1 || filled > 1)
            || IsIncomplete(grid, row - 1) && filled > 1 && !HoldsName(grid, row);
    }

    /// <summary>A header cell of the row above reaches into this row.</summary>
    private static bool SpansDown(Grid grid, int row)
    {
        foreach (var cell in grid.Row(row))
        {
            if (!grid.IsEmpty(cell) && !grid.BeginsIn(row, cell))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The header row has cells over several columns, or none over some: a row of parts is to come.</summary>
    private static bool IsIncomplete(Grid grid, int row)
    {
        var line = grid.Row(row);
        for (var column = 0; column < grid.Columns; column++)
        {
            var cell = column < line.Length ? line[column] : Grid.None;
            if (grid.IsEmpty(cell) || column > 0 && line[column - 1] == cell)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Under the header of names stands a word of its own: a body row, not a second level.</summary>
    private static bool HoldsName(Grid grid, int row)
    {
        var above = grid.Row(row - 1);
        var line = grid.Row(row);
        for (var column = 0; column < Math.Min(above.Length, line.Length); column++)
        {
            if (
                above[column] != line[column]
                && !grid.IsEmpty(above[column])
                && !grid.IsEmpty(line[column])
                && HeaderWords.RoleOf(HeaderWords.Fold(grid.Text(above[column])))
                    is ColumnRole.Name
                        or ColumnRole.Ordinal
                        or ColumnRole.Place
                && !IsKnown(grid, line[column])
            )
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsKnown(Grid grid, int cell)
    {
        var words = HeaderWords.Fold(grid.Text(cell));
        return HeaderWords.IsKnown(words) || HeaderWords.RoleOf(words).IsValue();
    }

    /// <summary>Lone cells at the end of what looks like header are the first section headings of the body.</summary>
    private static int WithoutSections(Grid grid, int titles, int body)
    {
        while (body > titles + 1 && Filled(grid, body - 1, 2) == 1 && !SpansDown(grid, body - 1))
        {
            body--;
        }
        return body;
    }

    /// <summary>1 2 3 4 …, or A B 1 2: a row that only numbers the columns.</summary>
    private static bool IsColumnNumbers(Grid grid, int row)
    {
        var expected = 0;
        var count = 0;
        foreach (var cell in grid.Row(row))
        {
            if (grid.IsEmpty(cell))
            {
                continue;
            }
            var shown = grid.Shown(cell);
            var number = CellLooks.Ordinal(shown);
            if (number < 0)
            {
                if (expected > 0 || shown.Trim().Length != 1)
                {
                    return false;
                }
                count++;
                continue;
            }
            if (expected > 0 && number != expected || expected == 0 && number > count + 1)
            {
                return false;
            }
            expected = number + 1;
            count++;
        }
        return count > 2 && expected > 2;
    }

    /// <summary>How many cells of a row hold something, counted up to <paramref name="most"/>.</summary>
    internal static int Filled(Grid grid, int row, int most)
    {
        var filled = 0;
        var last = Grid.None;
        foreach (var cell in grid.Row(row))
        {
            if (cell != last && !grid.IsEmpty(cell))
            {
                last = cell;
                if (++filled >= most)
                {
                    break;
                }
            }
        }
        return filled;
    }
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// Which words of a header name another measure (占比, 在岗人数 in a table of bodies) and which only tell a column from
/// its neighbours (方案1, 城镇).
/// </summary>
internal static class HeaderSeries
{
    public static IReadOnlyList<Column> Tell(Column[] columns, TableShape shape)
    {
        for (var index = 0; index < columns.Length; index++)
        {
            if (columns[index].Role.IsValue())
            {
                columns[index] = shape == TableShape.Indicators ? AsSeries(columns[index]) : AsMeasure(columns[index]);
            }
        }
        if (shape == TableShape.Indicators)
        {
            KeepWhereNeeded(columns);
        }
        return columns;
    }

    /// <summary>The header words left when role, period and unit are taken out, outermost first.</summary>
    private static List<string> Rests(Column column)
    {
        var rests = new List<string>();
        foreach (var cell in column.Path)
        {
            if (cell.Rest.Length > 0 && !rests.Contains(cell.Rest))
            {
                rests.Add(cell.Rest);
            }
        }
        return rests;
    }

    private static Column AsSeries(Column column)
    {
        var rests = Rests(column);
        if (column.Role == ColumnRole.Measure)
        {
            var own = column.Path[^1];
            return column with { Measure = Measured(own) };
        }
        return column with { Series = rests.Count > 0 ? string.Join(' ', rests) : null };
    }

    /// <summary>占比, 预算数为上年执行数的%: the header cell's own words.</summary>
    private static string Measured(HeaderCell cell) => cell.Folded;

    private static Column AsMeasure(Column column)
    {
        var words = Rests(column);
        if (column.Role == ColumnRole.Measure)
        {
            words.Add(Measured(column.Path[^1]));
        }
        else if (words.Count == 0 && column.Role == ColumnRole.Value && column.Path is [.., { Folded.Length: > 0 } own])
        {
            words.Add(own.Folded);
        }
        if (words.Count == 0)
        {
            return column;
        }
        return column with { Measure = words[^1], Groups = words[..^1] };
    }

    /// <summary>Only columns alike in role, period and measure need words of their own to be told apart.</summary>
    private static void KeepWhereNeeded(Column[] columns)
    {
        var alike = columns
            .Where(column => column.Role.IsValue())
            .GroupBy(column => (column.Speaks, column.Period, column.Measure, column.Role == ColumnRole.Change))
            .ToDictionary(group => group.Key, group => group.Count());
        for (var index = 0; index < columns.Length; index++)
        {
            var column = columns[index];
            if (
                column.Series is not null
                && alike[(column.Speaks, column.Period, column.Measure, column.Role == ColumnRole.Change)] < 2
            )
            {
                columns[index] = column with { Series = null };
            }
        }
    }
}

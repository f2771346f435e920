namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Tables one under the other without a blank row: the words between them are rows of a single cell, as the section
/// rows of one table are. What tells is the row behind: a header, which has words only and a year or a 序号.
/// </summary>
internal static class StackedTables
{
    // 三、重点工程 / 类别 | 项目 | 2023年 | 2025年 begins a table — 健康水平 / 1 | 人均预期寿命 | 78.2 does not.
    public static IEnumerable<SheetBlock> Of(SheetBlock band)
    {
        var rows = band.Rows();
        var from = 0;
        var end = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            if (row - from > 1 && rows[row].Count == 1 && rows[row][0].Row >= end && IsBeforeHeader(rows, row))
            {
                yield return Part(rows, from, row);
                from = row;
            }
            end = Math.Max(end, rows[row].Max(cell => cell.RowEnd));
        }
        yield return from == 0 ? band : Part(rows, from, rows.Count);
    }

    private static SheetBlock Part(List<ArraySegment<SheetCell>> rows, int from, int to) =>
        new([.. rows.Skip(from).Take(to - from).SelectMany(row => row)]);

    /// <summary>Behind this row, and others of a single cell, stands a header; above it ended a table's row.</summary>
    private static bool IsBeforeHeader(List<ArraySegment<SheetCell>> rows, int row)
    {
        if (rows[row - 1].Count == 1)
        {
            return false;
        }
        while (row < rows.Count && rows[row].Count == 1)
        {
            row++;
        }
        return row + 1 < rows.Count
            && !rows[row].Any(cell => SheetWords.IsValue(cell.Text))
            && rows.Skip(row).Take(2).Any(line => line.Any(Heads));
    }

    private static bool Heads(SheetCell cell) =>
        SheetWords.IsYear(cell.Text) || DialectWords.IsOrdinalHeader(cell.Text);
}

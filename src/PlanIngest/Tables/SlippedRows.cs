namespace PlanIngest.Tables;

/// <summary>
/// Rows that lost a cell, or have one too many, so that what follows stands in the wrong columns: nobody knows which of
/// their figures belongs where.
/// </summary>
internal sealed class SlippedRows(TableLayout layout)
{
    private readonly Grid grid = layout.Grid;
    private readonly Column[] values = [.. layout.Values.Where(column => column.Role != ColumnRole.Measure)];
    private readonly Column? last = LastOf(layout);

    /// <summary>
    /// A figure under 属性 or 单位, 约束性 or another name with its unit among the values, an office under the last year where every other row has its office
    /// behind it. Not: 保持稳定 under 2025年, or rows that share one office.
    /// </summary>
    public bool Contains(int row) =>
        layout.Natures is { } natures && grid.Look(grid.At(row, natures.Index)) == CellLook.Number
        || layout.Units is { } units && IsBareNumber(grid.At(row, units.Index))
        || layout.Natures is not null && Array.Exists(values, column => IsNature(grid.At(row, column.Index)))
        || Array.Exists(values, column => IsName(grid.At(row, column.Index)))
        || last is not null && grid.IsEmpty(grid.At(row, last.Index)) && EndsInWords(row);

    private bool IsNature(int cell) => !grid.IsEmpty(cell) && Natures.Read(grid.Text(cell).Trim()) is not null;

    /// <summary>床位数（张） among the values: the group before it stands in the place of the name.</summary>
    private bool IsName(int cell) =>
        !grid.IsEmpty(cell)
        && grid.Look(cell) == CellLook.Words
        && grid.Shown(cell).TrimEnd()[^1] is ')' or '）'
        && NameReader.Read(grid.Document, grid.Cells[cell].Span).Unit is not null;

    /// <summary>3120; not 1/10万, %.</summary>
    private bool IsBareNumber(int cell)
    {
        if (grid.IsEmpty(cell) || grid.Look(cell) != CellLook.Number)
        {
            return false;
        }
        foreach (var c in grid.Shown(cell))
        {
            if (char.IsLetter(c) || c is '/' or '%' or '％' or '‰')
            {
                return false;
            }
        }
        return true;
    }

    private bool EndsInWords(int row) =>
        values is [.., var column]
        && column.Index < last!.Index
        && grid.Look(grid.At(row, column.Index)) == CellLook.Words;

    /// <summary>The column of offices or natures behind the values, where it is filled in all rows but a few.</summary>
    private static Column? LastOf(TableLayout layout)
    {
        var column = layout.Columns.LastOrDefault(one => one.Role is ColumnRole.Responsible or ColumnRole.Nature);
        if (column is null || layout.Grid.Merged)
        {
            return null;
        }
        int filled = 0,
            rows = 0;
        var end = Math.Min(layout.Grid.Rows, layout.Header.Body + TableSettings.SampleRows);
        for (var row = layout.Header.Body; row < end; row++)
        {
            if (HeaderReader.Filled(layout.Grid, row, 3) > 2)
            {
                rows++;
                filled += layout.Grid.IsEmpty(layout.Grid.At(row, column.Index)) ? 0 : 1;
            }
        }
        return rows > 2 && filled >= rows * TableSettings.SameKindShare ? column : null;
    }
}

namespace PlanIngest.Tables;

/// <summary>
/// Why a cell of a column of values is not read, in words to stand behind "Row 3 of table 1".
/// △ and ▲ before a figure are its sign in accounts: △747, ▲3.5%. In a table that also has ▼1.2 or ▽1.2 they may be
/// arrows up and down, and there nobody knows. Not meant: 747△, a note's mark.
/// </summary>
internal sealed class ValueRefusals(Grid grid)
{
    private bool? arrows;

    public string? Of(int cell, CellLook look) =>
        look == CellLook.Words && Natures.Read(grid.Text(cell)) is not null
            ? $"has '{grid.Text(cell).Trim()}' in a column of values; its cells may have slipped"
        : IsUnsettled(cell)
            ? $"has '{grid.Text(cell).Trim()}', where the mark may be a sign or an arrow; enter it by hand"
        : null;

    public string NoQuantity(int cell) =>
        $"has '{grid.Text(cell).Trim()}' in a column of values, which is no quantity known; enter it by hand";

    private bool IsUnsettled(int cell) => IsMarked(cell, '△', '▲') ? arrows ??= HasArrows() : IsMarked(cell, '▽', '▼');

    private bool HasArrows()
    {
        for (var cell = 0; cell < grid.Cells.Count; cell++)
        {
            if (IsMarked(cell, '▽', '▼'))
            {
                return true;
            }
        }
        return false;
    }

    private bool IsMarked(int cell, char open, char full)
    {
        var shown = grid.Shown(cell).Trim();
        return shown.Length > 1
            && (shown[0] == open || shown[0] == full)
            && CellLooks.Digit(shown[1..].TrimStart()[0]) >= 0;
    }
}

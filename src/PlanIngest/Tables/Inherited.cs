using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>
/// Words that a merged cell gives to all its rows. Where the format lost its merges, an empty cell takes what stands
/// above it, up to the next section heading.
/// </summary>
internal sealed class Inherited(TableLayout layout)
{
    private readonly Grid grid = layout.Grid;
    private readonly Column[] categories = [.. layout.Columns.Where(column => column.Role == ColumnRole.Category)];
    private readonly Column? responsible = ResponsibleOf(layout);
    private readonly Dictionary<int, int> above = [];
    private readonly int[] watched =
    [
        .. layout
            .Columns.Where(column =>
                column.Role is ColumnRole.Category or ColumnRole.Year
                || column.Role is ColumnRole.Responsible or ColumnRole.Nature && IsSparse(layout, column)
            )
            .Select(column => column.Index),
    ];

    /// <summary>
    /// Offices and natures stand once for many rows where merges were lost; a lone gap in a full column is a gap.
    /// </summary>
    private static bool IsSparse(TableLayout layout, Column column)
    {
        int filled = 0,
            rows = 0;
        var last = Math.Min(layout.Grid.Rows, layout.Header.Body + TableSettings.SampleRows);
        for (var row = layout.Header.Body; row < last; row++)
        {
            if (HeaderReader.Filled(layout.Grid, row, 2) > 1)
            {
                rows++;
                filled += layout.Grid.IsEmpty(layout.Grid.At(row, column.Index)) ? 0 : 1;
            }
        }
        return filled <= rows * TableSettings.SparseShare;
    }

    private static Column? ResponsibleOf(TableLayout layout) => layout.First(ColumnRole.Responsible);

    /// <summary>Remembers the filled cells of a row.</summary>
    public void Take(int row)
    {
        if (grid.Merged)
        {
            return;
        }
        var outer = false;
        foreach (var column in watched)
        {
            var cell = grid.At(row, column);
            if (!grid.IsEmpty(cell))
            {
                above[column] = cell;
                outer |= layout.Columns[column].Role == ColumnRole.Category;
            }
            else if (outer && layout.Columns[column].Role == ColumnRole.Category)
            {
                // A new group begins: the inner groups of the one before are over.
                above.Remove(column);
            }
        }
    }

    public void Forget() => above.Clear();

    public string Text(int row, Column column)
    {
        var cell = CellAt(row, column.Index);
        return cell == Grid.None ? "" : Words.Join(grid.Document.Shown, grid.Cells[cell].Span);
    }

    public void AddCategory(int row, int nameColumn, List<string> category)
    {
        var nameCell = grid.At(row, nameColumn);
        foreach (var column in categories)
        {
            var cell = CellAt(row, column.Index);
            if (cell == Grid.None || cell == nameCell || column.Index > nameColumn)
            {
                continue;
            }
            var name = NameReader.Read(grid.Document, grid.Cells[cell].Span);
            var words = name.Unit is null ? name.Words : Words.Join(grid.Document.Shown, grid.Cells[cell].Span);
            if (words.Length > 0 && (category.Count == 0 || category[^1] != words))
            {
                category.Add(words);
            }
        }
    }

    public string? Responsible(int row) =>
        responsible is not null
        && Text(row, responsible) is { Length: > 0 } words
        && CellLooks.Of(words) != CellLook.Missing
            ? words
            : null;

    public PeriodMention? YearAt(int row, Column years)
    {
        var cell = CellAt(row, years.Index);
        return cell == Grid.None
            ? null
            : PeriodReader.ReadHeader(grid.Document.Shown, grid.Cells[cell].Span, DocumentHead.Unknown);
    }

    private int CellAt(int row, int column)
    {
        var cell = grid.At(row, column);
        return !grid.IsEmpty(cell) ? cell
            : above.TryGetValue(column, out var before) ? before
            : Grid.None;
    }
}

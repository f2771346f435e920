using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Puts a table into a composed document: a line for each row, a tab between cells. Places that no cell covers become
/// empty cells, so that every grid is whole.
/// </summary>
public static class TableWriter
{
    /// <param name="builder">A composing builder.</param>
    /// <param name="rows">Rows of the grid.</param>
    /// <param name="columns">Columns of the grid.</param>
    /// <param name="cells">In any order; none may overlap or reach outside.</param>
    /// <param name="place">Of the table as a whole.</param>
    public static Table Write(
        DocumentBuilder builder,
        int rows,
        int columns,
        IEnumerable<CellText> cells,
        Place? place = null
    )
    {
        var ordered = WithGapsFilled(rows, columns, cells);
        var start = builder.Length;
        var written = new Cell[ordered.Count];
        var row = 0;
        for (var index = 0; index < written.Length; index++)
        {
            var cell = ordered[index];
            for (; row < cell.Row; row++)
            {
                builder.Append("\n");
            }
            if (index > 0 && ordered[index - 1].Row == cell.Row)
            {
                builder.Append("\t");
            }
            written[index] = new Cell(cell.Row, cell.Column, builder.Append(cell.Text))
            {
                RowSpan = cell.RowSpan,
                ColumnSpan = cell.ColumnSpan,
                Header = cell.Header,
                Place = cell.Place,
            };
        }
        var table = new Table(Span.Between(start, builder.Length), rows, columns, written, place);
        builder.Append("\n");
        return table;
    }

    private static List<CellText> WithGapsFilled(int rows, int columns, IEnumerable<CellText> cells)
    {
        var ordered = InOrder([.. cells]);
        var covered = new bool[rows * columns];
        foreach (var cell in ordered)
        {
            for (var row = cell.Row; row < cell.Row + cell.RowSpan; row++)
            {
                covered.AsSpan((row * columns) + cell.Column, cell.ColumnSpan).Fill(true);
            }
        }
        var given = ordered.Count;
        for (var at = 0; at < covered.Length; at++)
        {
            if (!covered[at])
            {
                ordered.Add(new CellText(at / columns, at % columns, ""));
            }
        }
        return ordered.Count == given ? ordered : InOrder(ordered);
    }

    /// <summary>Most tables come in order.</summary>
    private static List<CellText> InOrder(List<CellText> cells)
    {
        for (var at = 1; at < cells.Count; at++)
        {
            if ((cells[at].Row, cells[at].Column).CompareTo((cells[at - 1].Row, cells[at - 1].Column)) < 0)
            {
                return [.. cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];
            }
        }
        return cells;
    }
}

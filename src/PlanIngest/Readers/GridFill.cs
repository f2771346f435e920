using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>Gives a grid the empty cells its rows left out, so that every place of it is covered by one cell.</summary>
public static class GridFill
{
    /// <summary>
    /// A grid of which cells cover less than this share is left as it is: a hostile file can claim a wide row once and
    /// a million short ones.
    /// </summary>
    private const int EmptyPerCell = 64;

    /// <param name="cells">In order of row, then column; not overlapping.</param>
    public static IReadOnlyList<Cell> Complete(IReadOnlyList<Cell> cells, int rows, int columns)
    {
        var isFull = cells.Count == (long)rows * columns && IsPlain(cells);
        if (isFull || (long)rows * columns > (long)EmptyPerCell * (cells.Count + 64))
        {
            return cells;
        }
        var complete = new CellList();
        var coveredUntil = new int[columns];
        var (next, last) = (0, 0);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; )
            {
                if (coveredUntil[column] > row)
                {
                    column++;
                }
                else if (next < cells.Count && cells[next].Row == row && cells[next].Column == column)
                {
                    var cell = cells[next++];
                    cell = cell.RowSpan > rows - row ? cell with { RowSpan = rows - row } : cell;
                    complete.Add(cell);
                    last = cell.Span.End;
                    coveredUntil.AsSpan(column, cell.ColumnSpan).Fill(row + cell.RowSpan);
                    column += cell.ColumnSpan;
                }
                else
                {
                    complete.Add(new Cell(row, column, new Span(last, 0)));
                    column++;
                }
            }
        }
        complete.Trim();
        return complete;
    }

    private static bool IsPlain(IReadOnlyList<Cell> cells)
    {
        foreach (var cell in cells)
        {
            if (cell.RowSpan > 1 || cell.ColumnSpan > 1)
            {
                return false;
            }
        }
        return true;
    }
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// A table as a rectangle of references to its cells: a merged cell stands at every place it covers. Rows may end
/// early; a place beyond the end is empty. Computed from cells, never stored.
/// </summary>
internal sealed class Grid
{
    public const int None = -1;

    private readonly int[] places;
    private readonly int[] rowStarts;
    private readonly CellList? packed;

    internal Grid(Document document, Table table, int[] places, int[] rowStarts, bool merged)
    {
        (Document, Table, this.places, this.rowStarts, Merged) = (document, table, places, rowStarts, merged);
        Cells = table.Cells;
        packed = table.Cells as CellList;
    }

    public Document Document { get; }
    public Table Table { get; }
    public IReadOnlyList<Cell> Cells { get; }
    public int Rows => rowStarts.Length - 1;
    public int Columns => Table.Columns;

    /// <summary>The format itself marks cells merged over rows, so that an empty cell is empty and not a merged one lost.</summary>
    public bool Merged { get; }

    /// <summary>Indices into <see cref="Cells"/>, <see cref="None"/> where nothing stands.</summary>
    public ReadOnlySpan<int> Row(int row) => places.AsSpan(rowStarts[row], rowStarts[row + 1] - rowStarts[row]);

    public int At(int row, int column)
    {
        var places = Row(row);
        return column < places.Length ? places[column] : None;
    }

    public string Text(int cell) => cell == None ? "" : Document.Read(SpanOf(cell));

    public bool IsEmpty(int cell) => cell == None || CellLooks.IsBlank(Shown(cell));

    public CellLook Look(int cell) => cell == None ? CellLook.Empty : CellLooks.Of(Shown(cell));

    public Span SpanOf(int cell) => packed?.SpanOf(cell) ?? Cells[cell].Span;

    /// <summary>The cell as shown, hidden markup still in it.</summary>
    public ReadOnlySpan<char> Shown(int cell)
    {
        var span = SpanOf(cell);
        return Document.Shown.AsSpan(span.Start, span.Length);
    }

    /// <summary>The cell begins in this row, and is not merged down from one above.</summary>
    public bool BeginsIn(int row, int cell) => cell != None && (packed?.RowOf(cell) ?? Cells[cell].Row) == row;
}

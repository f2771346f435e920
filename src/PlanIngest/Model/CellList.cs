using System.Collections;

namespace PlanIngest.Model;

/// <summary>
/// The cells of a table, sixteen bytes each: most are one row high, one column wide and in no place of their own, so
/// that extents and places are kept aside for those that have them.
/// </summary>
public sealed class CellList : IReadOnlyList<Cell>
{
    private readonly Chunks<Plain> cells = new();
    private Dictionary<int, More>? more;

    public int Count => cells.Count;

    public Cell this[int at]
    {
        get
        {
            ref var plain = ref cells[at];
            var cell = new Cell(plain.Row, plain.Column & Plain.Columns, plain.Span)
            {
                Header = (plain.Column & Plain.Header) != 0,
                Inferred = (plain.Column & Plain.Inferred) != 0,
            };
            return (plain.Column & Plain.HasMore) == 0
                ? cell
                : cell with
                {
                    RowSpan = more![at].RowSpan,
                    ColumnSpan = more![at].ColumnSpan,
                    Place = more![at].Place,
                };
        }
    }

    public Span SpanOf(int at) => cells[at].Span;

    public int RowOf(int at) => cells[at].Row;

    /// <summary>No cell has a place of its own.</summary>
    public bool IsUnplaced => more is null || more.Values.All(one => one.Place is null);

    public void Add(Cell cell)
    {
        var column = cell.Column | (cell.Header ? Plain.Header : 0) | (cell.Inferred ? Plain.Inferred : 0);
        if (cell.RowSpan != 1 || cell.ColumnSpan != 1 || cell.Place is not null)
        {
            (more ??= []).Add(cells.Count, new More(cell.RowSpan, cell.ColumnSpan, cell.Place));
            column |= Plain.HasMore;
        }
        cells.Add(new Plain(cell.Row, column, cell.Span));
    }

    /// <inheritdoc cref="Chunks{T}.Trim"/>
    public void Trim() => cells.Trim();

    public IEnumerator<Cell> GetEnumerator()
    {
        for (var at = 0; at < Count; at++)
        {
            yield return this[at];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Plain(int Row, int Column, Span Span)
    {
        public const int Header = 1 << 28;
        public const int Inferred = 1 << 29;
        public const int HasMore = 1 << 30;
        public const int Columns = Header - 1;
    }

    private readonly record struct More(int RowSpan, int ColumnSpan, Place? Place);
}

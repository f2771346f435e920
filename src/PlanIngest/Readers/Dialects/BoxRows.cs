using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>Makes rows of what stands between the full rules of a boxed table.</summary>
internal sealed class BoxRows(BoxColumns columns, TableDraft draft)
{
    /// <summary>A cell while its lines are gone through: the columns it covers, its lines of text, and where it begins.</summary>
    private sealed class Open(int left, int right, int start)
    {
        public int Left { get; } = left;
        public int Right { get; } = right;
        public int Start { get; } = start;
        public int End { get; set; } = start;
        public List<(int Line, Span Span)> Pieces { get; } = [];
    }

    public void Add()
    {
        var from = 1;
        for (var at = 1; at < columns.Lines.Count; at++)
        {
            if (columns.Lines[at].IsRule)
            {
                AddBand(from, at, isHeader: from == 1);
                from = at + 1;
            }
        }
        AddBand(from, columns.Lines.Count, isHeader: false);
    }

    private void AddBand(int from, int to, bool isHeader)
    {
        if (to == from)
        {
            return;
        }
        var parted = Enumerable.Range(from, to - from).Any(line => !columns.Lines[line].IsText);
        if (!parted && to - from > 1 && Enumerable.Range(from, to - from).All(IsFull))
        {
            for (var line = from; line < to; line++)
            {
                AddCells(Cells(line, line + 1), isHeader, draft.Rows);
            }
            return;
        }
        var cells = Cells(from, to);
        if (parted || isHeader)
        {
            AddCells(cells.SelectMany(Levels).ToList(), isHeader, draft.Rows);
        }
        else if (cells.Exists(cell => cell.Pieces.Count > 1))
        {
            var span = cells
                .SelectMany(cell => cell.Pieces)
                .Select(piece => piece.Span)
                .Aggregate((one, other) => one.Union(other));
            draft.Report(
                new Finding(
                    Severity.Warning,
                    "table-row-contradicts",
                    "A row of a boxed table has cells over several lines, mixed with those beside them; enter it by hand.",
                    span
                )
            );
        }
        else
        {
            AddCells(cells, isHeader, draft.Rows);
        }
    }

    /// <summary>Every cell of the line holds something: it is a row, not the rest of one.</summary>
    private bool IsFull(int line) => columns.Lines[line].Segments.All(segment => !segment.Span.IsEmpty);

    private List<Open> Cells(int from, int to)
    {
        var cells = new List<Open>();
        var open = new Dictionary<(int Left, int Right), Open>();
        var row = 0;
        for (var line = from; line < to; line++)
        {
            var joints = columns.Of(line);
            foreach (var (at, segment) in columns.Lines[line].Segments.Index())
            {
                var key = (Left: joints[at], Right: joints[at + 1]);
                if (segment.IsRule)
                {
                    // What stands over the rule ends, however many columns it covers.
                    foreach (
                        var ended in open.Keys.Where(one => one.Left < key.Right && key.Left < one.Right).ToArray()
                    )
                    {
                        open.Remove(ended);
                    }
                    continue;
                }
                if (!open.TryGetValue(key, out var cell))
                {
                    open[key] = cell = new Open(key.Left, key.Right, row);
                    cells.Add(cell);
                }
                cell.End = columns.Lines[line].IsText ? row : cell.End;
                if (!segment.Span.IsEmpty)
                {
                    cell.Pieces.Add((columns.Lines[line].IsText ? row : Math.Max(0, row - 1), segment.Span));
                }
            }
            row += columns.Lines[line].IsText ? 1 : 0;
        }
        return cells;
    }

    /// <summary>Of a header cell over several lines each line of text is a level.</summary>
    private static IEnumerable<Open> Levels(Open cell)
    {
        if (cell.Pieces.Count < 2)
        {
            return [cell];
        }
        return cell.Pieces.Select(
            (piece, at) =>
            {
                var level = new Open(cell.Left, cell.Right, at == 0 ? cell.Start : piece.Line)
                {
                    End = at + 1 < cell.Pieces.Count ? cell.Pieces[at + 1].Line - 1 : cell.End,
                };
                level.Pieces.Add(piece);
                return level;
            }
        );
    }

    /// <summary>Lines of text in which no cell begins are no rows.</summary>
    private void AddCells(List<Open> cells, bool isHeader, int first)
    {
        var starts = cells.Select(cell => cell.Start).Distinct().Order().ToList();
        foreach (var cell in cells)
        {
            var row = starts.IndexOf(cell.Start);
            var end = starts.FindLastIndex(start => start <= cell.End);
            draft.Add(
                new Cell(
                    first + row,
                    cell.Left,
                    cell.Pieces is [var piece, ..] ? piece.Span : new Span(draft.Region.Start, 0)
                )
                {
                    RowSpan = Math.Max(1, end - row + 1),
                    ColumnSpan = cell.Right - cell.Left,
                    Header = isHeader,
                }
            );
        }
    }
}

using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// Columns of a sequence of cells without row numbers, found by where figures stand: words, words, figure, figure,
/// words, over and over, under a header of words.
/// </summary>
/// <param name="Start">Index of the first header cell.</param>
/// <param name="Width">Columns.</param>
/// <param name="Rows">Header and body.</param>
internal sealed record FigureCycle(int Start, int Width, int Rows)
{
    private const int Narrowest = 3;
    private const int Widest = 16;

    /// <summary>Header and three rows; two alike could be chance.</summary>
    private const int FewestRows = 4;

    /// <summary>Short lines (a title, a unit) that may stand before the header.</summary>
    private const int LatestStart = 8;

    /// <param name="wholeRun">Nothing follows the last cell: a table that ends with it is the likelier one.</param>
    public static FigureCycle? Find(TextLines lines, IReadOnlyList<CellLine> cells, bool wholeRun)
    {
        var kinds = new Kind[cells.Count];
        for (var at = 0; at < kinds.Length; at++)
        {
            kinds[at] = KindOf(lines.Slice(cells[at].Span));
        }
        if (!kinds.Contains(Kind.Figure))
        {
            return null;
        }
        var (best, bestScore) = ((FigureCycle?)null, 0);
        for (var start = 0; start < Math.Min(LatestStart, cells.Count); start++)
        {
            for (var width = Narrowest; width <= Widest && start + width * FewestRows <= cells.Count; width++)
            {
                var rows = RowsOf(lines, cells, kinds, start, width);
                var whole = wholeRun && start + rows * width == cells.Count;
                var score = rows * width + (whole ? cells.Count : 0);
                if (rows >= FewestRows && score > bestScore && NamesDiffer(lines, cells, start, width, rows))
                {
                    (best, bestScore) = (new FigureCycle(start, width, rows), score);
                }
            }
        }
        return best;
    }

    /// <summary>The first column names the rows: no two alike among the first dozen.</summary>
    private static bool NamesDiffer(TextLines lines, IReadOnlyList<CellLine> cells, int start, int width, int rows)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Enumerable
            .Range(1, Math.Min(rows - 1, 12))
            .All(row => names.Add(lines.Slice(cells[start + row * width].Span).ToString()));
    }

    public TableDraft Draft(TextLines lines, IReadOnlyList<CellLine> cells)
    {
        var draft = new TableDraft();
        var title = cells[Start].Span;
        var untitled = !Captions.IsNumberedTitle(lines.Slice(title));
        if (!untitled)
        {
            // 表1 核算数据, 绝对额, 增长: nothing stands over the names, and the title before the header is none of it.
            draft.Caption = title;
            var header = Enumerable.Range(Start + 1, Width - 1).Select(at => cells[at].Span);
            draft.AddRow([new Span(cells[Start + 1].Span.Start, 0), .. header], header: true);
        }
        for (var row = untitled ? 0 : 1; row < Rows; row++)
        {
            draft.AddRow(
                [.. Enumerable.Range(Start + row * Width, Width).Select(at => cells[at].Span)],
                header: row == 0
            );
        }
        return draft;
    }

    /// <summary>Rows alike from a start on, header included; 0 where the first is no header or there is no figure column.</summary>
    private static int RowsOf(TextLines lines, IReadOnlyList<CellLine> cells, Kind[] kinds, int start, int width)
    {
        for (var at = start; at < start + width; at++)
        {
            if (kinds[at] != Kind.Words && !BareCellsDialect.IsHeaderCell(lines.Slice(cells[at].Span)))
            {
                return 0;
            }
        }
        Span<Kind> columns = stackalloc Kind[width];
        var rows = 1;
        for (; start + (rows + 1) * width <= cells.Count; rows++)
        {
            if (!Fits(kinds.AsSpan(start + rows * width, width), columns))
            {
                break;
            }
        }
        return columns[0] == Kind.Words && columns.Contains(Kind.Figure) ? rows : 0;
    }

    /// <summary>One goal in words (保持稳定) may stand among the figures of a row.</summary>
    private static bool Fits(ReadOnlySpan<Kind> row, Span<Kind> columns)
    {
        var goals = 0;
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] == Kind.Missing || columns[at] == Kind.Missing || row[at] == columns[at])
            {
                continue;
            }
            if (row[at] == Kind.Figure || ++goals > 1)
            {
                return false;
            }
        }
        for (var at = 0; at < row.Length; at++)
        {
            columns[at] = columns[at] == Kind.Missing ? row[at] : columns[at];
        }
        return true;
    }

    private static Kind KindOf(ReadOnlySpan<char> cell) =>
        // 一 is what a scan makes of a dash.
        CellWords.IsMissing(cell) || cell is "一"
            ? Kind.Missing
        : CellWords.IsFigure(cell) ? Kind.Figure
        : Kind.Words;

    private enum Kind : byte
    {
        Missing,
        Words,
        Figure,
    }
}

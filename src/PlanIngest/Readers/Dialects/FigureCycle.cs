using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// Columns of a sequence of cells without row numbers, found by where figures stand: words, words, figure, figure,
/// words, over and over, under a header of words.
/// </summary>
/// <param name="Start">Index of the first header cell.</param>
/// <param name="Width">Columns.</param>
/// <param name="Heads">Rows of the header; a second one says the first in another language, or parts it.</param>
/// <param name="Rows">Header and body.</param>
internal sealed record FigureCycle(int Start, int Width, int Heads, int Rows)
{
    private const int MostHeads = 2;
    private const int Widest = 16;

    /// <summary>Header and three rows; two alike could be chance.</summary>
    private const int FewestRows = 4;

    /// <summary>Short lines (a title, a unit) that may stand before the header.</summary>
    private const int LatestStart = 12;

    /// <param name="narrowest">Columns; fewer are a table only under words known for both.</param>
    /// <param name="wholeRun">Nothing follows the last cell: a table that ends with it is the likelier one.</param>
    public static FigureCycle? Find(TextLines lines, IReadOnlyList<CellLine> cells, int narrowest, bool wholeRun)
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
            for (var width = 2; width <= Widest && start + width * FewestRows <= cells.Count; width++)
            {
                if (width < narrowest && !IsPair(lines, cells, start))
                {
                    continue;
                }
                var heads = HeadsOf(lines, cells, kinds, start, width);
                var rows = heads == 0 ? 0 : RowsOf(kinds, start, width, heads);
                var whole = wholeRun && start + rows * width == cells.Count;
                var score = rows * width + (whole ? cells.Count : 0);
                if (
                    rows >= FewestRows
                    && score > bestScore
                    && NamesDiffer(lines, cells, start + heads * width, width, rows - heads)
                )
                {
                    (best, bestScore) = (new FigureCycle(start, width, heads, rows), score);
                }
            }
        }
        return best;
    }

    /// <summary>
    /// 项目 over 预算数, 县区 over 2025年: two columns without marks are a table only under words known for both. Not: 序言 over 目标.
    /// </summary>
    private static bool IsPair(TextLines lines, IReadOnlyList<CellLine> cells, int start)
    {
        var second = lines.Slice(cells[start + 1].Span);
        return DialectWords.IsRowHeader(lines.Slice(cells[start].Span))
            && (WordRowsHeader.IsDated(second) || DialectWords.IsValueHeader(second));
    }

    /// <summary>The first column names the rows: no two alike among the first dozen.</summary>
    private static bool NamesDiffer(TextLines lines, IReadOnlyList<CellLine> cells, int start, int width, int rows)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return Enumerable
            .Range(0, Math.Min(rows, 12))
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
                header: row < Heads
            );
        }
        return draft;
    }

    /// <summary>Rows of words from a start on that head columns; 0 where the first is no header.</summary>
    private static int HeadsOf(TextLines lines, IReadOnlyList<CellLine> cells, Kind[] kinds, int start, int width)
    {
        for (var at = start; at < start + width; at++)
        {
            var text = lines.Slice(cells[at].Span);
            if (DialectWords.IsUnit(text) || kinds[at] != Kind.Words && !BareCellsDialect.IsHeaderCell(text))
            {
                return 0;
            }
        }
        var heads = 1;
        while (heads < MostHeads && kinds.AsSpan(start + heads * width, width).IndexOfAnyExcept(Kind.Words) < 0)
        {
            heads++;
        }
        return heads;
    }

    /// <summary>Rows alike from a start on, header included; 0 where there is no column of figures.</summary>
    private static int RowsOf(Kind[] kinds, int start, int width, int heads)
    {
        Span<Kind> columns = stackalloc Kind[width];
        var rows = heads;
        for (; start + (rows + 1) * width <= kinds.Length; rows++)
        {
            if (!Fits(kinds.AsSpan(start + rows * width, width), columns, goals: width > 2 ? 1 : 0))
            {
                break;
            }
        }
        return columns[0] == Kind.Words && columns.Contains(Kind.Figure) ? rows : 0;
    }

    /// <summary>One goal in words (保持稳定) may stand among the figures of a row; beside a name alone it could be one too.</summary>
    private static bool Fits(ReadOnlySpan<Kind> row, Span<Kind> columns, int goals)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var kind = In(row[at], at);
            if (kind == Kind.Missing || columns[at] == Kind.Missing || kind == columns[at])
            {
                continue;
            }
            if (kind == Kind.Figure || --goals < 0)
            {
                return false;
            }
        }
        for (var at = 0; at < row.Length; at++)
        {
            columns[at] = columns[at] == Kind.Missing ? In(row[at], at) : columns[at];
        }
        return true;
    }

    /// <summary>A year names its row in the first column, and is a figure elsewhere.</summary>
    private static Kind In(Kind kind, int column) =>
        kind != Kind.Year ? kind
        : column == 0 ? Kind.Words
        : Kind.Figure;

    private static Kind KindOf(ReadOnlySpan<char> cell) =>
        // 一 is what a scan makes of a dash.
        CellWords.IsMissing(cell) || cell is "一"
            ? Kind.Missing
        : CellWords.Ordinal(cell) is > 1900 and < 2100 ? Kind.Year
        : CellWords.IsFigure(cell) ? Kind.Figure
        : Kind.Words;

    private enum Kind : byte
    {
        Missing,
        Words,
        Figure,
        Year,
    }
}

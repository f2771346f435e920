using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A cell a line, each ending in a pipe, rows ended by a second pipe or by nothing:
/// <c>人均预期寿命(岁) |</c>, <c>预期性 | |</c>; or the pipe on a line of its own behind the cell's. A group cell stands
/// only before its group's first row.
/// </summary>
public sealed class PipeCellsDialect : ITableDialect
{
    /// <summary>Fewer are a heading or a box of text that happens to end in a pipe.</summary>
    private const int FewestCells = 6;

    private const int Narrowest = 2;

    /// <summary>A longer line is a sentence, though a pipe stands under it.</summary>
    private const int LongestCell = 60;

    public DialectReading Read(TextLines lines, int line)
    {
        var cells = new List<CellLine>();
        var (at, last) = (line, line);
        while (at < lines.Count)
        {
            if (CellAt(lines, at) is var (cell, end))
            {
                cells.Add(cell);
                last = end - 1;
                at = end;
            }
            else if (PageBreak.Behind(lines, at) is { } behind && cells.Count > 0 && CellAt(lines, behind) is not null)
            {
                at = behind;
            }
            else
            {
                break;
            }
        }
        var next = Math.Max(at, line + 1);
        if (cells.Count < FewestCells || Draft(lines, cells) is not var (draft, first))
        {
            return new DialectReading([], next);
        }
        draft.Region = Span.Between(lines[lines.LineOf(cells[first].Span.Start)].Start, lines[last].End);
        InlineMarks.Read(lines.Text, draft.Region, draft.Show);
        MergedCells.Restore(lines, draft);
        return new DialectReading([draft], next);
    }

    private static (TableDraft Draft, int First)? Draft(TextLines lines, List<CellLine> cells)
    {
        var rows = RowsByMarks(cells);
        if (MarkedRows.Draft(rows) is { } even)
        {
            return (even, 0);
        }
        if (UnevenCells.Find(lines, cells) is var (uneven, start, _))
        {
            return (uneven, start);
        }
        if (CellCycle.Find(lines, cells) is { } cycle)
        {
            return ByNumbers(lines, cells, cycle);
        }
        if (ByMarks(rows) is { } marked)
        {
            return (marked, 0);
        }
        if (NatureCycle.Find(lines, cells) is { } natures)
        {
            return (natures.Draft, natures.First);
        }
        return FigureCycle.Find(lines, cells, Narrowest, true) is { } figures
            ? (figures.Draft(lines, cells), figures.Start)
            : null;
    }

    private static (TableDraft Draft, int First)? ByNumbers(TextLines lines, List<CellLine> cells, CellCycle cycle)
    {
        var marked = cells.FindLastIndex(cycle.First - 1, cell => cell.EndsRow);
        var end = marked >= 0 ? marked + 1 : cycle.First - cycle.Groups;
        return
            CycleTable.HeaderBefore(lines, cells, cycle, end) is var (start, length)
            && CycleTable.Draft(lines, cells, cycle, start, length) is { } draft
            ? (draft, start)
            : null;
    }

    private static List<List<Span>> RowsByMarks(List<CellLine> cells)
    {
        var rows = new List<List<Span>> { new() };
        foreach (var cell in cells)
        {
            rows[^1].Add(cell.Span);
            if (cell.EndsRow)
            {
                rows.Add([]);
            }
        }
        rows.RemoveAll(row => row.Count == 0);
        return rows;
    }

    /// <summary>Without row numbers the marks alone make the rows, as long as the header or without their groups.</summary>
    private static TableDraft? ByMarks(List<List<Span>> rows)
    {
        if (rows.Count < 2 || rows[0].Count < 2)
        {
            return null;
        }
        var draft = new TableDraft();
        foreach (var row in rows)
        {
            // A short row lacks the group cell in front, which stands only before its group's first row.
            var missing = Math.Max(0, rows[0].Count - row.Count);
            draft.AddRow([.. Enumerable.Repeat(new Span(row[0].Start, 0), missing), .. row], header: draft.Rows == 0);
        }
        return draft;
    }

    /// <summary>
    /// The words before the pipe that ends the line, or that stands alone on the next one, and the line behind them; null
    /// for a line without one or with several cells.
    /// </summary>
    private static (CellLine Cell, int End)? CellAt(TextLines lines, int line)
    {
        var span = lines.Trimmed(line);
        var pipes = 0;
        while (!span.IsEmpty && lines.Text[span.End - 1] == '|')
        {
            pipes++;
            span = lines.Trim(Span.Between(span.Start, span.End - 1));
        }
        if (span.Length > 0 && lines.Slice(span).Contains('|'))
        {
            return null;
        }
        if (pipes > 0)
        {
            return (new CellLine(span, pipes > 1), line + 1);
        }
        var pipe = line + 1;
        return span.Length is > 0 and <= LongestCell && pipe < lines.Count && PipeRow.IsLonePipe(lines, pipe)
            ? (new CellLine(span, false), pipe + 1)
            : null;
    }
}

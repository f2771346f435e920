using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A cell a line, blank lines between, no marks at all: what a page or a PDF leaves of a table when it is copied.
/// Recognised by the cycle of its columns, by row numbers or by which cells hold figures.
/// </summary>
public sealed class BareCellsDialect : ITableDialect
{
    /// <summary>Names of indicators are shorter; a longer line is text.</summary>
    private const int LongestCell = 60;
    private const int LongestHeaderCell = 24;

    /// <summary>A header and three rows of two.</summary>
    private const int FewestCells = 8;

    /// <summary>Cells looked at before a table is known to begin among them; more are, once it does.</summary>
    private const int Window = 64;

    /// <summary>Where no table begins in a window, the next begins so many cells on.</summary>
    private const int Step = 8;

    /// <summary>A table this near the end of what was looked at may go on behind it.</summary>
    private const int Margin = 32;

    /// <summary>Two columns of which one is numbers is a list, not a table.</summary>
    private const int Narrowest = 3;

    public DialectReading Read(TextLines lines, int line)
    {
        for (var size = Window; ; size *= 4)
        {
            var (cells, end) = Collect(lines, line, size);
            if (cells.Count < FewestCells || Draft(lines, cells, cells.Count < size) is not var (draft, first, last))
            {
                var next = cells.Count < Window ? end : lines.LineOf(cells[Step].Span.Start);
                return new DialectReading([], Math.Max(next, line + 1));
            }
            if (cells.Count < size || last + Margin < cells.Count)
            {
                draft.Region = Span.Between(cells[first].Span.Start, cells[last].Span.End);
                draft.Inferred = true;
                MergedCells.Restore(lines, draft);
                return new DialectReading([draft], lines.LineOf(draft.Region.End) + 1);
            }
        }
    }

    /// <summary>Up to so many cells from a line on, and the first line not looked at.</summary>
    private static (List<CellLine> Cells, int End) Collect(TextLines lines, int line, int most)
    {
        var cells = new List<CellLine>();
        var at = line;
        for (; at < lines.Count && cells.Count < most; at++)
        {
            var span = lines.Trimmed(at);
            if (span.IsEmpty)
            {
                continue;
            }
            if (!IsCell(lines.Slice(span)) || IsIndented(lines, at) && !IsIndented(lines, line))
            {
                break;
            }
            if (!PageBreak.IsStray(lines.Slice(span)))
            {
                cells.Add(new CellLine(span, false));
            }
        }
        return (cells, at);
    }

    private static (TableDraft Draft, int First, int Last)? Draft(TextLines lines, List<CellLine> cells, bool wholeRun)
    {
        if (UnevenCells.Find(lines, cells) is { } uneven)
        {
            return uneven;
        }
        if (CellCycle.Find(lines, cells) is { } cycle && cycle.Width + cycle.Groups >= Narrowest)
        {
            return ByNumbers(lines, cells, cycle);
        }
        if (NatureCycle.Find(lines, cells) is { } natures)
        {
            return natures;
        }
        return FigureCycle.Find(lines, cells, Narrowest, wholeRun) is { } figures
            ? (figures.Draft(lines, cells), figures.Start, figures.Start + figures.Width * figures.Rows - 1)
            : null;
    }

    private static (TableDraft Draft, int First, int Last)? ByNumbers(
        TextLines lines,
        List<CellLine> cells,
        CellCycle cycle
    )
    {
        if (CycleTable.HeaderBefore(lines, cells, cycle, cycle.First - cycle.Groups) is not var (start, length))
        {
            return null;
        }
        var isHeader = cells.GetRange(start, length).TrueForAll(cell => IsHeaderCell(lines.Slice(cell.Span)));
        if (!isHeader || CycleTable.Draft(lines, cells, cycle, start, length) is not { } draft)
        {
            return null;
        }
        return (draft, start, Math.Min(cells.Count, cycle.Starts[^1] + cycle.Width) - 1);
    }

    public static bool IsHeaderCell(ReadOnlySpan<char> cell) =>
        cell.Length <= LongestHeaderCell
        && (!CellWords.IsFigure(cell) || cell.Contains('年') || CellWords.Ordinal(cell) is > 1990 and < 2060);

    /// <summary>A title before cells that stand behind tabs is none of them.</summary>
    private static bool IsIndented(TextLines lines, int line) => lines.Slice(line) is ['\t', ..];

    private static bool IsCell(ReadOnlySpan<char> line) =>
        line.Length <= LongestCell
        && !line.ContainsAny("\t|。；")
        && (line[0] != '#' || line.Length > 1 && char.IsLetter(line[1]))
        && ListMark.Read(line) is not { Kind: ListMarkKind.Chapter or ListMarkKind.Section };
}

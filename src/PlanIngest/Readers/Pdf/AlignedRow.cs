namespace PlanIngest.Readers.Pdf;

/// <summary>One line over the columns of its table.</summary>
public sealed record AlignedRow(TextLine Line, IReadOnlyList<AlignedCell> Cells)
{
    /// <summary>White between two words of a head that parts them over a gutter, in em: a little over a space.</summary>
    private const double HeadGap = 0.5;

    /// <summary>How far words may reach over the middle of a gutter, in em, before they span it.</summary>
    private const double Reach = 0.2;

    public bool HasValues => Cells.Any(cell => cell.First > 0 && cell.IsValue);
    public bool HasName => Cells.Count > 0 && Cells[0].First == 0;

    public static AlignedRow Of(
        TextLine line,
        IReadOnlyList<double> separators,
        bool isCore,
        IReadOnlyList<Ruling> level
    )
    {
        var cells = new List<AlignedCell>();
        var start = 0;
        for (var i = 1; i <= line.Words.Count; i++)
        {
            if (i < line.Words.Count && !Parts(line.Words[i - 1], line.Words[i], separators, isCore))
            {
                continue;
            }
            var part = LineBuilder.Line(line.Words.Skip(start).Take(i - start));
            var reach = Reach * part.Size;
            var first = separators.Count(x => x <= part.Box.X0 + reach);
            var last = Math.Max(first, separators.Count(x => x < part.Box.X1 - reach));
            (first, last) = ByLineBelow(part, first, last, separators, level);
            if (cells.Count > 0 && cells[^1].Last >= first)
            {
                // Both reach into one column: they are one cell after all.
                var joined = LineBuilder.Line([.. cells[^1].Lines[0].Words, .. part.Words]);
                cells[^1] = new AlignedCell(cells[^1].First, Math.Max(last, cells[^1].Last), [joined]);
            }
            else
            {
                cells.Add(new AlignedCell(first, last, [part]));
            }
            start = i;
        }
        return new AlignedRow(line, cells);
    }

    private static bool Parts(PageWord left, PageWord right, IReadOnlyList<double> separators, bool isCore)
    {
        var (from, to) = (left.Box.X1, right.Box.X0);
        if (to - from > PdfTolerances.PieceGap * Math.Max(left.Size, right.Size))
        {
            return true;
        }
        return separators.Any(x => x > from - 1 && x < to + 1)
            && (isCore ? to > from : to - from > HeadGap * Math.Min(left.Size, right.Size));
    }

    /// <summary>A head over several columns is often told by the level line right under it.</summary>
    private static (int First, int Last) ByLineBelow(
        TextLine part,
        int first,
        int last,
        IReadOnlyList<double> separators,
        IReadOnlyList<Ruling> level
    )
    {
        foreach (var line in level)
        {
            var under = line.Box.Y0 - part.Box.Y1;
            if (
                under > -0.35 * part.Size
                && under < 0.8 * part.Size
                && line.Box.X0 <= part.Box.X0 + 1
                && line.Box.X1 >= part.Box.X1 - 1
                && Math.Abs(line.Box.MiddleX - part.Box.MiddleX) < 0.15 * line.Box.Width
            )
            {
                var from = separators.Count(x => x <= line.Box.X0 + 3);
                var to = separators.Count(x => x < line.Box.X1 - 3);
                if (from > 0 && to >= from)
                {
                    return (Math.Min(first, from), Math.Max(last, to));
                }
            }
        }
        return (first, last);
    }
}

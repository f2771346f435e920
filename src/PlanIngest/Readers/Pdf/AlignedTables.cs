namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Tables without lines between their columns, or without any: runs of lines whose pieces stand under one another.
/// Level lines over and under them (three-line tables) say where they begin and end.
/// </summary>
public static class AlignedTables
{
    /// <summary>Lines of one piece that may stand inside a table before a further row is found.</summary>
    private const int SingleLines = 3;

    /// <summary>Lines that a head between two level lines may have.</summary>
    private const int HeadLines = 7;

    public static IReadOnlyList<GridTable> Find(int page, IReadOnlyList<TextLine> lines, IReadOnlyList<Ruling> level)
    {
        var tables = new List<GridTable>();
        for (var at = 0; at < lines.Count; )
        {
            var end = lines[at].Pieces.Count < 2 ? at : Grow(lines, at, level);
            if (end == at)
            {
                at++;
                continue;
            }
            var (from, to) = Widen(lines, at, end, level, tables.Count > 0 ? tables[^1].Box.Y1 + lines[at].Size : 0);
            TextLine[] block = [.. lines.Take(to).Skip(from)];
            if (AlignedGrid.Cut(page, block, level) is { } table)
            {
                tables.Add(table);
                at = to;
            }
            else
            {
                at++;
            }
        }
        return tables;
    }

    /// <summary>The line after the last that fits the columns begun on the first; the first itself when none does.</summary>
    private static int Grow(IReadOnlyList<TextLine> lines, int first, IReadOnlyList<Ruling> level)
    {
        var gutters = Gutters(lines[first]);
        var (end, single, rows) = (first, 0, 1);
        var box = lines[first].Box;
        for (var i = first + 1; i < lines.Count; i++)
        {
            var line = lines[i];
            var gap = line.Box.Y0 - lines[i - 1].Box.Y1;
            var room = PdfTolerances.BlockGap * Math.Max(line.Size, lines[first].Size);
            if (gap > room && !(gap < 2 * room && BoundedBelow(level, box, line.Box)))
            {
                break;
            }
            if (line.Pieces.Count < 2)
            {
                single++;
                if (single > SingleLines || (WordText.Letters(line.Text()) > 90 && Crosses(line, gutters)))
                {
                    break;
                }
                continue;
            }
            var common = Common(gutters, Gutters(line));
            if (common.Count == 0)
            {
                single++;
                if (single > SingleLines)
                {
                    break;
                }
                continue;
            }
            (gutters, single, end) = (common, 0, i);
            box = box.Union(line.Box);
            rows++;
        }
        return rows >= 2 ? end + 1 : first;
    }

    /// <summary>Takes in what stands between the block and the level lines over and under it.</summary>
    private static (int From, int To) Widen(
        IReadOnlyList<TextLine> lines,
        int from,
        int to,
        IReadOnlyList<Ruling> level,
        double floor
    )
    {
        var box = lines.Take(to).Skip(from).Select(line => line.Box).Aggregate((a, b) => a.Union(b));
        var top = level
            .Where(line => IsWide(line, box) && line.Box.Y0 < box.Y0 + 2 && line.Box.Y0 >= floor)
            .Select(line => line.Box.Y0)
            .OrderDescending();
        foreach (var y in top)
        {
            var start = from;
            while (start > 0 && lines[start - 1].Box.MiddleY > y)
            {
                start--;
            }
            if (from - start > HeadLines || lines.Take(from).Skip(start).Any(line => IsProse(line, box)))
            {
                break;
            }
            from = start;
        }
        var bottom = level
            .Where(line => IsWide(line, box) && line.Box.Y0 > box.Y1 - 2)
            .Select(line => line.Box.Y0)
            .Order();
        foreach (var y in bottom)
        {
            var end = to;
            while (end < lines.Count && lines[end].Box.MiddleY < y)
            {
                end++;
            }
            if (
                end - to > SingleLines
                || lines.Take(end).Skip(to).Any(line => WordText.Letters(line.Text()) > 60 || IsProse(line, box))
            )
            {
                break;
            }
            to = end;
        }
        return (from, to);
    }

    private static bool IsWide(Ruling line, Rect box) =>
        line.Box.SharedWidth(box) > 0.8 && line.Box.Width > 0.6 * box.Width && line.Box.Width < 1.6 * box.Width;

    private static bool IsProse(TextLine line, Rect box) =>
        line.Pieces.Count == 1 && line.Box.Width > 0.8 * box.Width && WordText.Letters(line.Text()) > 60;

    private static bool BoundedBelow(IReadOnlyList<Ruling> level, Rect above, Rect below) =>
        level.Any(line => IsWide(line, above) && line.Box.Y0 > below.Y0)
        && level.Any(line => IsWide(line, above) && line.Box.Y0 < above.Y1);

    private static bool Crosses(TextLine line, List<(double From, double To)> gutters) =>
        gutters.All(gutter => line.Box.X0 < gutter.From && line.Box.X1 > gutter.To);

    private static List<(double From, double To)> Gutters(TextLine line)
    {
        var gutters = new List<(double From, double To)>();
        for (var i = 1; i < line.Pieces.Count; i++)
        {
            gutters.Add((line.Pieces[i - 1].Box.X1, line.Pieces[i].Box.X0));
        }
        return gutters;
    }

    private static List<(double From, double To)> Common(
        List<(double From, double To)> some,
        List<(double From, double To)> others
    )
    {
        var common = new List<(double From, double To)>();
        foreach (var a in some)
        {
            foreach (var b in others)
            {
                var (from, to) = (Math.Max(a.From, b.From), Math.Min(a.To, b.To));
                if (to - from > 2)
                {
                    common.Add((from, to));
                }
            }
        }
        return common;
    }
}

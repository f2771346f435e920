namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Running text set in columns side by side: parted by white that no line crosses, with prose on both sides. Lines
/// elsewhere are one column.
/// </summary>
public static class PageColumns
{
    /// <summary>Fewer lines than this on a side are a table, a signature, a caption beside a picture.</summary>
    private const int FewestLines = 5;

    /// <summary>Prose fills its column: this share of lines is nearly as wide as the widest.</summary>
    private const double FullLines = 0.5;

    /// <summary>Lines looked at for one stretch of columns; a page has under a hundred.</summary>
    private const int Farthest = 400;

    /// <summary>Stretches of lines, each to be read from top to bottom before the next.</summary>
    public static IReadOnlyList<IReadOnlyList<TextLine>> Split(IReadOnlyList<TextLine> lines)
    {
        var streams = new List<IReadOnlyList<TextLine>>();
        var plain = new List<TextLine>();
        for (var at = 0; at < lines.Count; )
        {
            if (Stretch(lines, at) is not var (end, gutter))
            {
                plain.Add(lines[at++]);
                continue;
            }
            if (plain.Count > 0)
            {
                streams.Add(plain);
                plain = [];
            }
            var words = lines.Take(end).Skip(at).SelectMany(line => line.Words).ToList();
            streams.Add(LineBuilder.Build(words.Where(word => word.Box.MiddleX < gutter)));
            streams.AddRange(Split(LineBuilder.Build(words.Where(word => word.Box.MiddleX >= gutter))));
            at = end;
        }
        if (plain.Count > 0)
        {
            streams.Add(plain);
        }
        return streams;
    }

    /// <summary>The end of the stretch in columns that begins with the line, and the middle of its gutter.</summary>
    private static (int End, double Gutter)? Stretch(IReadOnlyList<TextLine> lines, int start)
    {
        if (lines[start].Pieces.Count < 2)
        {
            return null;
        }
        // The white between its first pieces; columns of prose share it line by line.
        foreach (var i in Enumerable.Range(1, lines[start].Pieces.Count - 1))
        {
            var (from, to) = (lines[start].Pieces[i - 1].Box.X1, lines[start].Pieces[i].Box.X0);
            var end = start + 1;
            for (; end < lines.Count && end < start + Farthest; end++)
            {
                var (left, right) = White(lines[end], from, to);
                if (right - left < lines[end].Size * 0.8)
                {
                    break;
                }
                (from, to) = (left, right);
            }
            var middle = (from + to) / 2;
            var stretch = lines.Take(end).Skip(start).ToList();
            if (IsProse(stretch, middle, leftSide: true) && IsProse(stretch, middle, leftSide: false))
            {
                return (end, middle);
            }
        }
        return null;
    }

    /// <summary>What of the white no word of the line covers.</summary>
    private static (double From, double To) White(TextLine line, double from, double to)
    {
        foreach (var piece in line.Pieces)
        {
            if (piece.Box.X0 < to && piece.Box.X1 > from)
            {
                if (piece.Box.MiddleX < (from + to) / 2)
                {
                    from = Math.Max(from, piece.Box.X1);
                }
                else
                {
                    to = Math.Min(to, piece.Box.X0);
                }
            }
        }
        return (from, to);
    }

    private static bool IsProse(List<TextLine> stretch, double gutter, bool leftSide)
    {
        var sides = stretch
            .Select(line => line.Pieces.Where(piece => piece.Box.MiddleX < gutter == leftSide).ToList())
            .Where(pieces => pieces.Count > 0)
            .ToList();
        if (sides.Count < FewestLines)
        {
            return false;
        }
        var widest = sides.Max(pieces => pieces[^1].Box.X1 - pieces[0].Box.X0);
        var single = sides.Count(pieces => pieces.Count == 1);
        var full = sides.Count(pieces => pieces.Sum(piece => piece.Box.Width) > 0.8 * widest);
        var letters = sides.Sum(pieces => pieces.Sum(piece => piece.Text.Length)) / sides.Count;
        var size = stretch[0].Size;
        return single * 4 > sides.Count * 3 && full > FullLines * sides.Count && letters >= 12 && widest > 12 * size;
    }
}

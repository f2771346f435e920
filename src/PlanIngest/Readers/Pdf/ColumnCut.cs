namespace PlanIngest.Readers.Pdf;

/// <summary>Where the columns of aligned lines part: the white that (nearly) no word of the rows crosses.</summary>
public static class ColumnCut
{
    /// <summary>White inside a piece that words bridge, in em: an ordinary space.</summary>
    private const double Bridged = 0.4;

    /// <summary>One line in so many may cross a gutter: an over-long name.</summary>
    private const int LinesToACrossing = 24;

    /// <summary>
    /// Where columns part, left to right: the middle of the white between those of <paramref name="rows"/>, or a place
    /// in it that words of another line leave free too.
    /// </summary>
    public static IReadOnlyList<double> Separators(IReadOnlyList<TextLine> rows, IReadOnlyList<TextLine> others) =>
        [
            .. Whites(rows)
                .Select(white => others.Aggregate(white, Narrowed))
                .Select(white => (white.From + white.To) / 2),
        ];

    /// <summary>A line that crosses the middle of the white, and has column-wide white of its own in it, narrows it.</summary>
    private static (double From, double To) Narrowed((double From, double To) white, TextLine line)
    {
        var middle = (white.From + white.To) / 2;
        if (!line.Pieces.Any(piece => piece.Box.X0 < middle && piece.Box.X1 > middle))
        {
            return white;
        }
        for (var i = 1; i < line.Pieces.Count; i++)
        {
            var from = Math.Max(white.From, line.Pieces[i - 1].Box.X1);
            var to = Math.Min(white.To, line.Pieces[i].Box.X0);
            if (to - from > Bridged * line.Size)
            {
                return (from, to);
            }
        }
        return white;
    }

    private static List<(double From, double To)> Whites(IReadOnlyList<TextLine> rows)
    {
        var edges = new List<(double X, int Step)>();
        var (left, right, size) = (double.MaxValue, double.MinValue, 0.0);
        foreach (var row in rows)
        {
            size += row.Size / rows.Count;
            left = Math.Min(left, row.Box.X0);
            right = Math.Max(right, row.Box.X1);
            foreach (var (from, to) in Stretches(row))
            {
                edges.Add((from, 1));
                edges.Add((to, -1));
            }
        }
        edges.Sort((a, b) => a.X != b.X ? a.X.CompareTo(b.X) : a.Step.CompareTo(b.Step));
        var allowed = rows.Count / LinesToACrossing;
        var least = LeastWidth(rows.Count) * size;
        var whites = new List<(double From, double To)>();
        var covered = 0;
        double? open = null;
        foreach (var (x, step) in edges)
        {
            var before = covered;
            covered += step;
            if (before > allowed && covered <= allowed)
            {
                open = x;
            }
            else if (before <= allowed && covered > allowed && open is { } from)
            {
                if (x - from >= least && from > left && x < right)
                {
                    whites.Add((from, x));
                }
                open = null;
            }
        }
        return whites;
    }

    /// <summary>In em. White that runs through many lines by chance is narrow; through few it may be wide.</summary>
    private static double LeastWidth(int lines) =>
        lines switch
        {
            <= 2 => 0.9,
            <= 5 => 0.6,
            <= 9 => 0.4,
            _ => 0.25,
        };

    private static IEnumerable<(double From, double To)> Stretches(TextLine row)
    {
        var from = row.Words[0].Box.X0;
        var to = row.Words[0].Box.X1;
        foreach (var word in row.Words.Skip(1))
        {
            if (word.Box.X0 - to <= Bridged * word.Size)
            {
                to = Math.Max(to, word.Box.X1);
                continue;
            }
            yield return (from, to);
            (from, to) = (word.Box.X0, word.Box.X1);
        }
        yield return (from, to);
    }
}

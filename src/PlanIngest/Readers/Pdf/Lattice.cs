namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Ruling lines that meet: the positions of their columns and rows, and which sides of the small fields between them
/// are drawn. Where lines run on beyond the outermost upright ones, the open side counts as drawn.
/// </summary>
public sealed class Lattice
{
    private readonly bool[,] rightDrawn;
    private readonly bool[,] bottomDrawn;

    private Lattice(double[] xs, double[] ys, bool[,] rightDrawn, bool[,] bottomDrawn) =>
        (Xs, Ys, this.rightDrawn, this.bottomDrawn) = (xs, ys, rightDrawn, bottomDrawn);

    public IReadOnlyList<double> Xs { get; }
    public IReadOnlyList<double> Ys { get; }
    public int Columns => Xs.Count - 1;
    public int Rows => Ys.Count - 1;
    public Rect Box => new(Xs[0], Ys[0], Xs[^1], Ys[^1]);

    public bool HasRight(int row, int column) => rightDrawn[row, column];

    public bool HasBottom(int row, int column) => bottomDrawn[row, column];

    /// <summary>Every group of lines that meet one another, from top to bottom.</summary>
    public static IReadOnlyList<Lattice> Find(IReadOnlyList<Ruling> level, IReadOnlyList<Ruling> upright)
    {
        var group = new int[level.Count + upright.Count];
        for (var i = 0; i < group.Length; i++)
        {
            group[i] = i;
        }
        for (var i = 0; i < level.Count; i++)
        {
            for (var j = 0; j < upright.Count; j++)
            {
                if (Meet(level[i].Box, upright[j].Box))
                {
                    group[Root(group, i)] = Root(group, level.Count + j);
                }
            }
        }
        var lattices = new List<Lattice>();
        foreach (var members in Enumerable.Range(0, group.Length).GroupBy(i => Root(group, i)))
        {
            Ruling[] own = [.. members.Where(i => i < level.Count).Select(i => level[i])];
            Ruling[] other = [.. members.Where(i => i >= level.Count).Select(i => upright[i - level.Count])];
            if (own.Length > 0 && other.Length > 0 && Of(own, other) is { } lattice)
            {
                lattices.Add(lattice);
            }
        }
        return [.. lattices.OrderBy(lattice => lattice.Box.Y0).ThenBy(lattice => lattice.Box.X0)];
    }

    private static Lattice? Of(Ruling[] level, Ruling[] upright)
    {
        var ys = Positions(level.Select(ruling => ruling.Box.Y0));
        var xs = Positions(upright.Select(ruling => ruling.Box.X0));
        Open(xs, level.Min(ruling => ruling.Box.X0), level.Max(ruling => ruling.Box.X1), level);
        OpenRows(ys, upright);
        if (xs.Count < 2 || ys.Count < 2)
        {
            return null;
        }
        var (rows, columns) = (ys.Count - 1, xs.Count - 1);
        var right = new bool[rows, columns];
        var bottom = new bool[rows, columns];
        var open = upright.Min(ruling => ruling.Box.X0) > xs[0] + PdfTolerances.RulingGap;
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                right[row, column] =
                    column == columns - 1 || Covered(upright, xs[column + 1], ys[row], ys[row + 1], turned: true);
                bottom[row, column] =
                    row == rows - 1 || Covered(level, ys[row + 1], xs[column], xs[column + 1], turned: false);
            }
        }
        return new Lattice([.. xs], [.. ys], right, bottom);
    }

    /// <summary>Level lines that run on past the outermost upright ones mean open columns at the sides.</summary>
    private static void Open(List<double> xs, double left, double right, Ruling[] level)
    {
        if (left < xs[0] - 2 * PdfTolerances.RulingGap && level.Count(line => line.Box.X0 < xs[0] - 5) > 1)
        {
            xs.Insert(0, left);
        }
        if (right > xs[^1] + 2 * PdfTolerances.RulingGap && level.Count(line => line.Box.X1 > xs[^1] + 5) > 1)
        {
            xs.Add(right);
        }
    }

    private static void OpenRows(List<double> ys, Ruling[] upright)
    {
        var top = upright.Min(ruling => ruling.Box.Y0);
        var bottom = upright.Max(ruling => ruling.Box.Y1);
        if (top < ys[0] - 2 * PdfTolerances.RulingGap && upright.Count(line => line.Box.Y0 < ys[0] - 5) > 1)
        {
            ys.Insert(0, top);
        }
        if (bottom > ys[^1] + 2 * PdfTolerances.RulingGap && upright.Count(line => line.Box.Y1 > ys[^1] + 5) > 1)
        {
            ys.Add(bottom);
        }
    }

    private static bool Meet(Rect level, Rect upright) =>
        upright.X0 >= level.X0 - PdfTolerances.RulingGap
        && upright.X0 <= level.X1 + PdfTolerances.RulingGap
        && level.Y0 >= upright.Y0 - PdfTolerances.RulingGap
        && level.Y0 <= upright.Y1 + PdfTolerances.RulingGap;

    private static List<double> Positions(IEnumerable<double> values)
    {
        var positions = new List<double>();
        foreach (var value in values.Order())
        {
            if (positions.Count == 0 || value - positions[^1] > PdfTolerances.ThinBand)
            {
                positions.Add(value);
            }
        }
        return positions;
    }

    private static bool Covered(Ruling[] lines, double across, double from, double to, bool turned)
    {
        var covered = 0.0;
        foreach (var line in lines)
        {
            var (at, start, end) = turned
                ? (line.Box.X0, line.Box.Y0, line.Box.Y1)
                : (line.Box.Y0, line.Box.X0, line.Box.X1);
            if (Math.Abs(at - across) <= PdfTolerances.ThinBand)
            {
                covered += Math.Max(0, Math.Min(end, to) - Math.Max(start, from));
            }
        }
        return covered >= PdfTolerances.EdgeCover * (to - from);
    }

    private static int Root(int[] group, int i)
    {
        while (group[i] != i)
        {
            i = group[i] = group[group[i]];
        }
        return i;
    }
}

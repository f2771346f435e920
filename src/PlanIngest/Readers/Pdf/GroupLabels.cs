namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Labels of groups of rows in the first column of an unruled table, each in the middle of its group's height: 健康水平
/// beside the second and third of its four rows. Refuses labels that stand on the first row of their group, and section
/// lines between rows: neither is in the middle of anything.
/// </summary>
internal static class GroupLabels
{
    /// <summary>Longer words at the left are names or prose, in letters (a Chinese character counts two).</summary>
    private const int LongestLabel = 24;

    /// <summary>A label is this far off the middle of its group at most, in heights of a row.</summary>
    private const double OffMiddle = 0.3;

    /// <summary>Share of rows whose first column is empty, in a table whose rows stand in groups.</summary>
    private const double EmptyFirst = 0.5;

    /// <summary>The separators with one more where labels stand to the left of all rows with values.</summary>
    public static IReadOnlyList<double> WithColumn(
        IReadOnlyList<double> separators,
        IReadOnlyList<TextLine> lines,
        IReadOnlyList<TextLine> core
    )
    {
        var (left, first) = (core.Min(line => line.Box.X0), core[0]);
        var gap = PdfTolerances.PieceGap * first.Size;
        var labels = lines
            .Where(line => line.Box.Y0 >= first.Box.Y0 && line.Box.X0 < left - gap)
            .Select(line => line.Pieces[0])
            .ToList();
        return
            labels.Count < 2
            || separators.Count == 0
            || labels.Any(label => label.Box.X1 > left - gap || !IsLabel(label.Text))
            ? separators
            : [(labels.Max(label => label.Box.X1) + left) / 2, .. separators];
    }

    /// <summary>The rows with each label reaching over its group; null where the first column holds no such labels.</summary>
    public static IReadOnlyList<IReadOnlyList<AlignedCell>>? Join(
        IReadOnlyList<AlignedRow> lines,
        TextLine firstOfBody,
        IReadOnlyList<Ruling> level,
        Rect box
    )
    {
        var labels = lines
            .Where(row => row.Line.Box.Y0 >= firstOfBody.Box.Y0 && row.Cells[0] is { First: 0, Last: 0 })
            .ToList();
        var named = lines
            .Select(row => labels.Contains(row) ? row with { Cells = [.. row.Cells.Skip(1)] } : row)
            .Where(row => row.Cells.Count > 0)
            .Select(row => row with { Cells = Moved(row.Cells, -1) })
            .ToList();
        var valued = named.Where(row => row.Line.Box.Y0 >= firstOfBody.Box.Y0 && row.HasValues).ToList();
        if (
            labels.Count < 2
            || labels.TrueForAll(row => row.Cells.Count > 1)
            || !labels.TrueForAll(row => IsLabel(row.Cells[0].Text))
            || !valued.TrueForAll(row => row.HasName)
            || valued.Count * EmptyFirst < labels.Count(row => row.HasValues)
        )
        {
            return null;
        }
        List<List<AlignedCell>> grid = [.. RowJoin.Join(named, level, box).Select(row => Moved(row, 1))];
        var from = grid.FindIndex(row => row.Min(cell => cell.Box.Y0) >= firstOfBody.Box.Y0 - 1);
        return from >= 0 && Placed(grid, from, Stacked(labels)) ? grid : null;
    }

    private static List<AlignedCell> Moved(IReadOnlyList<AlignedCell> cells, int columns) =>
        [.. cells.Select(cell => cell with { First = cell.First + columns, Last = cell.Last + columns })];

    private static bool IsLabel(string text) =>
        WordText.Letters(text) is > 0 and <= LongestLabel && !PieceLook.IsValue(text);

    /// <summary>Labels of several lines, put together.</summary>
    private static List<AlignedCell> Stacked(List<AlignedRow> labels)
    {
        var whole = new List<AlignedCell>();
        foreach (var label in labels.Select(row => row.Cells[0]))
        {
            if (whole.Count > 0 && label.Box.Y0 - whole[^1].Box.Y1 < OffMiddle * label.Box.Height)
            {
                whole[^1] = whole[^1].Below(label);
            }
            else
            {
                whole.Add(label);
            }
        }
        return whole;
    }

    /// <summary>Each label takes the rows whose middle it stands in; together they must take all.</summary>
    private static bool Placed(List<List<AlignedCell>> grid, int from, List<AlignedCell> labels)
    {
        var middles = grid.Select(row => (row.Min(cell => cell.Box.Y0) + row.Max(cell => cell.Box.Y1)) / 2).ToList();
        var pitch = (middles[^1] - middles[from]) / Math.Max(1, grid.Count - 1 - from);
        var spans = new List<(int From, int Count)>();
        foreach (var label in labels)
        {
            var best = Enumerable
                .Range(from, grid.Count - from)
                .Select(last => (Last: last, Off: Math.Abs(((middles[from] + middles[last]) / 2) - label.Box.MiddleY)))
                .DefaultIfEmpty((Last: from, Off: double.MaxValue))
                .MinBy(group => group.Off);
            if (best.Off > OffMiddle * pitch)
            {
                return false;
            }
            spans.Add((from, best.Last - from + 1));
            from = best.Last + 1;
        }
        if (from != grid.Count)
        {
            return false;
        }
        for (var at = 0; at < spans.Count; at++)
        {
            grid[spans[at].From].Insert(0, labels[at] with { RowSpan = spans[at].Count });
        }
        return true;
    }
}

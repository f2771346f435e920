namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Drawn lines to ruling lines: dashes and dots, double lines and the two edges of a thin fill become one each.
/// </summary>
public static class RulingMerge
{
    public static IReadOnlyList<Ruling> Level(IReadOnlyList<Ruling> rulings) =>
        Merge(rulings.Where(ruling => ruling.Box.Height <= ruling.Box.Width), turned: false);

    public static IReadOnlyList<Ruling> Upright(IReadOnlyList<Ruling> rulings) =>
        Merge(rulings.Where(ruling => ruling.Box.Width <= ruling.Box.Height), turned: true);

    /// <summary>Each stretch as (across, from, to): for level lines (y, x0, x1).</summary>
    private static List<Ruling> Merge(IEnumerable<Ruling> rulings, bool turned)
    {
        var stretches = rulings
            .Select(ruling =>
                turned
                    ? new Stretch(ruling.Box.MiddleX, ruling.Box.Y0, ruling.Box.Y1, ruling.Thickness)
                    : new Stretch(ruling.Box.MiddleY, ruling.Box.X0, ruling.Box.X1, ruling.Thickness)
            )
            .OrderBy(stretch => stretch.Across)
            .ThenBy(stretch => stretch.From)
            .ToList();
        var merged = new List<Ruling>();
        for (var start = 0; start < stretches.Count; )
        {
            var end = start + 1;
            while (
                end < stretches.Count
                && stretches[end].Across - stretches[end - 1].Across <= PdfTolerances.SameRuling / 2
                && stretches[end].Across - stretches[start].Across <= PdfTolerances.SameRuling
            )
            {
                end++;
            }
            Join(stretches[start..end], turned, merged);
            start = end;
        }
        return merged;
    }

    private static void Join(List<Stretch> level, bool turned, List<Ruling> merged)
    {
        var across = level.Average(stretch => stretch.Across);
        level.Sort((a, b) => a.From != b.From ? a.From.CompareTo(b.From) : a.To.CompareTo(b.To));
        var (from, to, thickness) = (level[0].From, level[0].To, level[0].Thickness);
        foreach (var stretch in level.Skip(1).Append(new Stretch(across, double.MaxValue, double.MaxValue, 0)))
        {
            if (stretch.From - to <= PdfTolerances.RulingGap)
            {
                to = Math.Max(to, stretch.To);
                thickness = Math.Max(thickness, stretch.Thickness);
                continue;
            }
            if (to - from >= PdfTolerances.ShortRuling)
            {
                var box = turned ? new Rect(across, from, across, to) : new Rect(from, across, to, across);
                merged.Add(new Ruling(box, thickness));
            }
            (from, to, thickness) = (stretch.From, stretch.To, stretch.Thickness);
        }
    }

    private readonly record struct Stretch(double Across, double From, double To, double Thickness);
}

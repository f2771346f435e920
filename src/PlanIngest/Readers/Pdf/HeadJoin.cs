namespace PlanIngest.Readers.Pdf;

/// <summary>
/// The head of an aligned table: words under one another in a column are one cell; a cell over several columns makes a
/// level of its own over those below it.
/// </summary>
public static class HeadJoin
{
    public static IReadOnlyList<List<AlignedCell>> Join(IReadOnlyList<AlignedRow> lines, IReadOnlyList<Ruling> level)
    {
        var stacks = new List<Stack>();
        for (var i = 0; i < lines.Count; i++)
        {
            foreach (var cell in lines[i].Cells)
            {
                var over = stacks.FindLastIndex(stack => stack.First <= cell.Last && cell.First <= stack.Last);
                if (over >= 0 && stacks[over].Takes(cell, i, level))
                {
                    stacks[over].Add(cell, i);
                }
                else
                {
                    stacks.Add(new Stack(cell, i));
                }
            }
        }
        return Levels(stacks, lines.Count);
    }

    /// <summary>Rows begin where a cell stands under one that spans it or is parted from it.</summary>
    private static List<List<AlignedCell>> Levels(List<Stack> stacks, int lines)
    {
        var starts = new SortedSet<int> { 0 };
        foreach (var stack in stacks)
        {
            if (stacks.Any(other => other != stack && other.Bottom < stack.Top && other.Overlaps(stack)))
            {
                starts.Add(stack.Top);
            }
        }
        int[] ordered = [.. starts];
        var rows = ordered.Select(_ => new List<AlignedCell>()).ToList();
        foreach (var stack in stacks)
        {
            var first = Array.FindLastIndex(ordered, start => start <= stack.Top);
            var last = Array.FindLastIndex(ordered, start => start <= stack.Bottom);
            // Between two levels, with nothing under it, stands what reaches over both.
            var between = stack.Top > ordered[first] && last + 1 < ordered.Length && !HasBelow(stack, stacks);
            rows[first].Add(stack.Finish() with { RowSpan = last - first + (between ? 2 : 1) });
        }
        rows.RemoveAll(row => row.Count == 0);
        for (var level = 0; level + 1 < rows.Count; level++)
        {
            rows[level] = [.. rows[level].Select(cell => Widened(cell, rows[level], rows[level + 1]))];
        }
        return rows;
    }

    private static bool HasBelow(Stack stack, List<Stack> stacks) =>
        stacks.Exists(other => other.Top > stack.Bottom && other.Overlaps(stack));

    /// <summary>
    /// A cell set at the left over the first of its columns (建设规模 over 2023年, beside it 2025年 under nothing) reaches
    /// over those that have a head of their own below and none at its side.
    /// </summary>
    private static AlignedCell Widened(AlignedCell cell, List<AlignedCell> level, List<AlignedCell> below)
    {
        if (cell.RowSpan > 1 || !below.Exists(under => under.First == cell.First && under.Last == cell.Last))
        {
            return cell;
        }
        var last = cell.Last;
        while (
            below.Exists(under => under.First == last + 1 && under.Last == last + 1)
            && !level.Exists(other => other.First <= last + 1 && other.Last > last)
        )
        {
            last++;
        }
        return cell with { Last = last };
    }

    private sealed class Stack(AlignedCell cell, int line)
    {
        private AlignedCell cell = cell;

        public int First => cell.First;
        public int Last => cell.Last;
        public int Top { get; } = line;
        public int Bottom { get; private set; } = line;

        public bool Overlaps(Stack other) => First <= other.Last && other.First <= Last;

        /// <summary>The cell goes on this one: the same columns, close under it, no line between.</summary>
        public bool Takes(AlignedCell below, int at, IReadOnlyList<Ruling> level)
        {
            var gap = below.Box.Y0 - cell.Box.Y1;
            return below.First == First
                && below.Last == Last
                && at - Bottom <= 1
                && gap < 0.9 * below.Lines[0].Size
                && !level.Any(ruling =>
                    ruling.Box.Y0 > cell.Box.Y1 - 3
                    && ruling.Box.Y0 < below.Box.Y0 + 3
                    && ruling.Box.SharedWidth(below.Box) > 0.5
                );
        }

        public void Add(AlignedCell below, int at) => (cell, Bottom) = (cell.Below(below), at);

        public AlignedCell Finish() => cell;
    }
}

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// The lines that run down a boxed table, followed from rule to rule: each joint of each line is one of them, and their
/// order from left to right numbers the columns.
/// </summary>
internal sealed class BoxColumns
{
    private readonly List<int> order = [];
    private readonly List<int[]> joints = [];

    /// <summary>The table's lines that could be followed; the last may be cut off.</summary>
    public IReadOnlyList<BoxLine> Lines { get; private init; } = [];

    public int Count => order.Count - 1;

    /// <summary>The columns between which the joints of a line stand, from 0.</summary>
    public int[] Of(int line) => Array.ConvertAll(joints[line], id => order.IndexOf(id));

    /// <summary>Null where some line down ends in nothing, or begins from nothing.</summary>
    public static BoxColumns? Read(IReadOnlyList<BoxLine> lines)
    {
        var columns = new BoxColumns { Lines = lines };
        int[] active = [];
        for (var at = 0; at < lines.Count; at++)
        {
            var ids = at == 0 ? columns.Begin(lines[0]) : columns.Follow(lines[at], active);
            if (ids is null)
            {
                return at == lines.Count - 1 && at > 1 ? columns.Without(at) : null;
            }
            columns.joints.Add(ids);
            active = [.. ids.Where((_, joint) => lines[at].Joints[joint].Down)];
        }
        return columns;
    }

    private BoxColumns Without(int last)
    {
        var cut = new BoxColumns { Lines = [.. Lines.Take(last)] };
        cut.order.AddRange(order);
        cut.joints.AddRange(joints);
        return cut;
    }

    private int[] Begin(BoxLine line)
    {
        var ids = Enumerable.Range(0, line.Joints.Count).ToArray();
        order.AddRange(ids);
        return ids;
    }

    private int[]? Follow(BoxLine line, int[] active)
    {
        if (line.Joints.Count(joint => joint.Up) != active.Length)
        {
            return null;
        }
        var ids = new int[line.Joints.Count];
        var next = 0;
        for (var at = 0; at < ids.Length; )
        {
            if (line.Joints[at].Up)
            {
                ids[at++] = active[next++];
                continue;
            }
            var begun = at;
            while (at < ids.Length && !line.Joints[at].Up)
            {
                at++;
            }
            if (
                next == 0
                || next == active.Length
                || !Insert(ids.AsSpan(begun, at - begun), active[next - 1], active[next])
            )
            {
                return null;
            }
        }
        return ids;
    }

    /// <summary>New lines down between two others; those that stood there higher up, where they are as many.</summary>
    private bool Insert(Span<int> ids, int left, int right)
    {
        var (from, to) = (order.IndexOf(left) + 1, order.IndexOf(right));
        if (to == from)
        {
            for (var at = 0; at < ids.Length; at++)
            {
                ids[at] = order.Count;
                order.Insert(from + at, order.Count);
            }
            return true;
        }
        if (to - from != ids.Length)
        {
            return false;
        }
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = order[from + at];
        }
        return true;
    }
}

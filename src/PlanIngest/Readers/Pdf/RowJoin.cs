namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Lines to rows: a row's cells may take several lines. Level lines part rows; a line without values goes on the row
/// over or under it when its words or its distance say so; the head's lines are joined column by column.
/// </summary>
public static class RowJoin
{
    public static IReadOnlyList<IReadOnlyList<AlignedCell>> Join(
        IReadOnlyList<AlignedRow> lines,
        IReadOnlyList<Ruling> level,
        Rect box
    )
    {
        var head = HeadLength(lines, level, box);
        var rows = new List<List<AlignedCell>>();
        rows.AddRange(HeadJoin.Join([.. lines.Take(head)], level));
        rows.AddRange(JoinBody([.. lines.Skip(head)], level, box));
        return rows;
    }

    /// <summary>The rows under the head.</summary>
    public static IReadOnlyList<List<AlignedCell>> JoinBody(
        IReadOnlyList<AlignedRow> lines,
        IReadOnlyList<Ruling> level,
        Rect box
    )
    {
        var rows = new List<List<AlignedCell>>();
        var pitch = Pitch(lines);
        var ruled = IsRuled(lines, level, box);
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0 && GoesOn(lines, i, rows[^1], level, pitch, ruled))
            {
                Append(rows[^1], lines[i].Cells);
            }
            else
            {
                rows.Add([.. lines[i].Cells]);
            }
        }
        return rows;
    }

    /// <summary>The lines before the first with values; of a table without values its first line.</summary>
    private static int HeadLength(IReadOnlyList<AlignedRow> lines, IReadOnlyList<Ruling> level, Rect box)
    {
        var first = 0;
        while (first < lines.Count && !IsBody(lines[first]))
        {
            first++;
        }
        if (first == lines.Count)
        {
            first = 1;
            while (first < lines.Count && !Parted(lines[first - 1].Line, lines[first].Line, level, box))
            {
                first++;
            }
            return first == lines.Count ? 1 : first;
        }
        // A group heading or the first line of a long name under the head's line belongs to the body.
        for (var i = first; i > 0; i--)
        {
            if (Parted(lines[i - 1].Line, lines[i].Line, level, box))
            {
                return i;
            }
            if (lines[i - 1].Cells.Count > 1 || lines[i - 1].Cells[0].First > 0)
            {
                break;
            }
        }
        return first;
    }

    /// <summary>Figures that are no years: the years stand in heads.</summary>
    private static bool IsBody(AlignedRow line)
    {
        var values = line.Cells.Where(cell => cell.First > 0 && cell.IsValue).ToList();
        return values.Count > 0
            && (line.HasName || values.Count * 2 > line.Cells.Count)
            && !(values.All(cell => IsYear(cell.Text)) && (!line.HasName || values.Count > 1));
    }

    private static bool IsYear(string text) =>
        text.Length >= 4
        && text[0] is '1' or '2'
        && text[1] is '9' or '0' or '8'
        && text.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && (text.Length == 4 || text[4] is '-' or '–' or '/' or '年' or '*' || text.Length == 5);

    private static double Pitch(IReadOnlyList<AlignedRow> lines)
    {
        var steps = new List<double>();
        for (var i = 1; i < lines.Count; i++)
        {
            if (lines[i].HasValues && lines[i - 1].HasValues)
            {
                steps.Add(lines[i].Line.Box.Y1 - lines[i - 1].Line.Box.Y1);
            }
        }
        steps.Sort();
        return steps.Count == 0 ? 0 : steps[steps.Count / 2];
    }

    /// <summary>Most rows with values are parted by level lines: then all are, and lines between two are one row.</summary>
    private static bool IsRuled(IReadOnlyList<AlignedRow> lines, IReadOnlyList<Ruling> level, Rect box)
    {
        var (parted, all) = (0, 0);
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].HasValues)
            {
                continue;
            }
            if (last >= 0)
            {
                all++;
                parted += Parted(lines[last].Line, lines[i].Line, level, box) ? 1 : 0;
            }
            last = i;
        }
        return all > 0 ? parted * 5 >= all * 4 : level.Count(line => line.Box.Width > 0.6 * box.Width) > 3;
    }

    private static bool Parted(TextLine above, TextLine below, IReadOnlyList<Ruling> level, Rect box) =>
        level.Any(line =>
            line.Box.Width > 0.5 * box.Width && line.Box.Y0 > above.Box.MiddleY && line.Box.Y0 < below.Box.MiddleY
        );

    private static bool GoesOn(
        IReadOnlyList<AlignedRow> lines,
        int i,
        List<AlignedCell> row,
        IReadOnlyList<Ruling> level,
        double pitch,
        bool ruled
    )
    {
        var (above, line) = (lines[i - 1], lines[i]);
        var box = new Rect(
            Math.Min(above.Line.Box.X0, line.Line.Box.X0),
            above.Line.Box.Y0,
            Math.Max(above.Line.Box.X1, line.Line.Box.X1),
            line.Line.Box.Y1
        );
        if (Parted(above.Line, line.Line, level, box))
        {
            return false;
        }
        if (ruled)
        {
            return true;
        }
        var rowHasValues = row.Any(cell => cell.First > 0 && cell.IsValue);
        if (line.HasValues && rowHasValues)
        {
            return false;
        }
        var step = line.Line.Box.Y1 - above.Line.Box.Y1;
        var tight = pitch > 0 && step < 0.87 * pitch;
        var name = row.Count > 0 && row[0].First == 0 ? row[0].Text : "";
        if (line.HasValues)
        {
            return !line.HasName || PieceLook.GoesOn(name, line.Cells[0].Text) || tight;
        }
        if (!line.HasName)
        {
            return step < 1.6 * line.Line.Size;
        }
        if (line.Cells.Count > 1)
        {
            return tight || PieceLook.GoesOn(name, line.Cells[0].Text);
        }
        return line.Cells[0].Last == 0 && (PieceLook.GoesOn(name, line.Cells[0].Text) || (tight && rowHasValues));
    }

    private static void Append(List<AlignedCell> row, IReadOnlyList<AlignedCell> cells)
    {
        foreach (var cell in cells)
        {
            var at = row.FindIndex(other => other.First <= cell.Last && cell.First <= other.Last);
            if (at >= 0)
            {
                row[at] = row[at].Below(cell);
            }
            else
            {
                row.Add(cell);
            }
        }
        row.Sort((a, b) => a.First.CompareTo(b.First));
    }
}

using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A cell a line, each but the first of its row behind a pipe, a pipe alone between rows: what a forum page leaves of
/// a table.
/// <c>指标</c>, <c>| 2015年</c>, <c>| 2020年</c>, <c>|</c>
/// </summary>
public sealed class LeadingPipesDialect : ITableDialect
{
    /// <summary>A cell in front of its row, without a pipe of its own, is a name or a group.</summary>
    private const int LongestCell = 60;

    public DialectReading Read(TextLines lines, int line)
    {
        var unnamed = BeginsUnnamed(lines, line);
        if (!unnamed && (KindOf(lines, line) is not (LineKind.First or LineKind.RowEnd) || !Begins(lines, line)))
        {
            return new DialectReading([], line + 1);
        }
        var rows = new List<List<Span>> { new() };
        if (unnamed)
        {
            rows[0].Add(new Span(lines.Trimmed(line).Start, 0));
        }
        var (at, last) = (line, line);
        for (; at < lines.Count; at++)
        {
            var kind = KindOf(lines, at);
            if (kind == LineKind.Other || kind == LineKind.First && rows[^1].Count > 0)
            {
                break;
            }
            if (kind == LineKind.RowEnd && rows[^1].Count > 0)
            {
                rows.Add([]);
            }
            else if (kind is LineKind.First or LineKind.Cell)
            {
                rows[^1].Add(CellOf(lines, at));
                last = at;
            }
        }
        rows.RemoveAll(row => row.Count == 0);
        if (MarkedRows.Draft(rows) is not { } draft)
        {
            return new DialectReading([], line + 1);
        }
        draft.Region = Span.Between(lines[line].Start, lines[last].End);
        InlineMarks.Read(lines.Text, draft.Region, draft.Show);
        MergedCells.Restore(lines, draft);
        return new DialectReading([draft], Math.Max(at, line + 1));
    }

    /// <summary>The next line with words opens with a pipe of its own.</summary>
    private static bool Begins(TextLines lines, int line)
    {
        var found = KindOf(lines, line) == LineKind.First;
        for (var at = line + 1; at < Math.Min(lines.Count, line + 4); at++)
        {
            switch (KindOf(lines, at))
            {
                case LineKind.Cell:
                    return found;
                case LineKind.First when !found:
                    found = true;
                    break;
                case LineKind.Blank:
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    /// <summary>
    /// The first lines of a row all open with a pipe, and the row under it has one cell more, its name: nothing stands
    /// over the names.
    /// </summary>
    private static bool BeginsUnnamed(TextLines lines, int line)
    {
        var at = line;
        while (at < lines.Count && KindOf(lines, at) == LineKind.Cell)
        {
            at++;
        }
        var cells = at - line;
        if (cells < 2 || at + cells + 1 >= lines.Count || KindOf(lines, at) != LineKind.RowEnd)
        {
            return false;
        }
        return KindOf(lines, at + 1) == LineKind.First
            && Enumerable.Range(at + 2, cells).All(next => next < lines.Count && KindOf(lines, next) == LineKind.Cell);
    }

    private static Span CellOf(TextLines lines, int line)
    {
        var span = lines.Trimmed(line);
        return lines.Text[span.Start] == '|' ? lines.Trim(Span.Between(span.Start + 1, span.End)) : span;
    }

    private static LineKind KindOf(TextLines lines, int line)
    {
        var text = lines.Slice(lines.Trimmed(line));
        return text.IsEmpty ? LineKind.Blank
            : text is "|" ? LineKind.RowEnd
            : text[0] == '|'
                ? text[1..].Contains('|') ? LineKind.Other
                    : LineKind.Cell
            : text.Length <= LongestCell && !text.ContainsAny("|\t。；") ? LineKind.First
            : LineKind.Other;
    }

    private enum LineKind : byte
    {
        Blank,
        First,
        Cell,
        RowEnd,
        Other,
    }
}

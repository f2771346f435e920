using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A cell a line, each behind a tab, rows parted by blank lines; a line without a tab goes on with the cell above it
/// (a header cell broken over lines), a tab alone is an empty cell.
/// </summary>
public sealed class TabCellsDialect : ITableDialect
{
    /// <summary>A line that continues a cell is a few words; anything longer is the text behind the table.</summary>
    private const int LongestContinuation = 24;

    public DialectReading Read(TextLines lines, int line)
    {
        if (!IsCell(lines, line))
        {
            return new DialectReading([], line + 1);
        }
        var rows = new List<List<Span>>();
        var (at, next) = (line, line + 1);
        while (RowAt(lines, at) is { } row)
        {
            rows.Add(row.Cells);
            next = row.Next;
            at = next;
            while (at < lines.Count && lines.Slice(at).IsEmpty && at < next + 2)
            {
                at++;
            }
            at = PageBreak.Behind(lines, at) ?? at;
        }
        var columns = rows.Max(row => row.Count);
        if (rows.Count < 2 || columns < 2 || rows.Count(row => row.Count == columns) * 2 < rows.Count)
        {
            return new DialectReading([], next);
        }
        var draft = new TableDraft { Region = Span.Between(lines[line].Start, lines[next - 1].End) };
        foreach (var row in rows)
        {
            draft.AddRow(row);
        }
        InlineMarks.Read(lines.Text, draft.Region, draft.Show);
        MergedCells.Restore(lines, draft);
        return new DialectReading([draft], next);
    }

    /// <summary>The lines up to the next empty one as the cells of a row; null where no cell begins.</summary>
    private static (List<Span> Cells, int Next)? RowAt(TextLines lines, int line)
    {
        if (line >= lines.Count || !IsCell(lines, line))
        {
            return null;
        }
        var cells = new List<Span>();
        var at = line;
        for (; at < lines.Count && !lines.Slice(at).IsEmpty; at++)
        {
            if (IsCell(lines, at))
            {
                cells.Add(lines.Trimmed(at));
            }
            else if (IsContinuation(lines, at))
            {
                cells[^1] = cells[^1].IsEmpty ? lines.Trimmed(at) : cells[^1].Union(lines.Trimmed(at));
            }
            else
            {
                break;
            }
        }
        return (cells, at);
    }

    private static bool IsCell(TextLines lines, int line)
    {
        var text = lines.Slice(line);
        return text.Length > 0 && text[0] == '\t' && !lines.Slice(lines.Trimmed(line)).Contains('\t');
    }

    private static bool IsContinuation(TextLines lines, int line)
    {
        var text = lines.Slice(lines.Trimmed(line));
        return text.Length is > 0 and <= LongestContinuation
            && !text.ContainsAny("\t。；")
            && ListMark.Read(text) is null
            && !PageBreak.IsStray(text);
    }
}

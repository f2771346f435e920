using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Gives merged cells back their extent in dialects that lost it, where the layout leaves one reading: section rows
/// over all columns, group cells standing only in their group's first row, a last column filled only at the head of
/// each section.
/// </summary>
internal static class MergedCells
{
    public static void Restore(TextLines lines, TableDraft draft)
    {
        if (draft.Columns < 3 || draft.Rows < 3 || IsFull(draft))
        {
            return;
        }
        var rows = Rows(draft);
        var sections = rows.Select((row, at) => at > 0 && IsSection(lines, row)).ToArray();
        foreach (var (row, at) in rows.Select((row, at) => (row, at)).Where(pair => sections[pair.at]))
        {
            rows[at] = [row[0] with { ColumnSpan = draft.Columns, Inferred = true }];
        }
        MergeLastColumn(rows, sections, draft.Columns);
        MergeGroups(lines, rows, sections, draft.Columns);
        draft.Replace(rows.SelectMany(row => row));
    }

    /// <summary>Without an empty cell nothing can have been merged.</summary>
    private static bool IsFull(TableDraft draft)
    {
        if (draft.Cells.Count != (long)draft.Rows * draft.Columns)
        {
            return false;
        }
        foreach (var cell in draft.Cells)
        {
            if (cell.Span.IsEmpty)
            {
                return false;
            }
        }
        return true;
    }

    private static List<Cell>[] Rows(TableDraft draft)
    {
        var rows = new List<Cell>[draft.Rows];
        foreach (var cell in GridFill.Complete(draft.Cells, draft.Rows, draft.Columns))
        {
            (rows[cell.Row] ??= []).Add(cell);
        }
        for (var at = 0; at < rows.Length; at++)
        {
            rows[at] ??= [];
        }
        return rows;
    }

    /// <summary>Only the first cell holds words, and they are set apart as a heading: bold, or 一、.</summary>
    private static bool IsSection(TextLines lines, List<Cell> row)
    {
        if (row.Count == 0 || row[0].Span.IsEmpty || row.Skip(1).Any(cell => !cell.Span.IsEmpty))
        {
            return false;
        }
        var before = lines.Text.AsSpan(0, row[0].Span.Start);
        return ListMark.Read(lines.Slice(row[0].Span))
                is { Kind: ListMarkKind.Chinese or ListMarkKind.ChineseInBrackets }
            || before.EndsWith("<b>")
            || before.EndsWith("<strong>")
            || before.EndsWith("**");
    }

    /// <summary>
    /// Needs two sections with several rows in all, each with the last cell filled in its first row and in no other.
    /// </summary>
    private static void MergeLastColumn(List<Cell>[] rows, bool[] sections, int columns)
    {
        var blocks = Blocks(sections);
        if (blocks.Count < 2 || blocks.TrueForAll(block => block.Length == 1))
        {
            return;
        }
        foreach (var (start, length) in blocks)
        {
            for (var at = start; at < start + length; at++)
            {
                if (rows[at].Count != columns || rows[at][^1].Span.IsEmpty != (at > start))
                {
                    return;
                }
            }
        }
        foreach (var (start, length) in blocks.Where(block => block.Length > 1))
        {
            rows[start][^1] = rows[start][^1] with { RowSpan = length, Inferred = true };
            for (var at = start + 1; at < start + length; at++)
            {
                rows[at].RemoveAt(columns - 1);
            }
        }
    }

    /// <summary>The stretches of rows under one section row; the header row is in none.</summary>
    private static List<(int Start, int Length)> Blocks(bool[] sections)
    {
        var blocks = new List<(int Start, int Length)>();
        for (var at = 1; at < sections.Length; at++)
        {
            if (sections[at])
            {
                continue;
            }
            if (sections[at - 1] || at == 1)
            {
                blocks.Add((at, 0));
            }
            blocks[^1] = (blocks[^1].Start, blocks[^1].Length + 1);
        }
        return blocks;
    }

    /// <summary>
    /// The first column holds groups when its first body row is filled with words, others are empty, and the column
    /// beside it is filled in every row.
    /// </summary>
    private static void MergeGroups(TextLines lines, List<Cell>[] rows, bool[] sections, int columns)
    {
        var body = Enumerable.Range(1, rows.Length - 1).Where(at => !sections[at]).ToList();
        var isGroups =
            body.Count > 1
            && body.TrueForAll(at => rows[at].Count >= columns - 1 && !rows[at][1].Span.IsEmpty)
            && !rows[body[0]][0].Span.IsEmpty
            && body.Exists(at => rows[at][0].Span.IsEmpty)
            && body.TrueForAll(at => !CellWords.IsFigure(lines.Slice(rows[at][0].Span)));
        if (!isGroups)
        {
            return;
        }
        var head = -1;
        foreach (var at in body)
        {
            if (!rows[at][0].Span.IsEmpty || head < 0 || sections[at - 1])
            {
                head = at;
                continue;
            }
            rows[head][0] = rows[head][0] with { RowSpan = at - head + 1, Inferred = true };
            rows[at].RemoveAt(0);
        }
    }
}

using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A row a line, columns aligned by blanks, counted as they show: a Chinese character is two wide. Needs two blanks
/// or more between cells.
/// </summary>
public sealed class SpaceColumnsDialect : ITableDialect
{
    private const int FewestRows = 3;
    private const int LongestLine = 400;

    public DialectReading Read(TextLines lines, int line)
    {
        var rows = new List<List<Field>>();
        var (at, last) = (line, line);
        if (!HasGap(lines.Slice(lines.Trimmed(line))) || Captions.IsNumberedTitle(lines.Slice(lines.Trimmed(line))))
        {
            return new DialectReading([], line + 1);
        }
        for (; at < lines.Count; at++)
        {
            var fields = Fields(lines, at);
            if (fields.Count == 0 && at == last + 1 && rows.Count > 0)
            {
                continue;
            }
            if (fields.Count < 2 && !(fields.Count == 1 && rows.Count > 0 && IsInside(lines, at, fields[0])))
            {
                break;
            }
            rows.Add(fields);
            last = at;
        }
        var next = Math.Max(last, line) + 1;
        if (rows.Count < FewestRows || !HasWords(rows) || Draft(rows) is not { } draft)
        {
            return new DialectReading([], next);
        }
        draft.Region = Span.Between(lines[line].Start, lines[last].End);
        draft.Inferred = true;
        InlineMarks.Read(lines.Text, draft.Region, draft.Show);
        return new DialectReading([draft], next);
    }

    /// <summary>Two blanks between words, as every row but a lone field has them.</summary>
    internal static bool HasGap(ReadOnlySpan<char> line)
    {
        for (var at = line.IndexOfAny(TextLines.Spaces); at >= 0; at = line.IndexOfAny(TextLines.Spaces))
        {
            line = line[(at + 1)..];
            if (!line.IsEmpty && TextLines.IsSpace(line[0]))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A lone field between rows is a group or a section: short, and rows follow it.</summary>
    private static bool IsInside(TextLines lines, int line, Field field) =>
        field.Right - field.Left <= 40
        && line + 1 < lines.Count
        && Fields(lines, line + 1).Count > 1
        && !lines.Slice(field.Span).ContainsAny('。', '；');

    /// <summary>Letters set apart (政  府  工  作) are a title.</summary>
    private static bool HasWords(List<List<Field>> rows) =>
        rows.Exists(row => row.Exists(field => field.Span.Length > 2));

    private static TableDraft? Draft(List<List<Field>> rows)
    {
        var columns = Columns(rows);
        if (columns.Count < 2)
        {
            return null;
        }
        var draft = new TableDraft();
        for (var row = 0; row < rows.Count; row++)
        {
            var used = -1;
            foreach (var field in rows[row])
            {
                var column = columns.FindIndex(column => field.Left < column.Right && column.Left < field.Right);
                if (column <= used)
                {
                    return null;
                }
                used = column;
                draft.Add(new Cell(row, column, field.Span));
            }
        }
        return rows[0].Count == columns.Count || rows.Count(row => row.Count == columns.Count) * 2 > rows.Count
            ? draft
            : null;
    }

    /// <summary>Stretches of the line's width that some row fills, from left to right.</summary>
    private static List<(int Left, int Right)> Columns(List<List<Field>> rows)
    {
        var columns = new List<(int Left, int Right)>();
        foreach (var field in rows.SelectMany(row => row).OrderBy(field => field.Left))
        {
            if (columns.Count > 0 && field.Left < columns[^1].Right)
            {
                columns[^1] = (columns[^1].Left, Math.Max(columns[^1].Right, field.Right));
            }
            else
            {
                columns.Add((field.Left, field.Right));
            }
        }
        return columns;
    }

    private static List<Field> Fields(TextLines lines, int line)
    {
        var span = lines[line];
        var text = lines.Slice(span);
        var fields = new List<Field>();
        if (text.Length > LongestLine || text.Contains('\t') || text.Contains('|'))
        {
            return fields;
        }
        var (column, start, left, blanks, right) = (0, -1, 0, 0, 0);
        for (var at = 0; at <= text.Length; at++)
        {
            var blank = at == text.Length || TextLines.IsSpace(text[at]);
            blanks = blank ? blanks + 1 : 0;
            var ends = start >= 0 && (blanks == 2 || at == text.Length);
            if (ends)
            {
                fields.Add(new Field(lines.Trim(Span.Between(span.Start + start, span.Start + at)), left, right));
                start = -1;
            }
            else if (!blank && start < 0)
            {
                (start, left) = (at, column);
            }
            column += at < text.Length ? DisplayWidth.Of(text[at]) : 0;
            right = blank ? right : column;
        }
        return Joined(fields);
    }

    /// <summary>项  目, 合    计: two letters set apart are one word. Not: 政  府  工  作, letters of a title.</summary>
    private static List<Field> Joined(List<Field> fields)
    {
        for (var at = 0; at + 1 < fields.Count; at++)
        {
            var pair = IsLetter(fields, at) && IsLetter(fields, at + 1);
            if (pair && !IsLetter(fields, at - 1) && !IsLetter(fields, at + 2))
            {
                var (first, second) = (fields[at], fields[at + 1]);
                fields[at] = new Field(first.Span.Union(second.Span), first.Left, second.Right);
                fields.RemoveAt(at + 1);
            }
        }
        return fields;
    }

    private static bool IsLetter(List<Field> fields, int at) =>
        at >= 0 && at < fields.Count && fields[at] is { Span.Length: 1 } field && field.Right - field.Left == 2;

    /// <summary>Words of a line and where they stand in its width.</summary>
    private readonly record struct Field(Span Span, int Left, int Right);
}

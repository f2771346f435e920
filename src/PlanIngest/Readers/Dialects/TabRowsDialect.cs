using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A row a line, cells parted by tabs, section rows among them (<c>&lt;b&gt;一、学科建设&lt;/b&gt;</c>), a merged last
/// column written only in its first row.
/// </summary>
public sealed class TabRowsDialect : ITableDialect
{
    public DialectReading Read(TextLines lines, int line)
    {
        if (!lines.Slice(line).Contains('\t'))
        {
            return new DialectReading([], line + 1);
        }
        var draft = new TableDraft();
        List<Span> first = [];
        var (at, last, columns) = (line, line, 0);
        while (at < lines.Count)
        {
            if (Cells(lines, at) is { } cells)
            {
                if (columns > 0 && PageBreak.IsStray(lines.Slice(lines.Trimmed(at))))
                {
                    at++;
                    continue;
                }
                first = draft.Rows == 0 ? cells : first;
                if (Rest(lines, at, cells, first) is { } rest)
                {
                    cells = [.. cells.SkipLast(1), cells[^1].Union(rest[0]), .. rest.Skip(1)];
                    at++;
                }
                draft.AddRow(cells.ConvertAll(cell => InlineMarks.Trim(lines, cell)));
                columns = Math.Max(columns, cells.Count);
                last = at++;
            }
            else if (IsSection(lines, at))
            {
                draft.AddRow([InlineMarks.Trim(lines, lines[at])]);
                last = at++;
            }
            else if (PageBreak.Behind(lines, at) is { } behind && Cells(lines, behind)?.Count == columns)
            {
                at = SameWords(lines, Cells(lines, behind)!, first) ? behind + 1 : behind;
            }
            else
            {
                break;
            }
        }
        if (draft.Rows < 2 || columns < 2 || first.Count(cell => !cell.IsEmpty) < 2)
        {
            return new DialectReading([], at);
        }
        draft.Region = Span.Between(lines[line].Start, lines[last].End);
        InlineMarks.Read(lines.Text, draft.Region, draft.Show);
        MergedCells.Restore(lines, draft);
        return new DialectReading([draft], at);
    }

    /// <summary>
    /// 2 | 劳动年龄人口, and on the next line 平均受教育年限 | 年 | 10.4: a line break within a cell, where rows are numbered, the
    /// next line is not, and both together have as many cells as the header. Null for a row that ends early.
    /// </summary>
    private static List<Span>? Rest(TextLines lines, int line, List<Span> cells, List<Span> header)
    {
        var breaks =
            cells.Count > 1
            && cells.Count < header.Count
            && DialectWords.IsOrdinalHeader(lines.Slice(header[0]))
            && CellWords.Ordinal(lines.Slice(cells[0])) >= 0
            && !CellWords.IsFigure(lines.Slice(cells[^1]));
        return
            breaks
            && line + 1 < lines.Count
            && Cells(lines, line + 1) is { } rest
            && cells.Count + rest.Count - 1 == header.Count
            && !rest[0].IsEmpty
            && !CellWords.IsFigure(lines.Slice(rest[0]))
            ? rest
            : null;
    }

    /// <summary>The line cut at its tabs; null where it has none between words.</summary>
    private static List<Span>? Cells(TextLines lines, int line)
    {
        var span = lines[line];
        var slice = lines.Slice(span);
        if (!slice.Contains('\t') || slice.IsWhiteSpace())
        {
            return null;
        }
        var cells = new List<Span>();
        for (var from = 0; ; )
        {
            var step = slice[from..].IndexOf('\t');
            var length = step < 0 ? slice.Length - from : step;
            cells.Add(lines.Trim(new Span(span.Start + from, length)));
            if (step < 0)
            {
                return cells;
            }
            from += length + 1;
        }
    }

    /// <summary>A line without tabs between two rows that opens a section: 二、人才队伍.</summary>
    private static bool IsSection(TextLines lines, int line) =>
        line + 1 < lines.Count
        && ListMark.Read(lines.Slice(InlineMarks.Trim(lines, lines[line]))) is { Kind: ListMarkKind.Chinese }
        && lines[line].Length < 40
        && Cells(lines, line + 1) is not null;

    private static bool SameWords(TextLines lines, List<Span> one, List<Span> other) =>
        one.Count == other.Count
        && one.Zip(other).All(pair => lines.Slice(pair.First).SequenceEqual(lines.Slice(pair.Second)));
}

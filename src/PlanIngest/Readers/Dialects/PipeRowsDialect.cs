using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A row a line, cells parted by pipes: GFM tables with and without outer pipes, ragged rows, and the same without
/// the line of dashes. <c>| 指标 | 2020年 | 2025年 |</c>
/// </summary>
public sealed class PipeRowsDialect : ITableDialect
{
    public DialectReading Read(TextLines lines, int line)
    {
        // The upper border of a boxed table.
        var border = line;
        while (line + 1 < lines.Count && PipeRow.IsRule(lines, line))
        {
            line++;
        }
        if (
            !PipeRow.HasPipe(lines.Slice(line))
            || PipeRow.Read(lines, line) is not { } first
            || first.Cells.Count < 2
                && !(first is { OpensWithPipe: true, ClosesWithPipe: true } && IsRuled(lines, line))
        )
        {
            return new DialectReading([], line + 1);
        }
        var run = Collect(lines, line, border, first);
        return run.IsTable ? new DialectReading([run.Draft()], run.Next) : new DialectReading([], run.Next);
    }

    /// <summary>A blank line between every two rows: the first three stand so.</summary>
    private static bool IsSpaced(TextLines lines, int line, PipeRow first) =>
        line + 2 < lines.Count
        && lines.IsBlank(line)
        && RowAt(lines, line + 1, first)?.Row.Cells.Count == first.Cells.Count
        && lines.IsBlank(line + 2)
        && RowAt(lines, line + 3, first)?.Row.Cells.Count == first.Cells.Count;

    private static bool IsRuled(TextLines lines, int line) => line + 1 < lines.Count && PipeRow.IsRule(lines, line + 1);

    private static Run Collect(TextLines lines, int line, int border, PipeRow first)
    {
        var run = new Run(lines, border, first);
        var at = line + 1;
        var spaced = IsSpaced(lines, at, first);
        while (at < lines.Count)
        {
            if (spaced && lines.IsBlank(at) && RowAt(lines, at + 1, first)?.Row.Cells.Count == first.Cells.Count)
            {
                at++;
            }
            else if (PipeRow.IsRule(lines, at))
            {
                run.Rule(at);
                at++;
            }
            else if (RowAt(lines, at, first) is var (row, end) && run.GoesOnWith(row))
            {
                if (run.MayEndBefore(row) && RowAt(lines, end, first)?.Row.Cells.Count != first.Cells.Count)
                {
                    break;
                }
                run.Add(row, end - 1);
                at = end;
            }
            else if (
                PageBreak.Behind(lines, at) is { } behind
                && PipeRow.Read(lines, behind) is { } next
                && run.GoesOnWith(next)
                && next.Cells.Count == first.Cells.Count
            )
            {
                run.Break();
                at = behind;
            }
            else
            {
                break;
            }
        }
        run.Next = at;
        return run;
    }

    /// <summary>The row that begins at a line, and the line behind it: an empty last cell may stand on a line of its own.</summary>
    private static (PipeRow Row, int End)? RowAt(TextLines lines, int line, PipeRow first)
    {
        if (line >= lines.Count || PipeRow.Read(lines, line) is not { } row)
        {
            return null;
        }
        if (
            first is { OpensWithPipe: true, ClosesWithPipe: true }
            && row is { OpensWithPipe: true, ClosesWithPipe: false }
            && line + 1 < lines.Count
            && PipeRow.Read(lines, line + 1) is { OpensWithPipe: false, ClosesWithPipe: true } rest
            && row.Cells.Count + rest.Cells.Count - 1 == first.Cells.Count
        )
        {
            // | 2 | 劳动年龄人口 ⏎ 平均受教育年限 | 年 |: a line break within a cell.
            return (row.GoesOn(rest), line + 2);
        }
        var (opens, closes) = (row.OpensWithPipe && !first.OpensWithPipe, row.ClosesWithPipe && !first.ClosesWithPipe);
        if (row.Cells.Count + (opens ? 1 : 0) + (closes ? 1 : 0) == first.Cells.Count)
        {
            // No pipe before the first cell, or behind the last, and in this row that cell is empty.
            row = opens ? row.BehindEmptyCell(lines.Trimmed(line)) : row;
            row = closes ? row.WithEmptyCell(new Span(lines.Trimmed(line).End, 0)) : row;
        }
        var end = line + 1;
        while (
            !first.OpensWithPipe
            && row.ClosesWithPipe
            && row.Cells.Count < first.Cells.Count
            && end < lines.Count
            && PipeRow.IsLonePipe(lines, end)
        )
        {
            row = row.WithEmptyCell(lines[end++]);
        }
        return (row, end);
    }

    /// <summary>Rows as they are collected; the first is the header when a rule follows it.</summary>
    private sealed class Run(TextLines lines, int border, PipeRow first)
    {
        /// <summary>Of so many rows one may have a cell too many or too few.</summary>
        private const int FewestToOdd = 5;

        /// <summary>Rows that all have a cell more than the header: fewer could each have one too many.</summary>
        private const int FewestRows = 3;

        private readonly TableDraft draft = new();
        private int rows = 1;
        private bool secondOpens;
        private int odd;
        private int wider;
        private bool afterBreak;
        private int lastLine = -1;

        public int Next { get; set; }
        private bool Ruled { get; set; }

        /// <summary>
        /// A rule under the first row is proof. Without one, two rows in outer pipes, or three with the same number of
        /// cells, are a table: a single line with bars (首页 | 新闻 | 公开) is none.
        /// </summary>
        public bool IsTable =>
            Ruled
            || secondOpens && first is { OpensWithPipe: true, ClosesWithPipe: true, Cells.Count: > 1 }
            || rows > 2 && odd * FewestToOdd <= rows;

        /// <summary>
        /// A row of another width may be the first of another table, where rows alike came before it and no mark says
        /// that they go on.
        /// </summary>
        public bool MayEndBefore(PipeRow row) =>
            !Ruled && !first.OpensWithPipe && rows > 2 && row.Cells.Count != first.Cells.Count;

        public bool GoesOnWith(PipeRow row) => row.Cells.Count > 1 || Ruled;

        public void Rule(int line)
        {
            Ruled |= rows == 1;
            lastLine = line;
        }

        public void Break() => afterBreak = true;

        public void Add(PipeRow row, int line)
        {
            var repeatsHeader = afterBreak && SameWords(lines, row, first);
            afterBreak = false;
            lastLine = line;
            if (repeatsHeader)
            {
                return;
            }
            if (rows == 1)
            {
                Write(first, header: Ruled);
                secondOpens = row.OpensWithPipe;
            }
            rows++;
            odd += row.Cells.Count == first.Cells.Count ? 0 : 1;
            wider += row.Cells.Count == first.Cells.Count + 1 && !row.Cells[^1].IsEmpty ? 1 : 0;
            Write(row, header: false);
        }

        public TableDraft Draft()
        {
            if (rows == 1)
            {
                Write(first, header: Ruled);
            }
            draft.Region = Span.Between(lines[border].Start, lines[Math.Max(lastLine, border)].End);
            InlineMarks.Read(lines.Text, draft.Region, draft.Show);
            if (rows > FewestRows && wider == rows - 1)
            {
                draft.Refuse(
                    new Finding(
                        Severity.Warning,
                        "table-unreadable",
                        "Every row has a cell more than the header; a heading is missing, and nobody knows which. Add it.",
                        draft.Region
                    )
                );
            }
            return draft;
        }

        private void Write(PipeRow row, bool header)
        {
            var cells = row.Cells;
            draft.AddRow(cells, header);
            foreach (var cell in cells)
            {
                MarkdownMarks.ReadInline(lines, cell, draft.Show);
            }
            if (cells.Count != first.Cells.Count && cells.Count > 0)
            {
                draft.ReportRagged(rows, cells.Count, first.Cells.Count, cells[0].Union(cells[^1]));
            }
        }

        private static bool SameWords(TextLines lines, PipeRow one, PipeRow other) =>
            one.Cells.Count == other.Cells.Count
            && one.Cells.Zip(other.Cells).All(pair => lines.Slice(pair.First).SequenceEqual(lines.Slice(pair.Second)));
    }
}

using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Turns the lines of a text into blocks, the tables found among them in their places. A table's caption and notes are
/// the table's own, not paragraphs.
/// </summary>
internal sealed class LineBlocks(TextLines lines, DocumentBuilder builder, LineMarks marks)
{
    private readonly HashSet<int> ofTables = [];

    public void Write(IReadOnlyList<TableDraft> tables)
    {
        foreach (var draft in tables.Where(draft => !draft.Refused))
        {
            ofTables.UnionWith(draft.Notes.Select(note => lines.LineOf(note.Start)));
            ofTables.Add(draft.Caption is { } caption && IsAlone(caption) ? lines.LineOf(caption.Start) : -1);
        }
        foreach (var span in marks.Hidden)
        {
            builder.Hide(span);
        }
        var from = 0;
        foreach (var draft in tables)
        {
            foreach (var finding in draft.Findings)
            {
                builder.Report(finding);
            }
            if (draft.Refused && !IsWholeLines(draft.Region))
            {
                continue;
            }
            WriteLines(from, draft.Region.Start);
            from = draft.Region.End;
            if (draft.Refused)
            {
                continue;
            }
            foreach (var (span, shown) in draft.Masks)
            {
                builder.Show(span, shown);
            }
            builder.Add(draft.Build());
        }
        WriteLines(from, lines.Text.Length);
    }

    private void WriteLines(int start, int stop)
    {
        var end = stop < lines.Text.Length ? lines.LineOf(stop) : lines.Count;
        var unread = UnreadTables.In(lines, lines.LineOf(start), end);
        unread.ForEach(builder.Report);
        var next = 0;
        for (var line = lines.LineOf(start); line < lines.Count && lines[line].Start <= stop; line++)
        {
            while (next < unread.Count && unread[next].Span!.Value.End < lines[line].Start)
            {
                next++;
            }
            var from = Math.Max(lines[line].Start, start);
            var part = Span.Between(from, Math.Max(from, Math.Min(lines[line].End, stop)));
            if (!marks.IsEmpty(line) && !(next < unread.Count && unread[next].Span!.Value.Start <= lines[line].End))
            {
                WriteLine(line, part);
            }
        }
    }

    /// <summary>A title behind a sentence (…面临挑战。专栏1　主要指标) leaves the sentence text.</summary>
    private bool IsAlone(Span caption)
    {
        var start = lines[lines.LineOf(caption.Start)].Start;
        return !lines.Text.AsSpan(start, caption.Start - start).Contains('。');
    }

    /// <summary>Rows of a table that could not be read are no sentences; one that stands amid a line leaves that line text.</summary>
    private bool IsWholeLines(Span region)
    {
        var (first, last) = (lines.LineOf(region.Start), lines.LineOf(region.End));
        return lines.Trimmed(first).Start >= region.Start && lines.Trimmed(last).End <= region.End;
    }

    private void WriteLine(int line, Span part)
    {
        if (!marks.ShowsMarks)
        {
            InlineMarks.Read(lines.Text, part, builder.Show);
        }
        var span = marks.Trim(lines, part);
        // A box of text that was a table of one cell leaves its bar behind.
        while (!marks.ShowsMarks && span.Length > 1 && lines.Text[span.End - 1] == '|')
        {
            span = lines.Trim(Span.Between(span.Start, span.End - 1));
        }
        if (span.IsEmpty || PageBreak.IsStray(lines.Slice(span)))
        {
            return;
        }
        if (marks.HeadingLevel(line) is { } level)
        {
            builder.Heading(span, level);
        }
        else if (HeadingShape.Read(lines, span) is { } shape)
        {
            builder.Hide(shape.Hidden);
            builder.Heading(span, shape.Level);
        }
        else if (!ofTables.Contains(line))
        {
            builder.Paragraph(span, apart: marks.IsApart(line));
        }
    }
}

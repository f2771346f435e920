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
        foreach (var draft in tables)
        {
            ofTables.UnionWith(draft.Notes.Select(note => lines.LineOf(note.Start)));
            ofTables.Add(draft.Caption is { } caption ? lines.LineOf(caption.Start) : -1);
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
            if (draft.Refused)
            {
                continue;
            }
            WriteLines(from, draft.Region.Start);
            foreach (var (span, shown) in draft.Masks)
            {
                builder.Show(span, shown);
            }
            builder.Add(draft.Build());
            from = draft.Region.End;
        }
        WriteLines(from, lines.Text.Length);
    }

    private void WriteLines(int start, int end)
    {
        for (var line = lines.LineOf(start); line < lines.Count && lines[line].Start <= end; line++)
        {
            var from = Math.Max(lines[line].Start, start);
            var part = Span.Between(from, Math.Max(from, Math.Min(lines[line].End, end)));
            if (!marks.IsEmpty(line))
            {
                WriteLine(line, part);
            }
        }
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
            builder.Paragraph(span);
        }
    }
}

using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>Turns the lines of a plain text into blocks, the tables found among them in their places.</summary>
internal sealed class LineBlocks(TextLines lines, DocumentBuilder builder)
{
    public void Write(IReadOnlyList<TableDraft> tables)
    {
        var from = 0;
        var captions = new HashSet<int>();
        foreach (var draft in tables)
        {
            captions.UnionWith(draft.Notes.Select(note => lines.LineOf(note.Start)));
            captions.Add(draft.Caption is { } caption ? lines.LineOf(caption.Start) : -1);
        }
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
            WriteLines(from, draft.Region.Start, captions);
            foreach (var (span, shown) in draft.Masks)
            {
                builder.Show(span, shown);
            }
            builder.Add(draft.Build());
            from = draft.Region.End;
        }
        WriteLines(from, lines.Text.Length, captions);
    }

    private void WriteLines(int start, int end, HashSet<int> captions)
    {
        for (var line = lines.LineOf(start); line < lines.Count && lines[line].Start <= end; line++)
        {
            var whole = lines[line];
            var span = Span.Between(
                Math.Max(whole.Start, start),
                Math.Max(Math.Min(whole.End, end), Math.Max(whole.Start, start))
            );
            Write(span, captions.Contains(line));
        }
    }

    private void Write(Span line, bool belongsToTable)
    {
        InlineMarks.Read(lines.Text, line, builder.Show);
        var span = InlineMarks.Trim(lines, line);
        if (span.IsEmpty || PageBreak.IsStray(lines.Slice(span)))
        {
            return;
        }
        var heading = HeadingShape.Read(lines, span);
        if (heading is { } marked && !marked.Hidden.IsEmpty)
        {
            builder.Hide(marked.Hidden);
        }
        if (heading is { } shape)
        {
            builder.Heading(span, shape.Level);
        }
        else if (!belongsToTable)
        {
            builder.Paragraph(span);
        }
    }
}

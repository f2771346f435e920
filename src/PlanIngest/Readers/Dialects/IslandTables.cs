using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>Follows the tags from one &lt;table&gt; to its end and puts the tables found, inner ones first, into a list.</summary>
internal sealed class IslandTables(TextLines lines, List<TableDraft> found)
{
    private readonly Stack<Frame> open = [];

    /// <summary>Reads to the end of the table and returns the offset behind it.</summary>
    public int ReadFrom(HtmlTag table)
    {
        var text = lines.Text;
        var (at, lastTag) = (table.Span.End, table.Span.End);
        open.Push(new Frame(table.Span.Start));
        while (open.Count > 0)
        {
            var step = text.AsSpan(at).IndexOf('<');
            if (step < 0)
            {
                Cut(lastTag);
                return lastTag;
            }
            at += step;
            if (HtmlTag.At(text, at, text.Length) is not { } tag)
            {
                at++;
                continue;
            }
            Follow(tag);
            at = tag.Span.End;
            lastTag = at;
        }
        return at;
    }

    private void Follow(HtmlTag tag)
    {
        var frame = open.Peek();
        switch (tag.Name)
        {
            case "table" when tag.IsEnd:
                frame.CloseCell(lines, tag.Span.Start);
                Finish(tag.Span.End);
                break;
            case "table":
                frame.HasInner = true;
                open.Push(new Frame(tag.Span.Start));
                break;
            case "tr":
            case "thead":
            case "tbody":
            case "tfoot":
                frame.CloseCell(lines, tag.Span.Start);
                if (tag is { Name: "tr", IsEnd: false })
                {
                    frame.Placer.NextRow();
                }
                break;
            case "td":
            case "th":
            case "caption":
                frame.CloseCell(lines, tag.Span.Start);
                if (!tag.IsEnd)
                {
                    frame.Cell = tag;
                }
                break;
            default:
                break;
        }
    }

    /// <summary>The text ends before the table does: what stands of it is read, and said to be cut.</summary>
    private void Cut(int end)
    {
        while (open.Count > 0)
        {
            open.Peek().CloseCell(lines, Math.Max(end, lines[lines.LineOf(end)].End));
            open.Peek()
                .Draft.Report(TableCut.Finding(Span.Between(open.Peek().Start, end), "The table has no end tag"));
            Finish(Math.Max(end, lines[lines.LineOf(end)].End));
        }
    }

    private void Finish(int end)
    {
        var frame = open.Pop();
        var draft = frame.Draft;
        draft.Region = Span.Between(frame.Start, end);
        if (frame.Placer.TooWide)
        {
            draft.Refuse(TooWide.Finding(draft.Region));
            found.Add(draft);
        }
        else if (!frame.HasInner && draft.Columns > 1)
        {
            InlineMarks.Read(lines.Text, draft.Region, draft.Show);
            found.Add(draft);
        }
    }

    private sealed class Frame(int start)
    {
        public int Start { get; } = start;
        public TableDraft Draft { get; } = new();
        public CellPlacer Placer { get; } = new(ReaderLimits.Default.Columns);
        public bool HasInner { get; set; }
        public HtmlTag? Cell { get; set; }

        public void CloseCell(TextLines lines, int end)
        {
            if (Cell is not { } tag)
            {
                return;
            }
            Cell = null;
            var span = InlineMarks.Trim(lines, Span.Between(tag.Span.End, end));
            if (tag.Name == "caption")
            {
                Draft.Caption = span;
                return;
            }
            var (rows, columns) = (tag.Number(lines.Text, "rowspan", 1), tag.Number(lines.Text, "colspan", 1));
            if (Placer.Place(rows, columns) is { } place)
            {
                Draft.Add(
                    new Cell(place.Row, place.Column, span)
                    {
                        RowSpan = place.RowSpan,
                        ColumnSpan = place.ColumnSpan,
                        Header = tag.Name == "th",
                    }
                );
            }
        }
    }
}

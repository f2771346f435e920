using PlanIngest.Model;

namespace PlanIngest.Host.Review.Pages;

/// <summary>
/// The text of a document as a reader sees it, tables as tables, with every value marked. Each block and cell says
/// where in the text it begins (<c>data-at</c>), so that the script can light any stretch and find a selection again.
/// </summary>
public sealed class SourceView
{
    private readonly Document document;
    private readonly HtmlWriter html;
    private readonly IReadOnlyList<ValueMark> marks;
    private int next;
    private int page;

    private SourceView(ReviewedDocument reviewed, HtmlWriter html)
    {
        (document, this.html) = (reviewed.Document, html);
        marks = ValueMark.Of(reviewed);
    }

    public static void Write(ReviewedDocument reviewed, HtmlWriter html)
    {
        var view = new SourceView(reviewed, html);
        foreach (var block in reviewed.Document.Blocks)
        {
            view.Write(block);
        }
    }

    private void Write(Block block)
    {
        if (block.Place?.Page is { } at && at != page)
        {
            page = at;
            html.Write($"<p class=\"page\" role=\"separator\">{at}</p>");
        }
        switch (block)
        {
            case Heading heading:
                html.Write(
                    $"<p class=\"heading h{Math.Clamp(heading.Level, 1, 4)}\" data-at=\"{heading.Span.Start}\">"
                );
                Stretch(heading.Span);
                html.Write($"</p>\n");
                break;
            case Table table:
                Write(table);
                break;
            default:
                html.Write($"<p data-at=\"{block.Span.Start}\">");
                Stretch(block.Span);
                html.Write($"</p>\n");
                break;
        }
    }

    private void Write(Table table)
    {
        html.Write($"<div class=\"table\"><table>");
        if (table.Caption is { } caption && !caption.IsEmpty)
        {
            html.Write($"<caption data-at=\"{caption.Start}\">");
            Stretch(caption);
            html.Write($"</caption>");
        }
        var row = -1;
        foreach (var cell in table.Cells)
        {
            if (cell.Row != row)
            {
                if (row >= 0)
                {
                    html.Write($"</tr>\n");
                }
                html.Write($"<tr>");
                row = cell.Row;
            }
            html.Write($"<td data-at=\"{cell.Span.Start}\"");
            if (cell.RowSpan > 1)
            {
                html.Write($" rowspan=\"{cell.RowSpan}\"");
            }
            if (cell.ColumnSpan > 1)
            {
                html.Write($" colspan=\"{cell.ColumnSpan}\"");
            }
            html.Write($">");
            Stretch(cell.Span);
            html.Write($"</td>");
        }
        html.Write($"</tr></table></div>\n");
    }

    /// <summary>A stretch of the text, its marks in it. Blocks mostly come in text order, so the marks do too.</summary>
    private void Stretch(Span span)
    {
        if (span.IsEmpty)
        {
            return;
        }
        if (next > 0 && marks[next - 1].Span.End > span.Start)
        {
            next = 0;
        }
        while (next < marks.Count && marks[next].Span.End <= span.Start)
        {
            next++;
        }
        var at = span.Start;
        for (; next < marks.Count && marks[next].Span.Start < span.End; next++)
        {
            var (mark, records, classes) = marks[next];
            var from = Math.Max(mark.Start, at);
            var to = Math.Min(mark.End, span.End);
            html.Text(document.Read(Span.Between(at, from)));
            html.Write(
                $"<mark class=\"{classes}\" data-r=\"{records}\">{document.Read(Span.Between(from, to))}</mark>"
            );
            at = to;
            if (mark.End > span.End)
            {
                break;
            }
        }
        html.Text(document.Read(Span.Between(at, span.End)));
    }
}

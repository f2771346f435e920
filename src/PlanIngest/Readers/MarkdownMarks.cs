using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Runs Markdig over a text and notes what it finds as <see cref="LineMarks"/>. The text goes to it in pieces cut at
/// blank lines: its nesting limit throws, and some of its parsers take time that grows with the square of what they
/// are given. Tables are not its business; their place is blank in what it gets.
/// </summary>
internal static class MarkdownMarks
{
    /// <summary>A piece is ended at the next blank line behind this.</summary>
    private const int Piece = 6_000;

    /// <summary>No piece is longer: Markdig refuses inlines nested 10 000 deep, which so short a text cannot hold.</summary>
    private const int LongestPiece = 8_192;

    /// <summary>A piece with more opening brackets is no text; each is tried as the start of a link.</summary>
    private const int MostBrackets = 512;

    // Single ~ is a range in these documents (2~3), never a subscript.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePreciseSourceLocation()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .UseMathematics()
        .Build();

    /// <param name="lines">The text as it is.</param>
    /// <param name="masked">The same with tables blanked out.</param>
    public static LineMarks Read(TextLines lines, string masked)
    {
        var marks = new LineMarks();
        for (var start = 0; start < masked.Length; )
        {
            var end = EndOfPiece(masked, start);
            var piece = masked.AsSpan(start, end - start);
            if (!piece.IsWhiteSpace() && piece.Count('[') <= MostBrackets)
            {
                Note(Markdown.Parse(piece.ToString(), Pipeline), start, lines, marks);
            }
            start = end;
        }
        return marks;
    }

    /// <summary>The marks within a stretch that is one run of words (a table cell).</summary>
    public static void ReadInline(TextLines lines, Span stretch, Action<Span, char> show)
    {
        var text = lines.Slice(stretch);
        if (!text.ContainsAny(InlineSigns) || text.Length > LongestPiece || text.Count('[') > MostBrackets)
        {
            return;
        }
        var marks = new LineMarks();
        foreach (var block in Markdown.Parse(text.ToString(), Pipeline).OfType<ParagraphBlock>())
        {
            Note(block.Inline, stretch.Start, lines.Text, marks);
        }
        foreach (var hidden in marks.Hidden)
        {
            show(hidden, Document.Hidden);
        }
    }

    private static readonly System.Buffers.SearchValues<char> InlineSigns = System.Buffers.SearchValues.Create(
        "*_`[\\~"
    );

    private static int EndOfPiece(string text, int start)
    {
        var longest = Math.Min(text.Length, start + LongestPiece);
        if (longest == text.Length)
        {
            return longest;
        }
        var blank = text.AsSpan(start + Piece, longest - start - Piece).IndexOf("\n\n");
        if (blank >= 0)
        {
            return start + Piece + blank + 2;
        }
        var line = text.AsSpan(start, longest - start).LastIndexOf('\n');
        return line > 0 ? start + line + 1 : longest;
    }

    private static void Note(ContainerBlock parent, int at, TextLines lines, LineMarks marks)
    {
        foreach (var block in parent)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    NoteHeading(heading, at, lines, marks);
                    break;
                case FencedCodeBlock fence when fence is not Markdig.Extensions.Mathematics.MathBlock:
                    HideLine(at + fence.Span.Start, lines, marks);
                    HideLine(at + Math.Max(fence.Span.End, fence.Span.Start), lines, marks);
                    break;
                case ThematicBreakBlock rule:
                    HideLine(at + rule.Span.Start, lines, marks);
                    break;
                case ListItemBlock item when item.Parent is ListBlock { IsOrdered: false }:
                    marks.Hide(new Span(at + item.Span.Start, 1));
                    Note(item, at, lines, marks);
                    break;
                case ContainerBlock container:
                    Note(container, at, lines, marks);
                    break;
                case LeafBlock { Inline: { } inline }:
                    Note(inline, at, lines.Text, marks);
                    break;
                default:
                    break;
            }
        }
    }

    private static void NoteHeading(HeadingBlock heading, int at, TextLines lines, LineMarks marks)
    {
        var first = lines.LineOf(at + heading.Span.Start);
        marks.SetHeading(first, heading.Level);
        if (heading.IsSetext)
        {
            HideLine(at + heading.Span.End, lines, marks);
        }
        else if (heading.Inline?.FirstChild is { } title)
        {
            marks.Hide(Span.Between(at + heading.Span.Start, Math.Max(at + heading.Span.Start, at + title.Span.Start)));
            var end = heading.Inline.LastChild!.Span.End + 1;
            marks.Hide(Span.Between(at + end, Math.Max(at + end, lines[first].End)));
        }
        if (heading.Inline is { } inline)
        {
            Note(inline, at, lines.Text, marks);
        }
    }

    private static void HideLine(int offset, TextLines lines, LineMarks marks)
    {
        var line = lines.LineOf(Math.Min(offset, lines.Text.Length));
        marks.Hide(lines[line]);
        marks.SetEmpty(line);
    }

    private static void Note(ContainerInline? parent, int at, string text, LineMarks marks)
    {
        for (var inline = parent?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            var span = Span.Between(at + inline.Span.Start, at + inline.Span.End + 1);
            if (span.Start < at || span.End > text.Length)
            {
                continue;
            }
            switch (inline)
            {
                case EmphasisInline emphasis:
                    HideEnds(span, emphasis.DelimiterCount, marks);
                    Note(emphasis, at, text, marks);
                    break;
                case LinkInline { IsImage: true }:
                    marks.Hide(span);
                    break;
                case LinkInline { FirstChild: { } label } link:
                    marks.Hide(Span.Between(span.Start, at + label.Span.Start));
                    marks.Hide(Span.Between(at + link.LastChild!.Span.End + 1, span.End));
                    Note(link, at, text, marks);
                    break;
                case CodeInline code:
                    HideEnds(span, code.DelimiterCount, marks);
                    break;
                case AutolinkInline:
                    HideEnds(span, 1, marks);
                    break;
                case LiteralInline { IsFirstCharacterEscaped: true } when text[span.Start] == '\\':
                    marks.Hide(new Span(span.Start, 1));
                    break;
                case ContainerInline container:
                    Note(container, at, text, marks);
                    break;
                default:
                    break;
            }
        }
    }

    private static void HideEnds(Span span, int count, LineMarks marks)
    {
        if (span.Length > 2 * count)
        {
            marks.Hide(new Span(span.Start, count));
            marks.Hide(new Span(span.End - count, count));
        }
    }
}

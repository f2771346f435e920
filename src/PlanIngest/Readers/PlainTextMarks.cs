using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>The marks converters leave in plain text: comments, and bold as <c>**words**</c> within a line.</summary>
internal static class PlainTextMarks
{
    private const string Bold = "**";

    public static LineMarks Read(TextLines lines)
    {
        var marks = new LineMarks();
        HideComments(lines, marks);
        HideBold(lines, marks);
        return marks;
    }

    /// <summary>Each line of a comment by itself.</summary>
    public static void HideComments(TextLines lines, LineMarks marks)
    {
        var text = lines.Text;
        for (var at = text.IndexOf("<!--", StringComparison.Ordinal); at >= 0; )
        {
            var close = text.IndexOf("-->", at, StringComparison.Ordinal);
            if (close < 0)
            {
                return;
            }
            var comment = Span.Between(at, close + 3);
            for (var line = lines.LineOf(at); line < lines.Count && lines[line].Start < comment.End; line++)
            {
                var start = Math.Max(lines[line].Start, comment.Start);
                marks.Hide(Span.Between(start, Math.Max(start, Math.Min(lines[line].End, comment.End))));
            }
            at = text.IndexOf("<!--", comment.End, StringComparison.Ordinal);
        }
    }

    private static void HideBold(TextLines lines, LineMarks marks)
    {
        var text = lines.Text;
        for (
            var at = text.IndexOf(Bold, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(Bold, at, StringComparison.Ordinal)
        )
        {
            var rest = text.AsSpan(at + 2, lines[lines.LineOf(at)].End - at - 2);
            var close = rest.IndexOf(Bold);
            if (close > 0 && rest[0] is not (' ' or '*') && rest[close - 1] != ' ')
            {
                marks.Hide(new Span(at, 2));
                marks.Hide(new Span(at + 2 + close, 2));
                at += close + 4;
            }
            else
            {
                at += 2;
            }
        }
    }
}

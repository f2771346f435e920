using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>What the end of a line means in a document: see <see cref="Of"/>.</summary>
internal enum LineEnds
{
    /// <summary>A line is a paragraph; where one is open at its end, its page broke it.</summary>
    Paragraphs,

    /// <summary>Most lines are open and as long as each other: text wrapped at a width.</summary>
    Wraps,

    /// <summary>Most lines are open and of any length: the source lost its full stops to line ends.</summary>
    Stops,
}

internal static class LineEndsReader
{
    private const string Marks = "。！？；：.!?;:|｜”】）)";

    extension(LineEnds)
    {
        /// <summary>By the lines that are long enough to be text: do they end in a mark, and if not, at one width?</summary>
        public static LineEnds Of(Document document, PassageLimits limits)
        {
            var open = new List<int>();
            var closed = 0;
            foreach (var paragraph in document.Blocks.OfType<Paragraph>())
            {
                var line = document.Shown.AsSpan(paragraph.Span.Start, paragraph.Span.Length).Trim();
                if (line.Length < limits.TextLine)
                {
                    continue;
                }
                if (Marks.Contains(line[^1]))
                {
                    closed++;
                }
                else
                {
                    open.Add(line.Length);
                }
            }
            if (open.Count < limits.FewLines || open.Count < closed)
            {
                return LineEnds.Paragraphs;
            }
            open.Sort();
            var width = open[open.Count * 9 / 10];
            var full = open.Count(length => Math.Abs(length - width) <= limits.WidthVaries);
            return full * 2 > open.Count ? LineEnds.Wraps : LineEnds.Stops;
        }
    }
}

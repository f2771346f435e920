using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>Puts running text into a composed document: each line a heading or a paragraph, blank lines left out.</summary>
public static class Prose
{
    /// <param name="builder">A composing builder.</param>
    /// <param name="text">One or more lines.</param>
    /// <param name="level">Of a heading as the format marks it; 0 where it marks none: then the line's shape decides.</param>
    /// <param name="place">Of each line.</param>
    public static void Write(DocumentBuilder builder, string text, int level, Place? place = null)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf('\n');
            var line = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (line.IsEmpty)
            {
                continue;
            }
            var shown = level > 0 ? level : HeadingShape.LevelOf(line);
            var span = builder.Append(line);
            builder.Append("\n");
            if (shown > 0)
            {
                builder.Heading(span, shown, place);
            }
            else
            {
                builder.Paragraph(span, place);
            }
        }
    }
}

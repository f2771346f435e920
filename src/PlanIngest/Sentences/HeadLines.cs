using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// The opening and closing lines of a document, where it says what it is: trimmed, list and Markdown marks and blanks
/// between Chinese characters taken out, furniture of saved pages left out. Table cells count as lines of the opening
/// (metadata stands in them) but not of <see cref="Titles"/>.
/// </summary>
internal sealed record HeadLines(
    IReadOnlyList<string> Opening,
    IReadOnlyList<string> Titles,
    IReadOnlyList<string> Closing
)
{
    /// <summary>Title, number, addressee and the first paragraphs stand within this many lines.</summary>
    private const int OpeningLines = 60;

    /// <summary>A signature and its date stand within this many lines of the end.</summary>
    private const int ClosingLines = 15;

    /// <summary>No title, label or signature is longer; more of a paragraph is not needed.</summary>
    private const int LongestLine = 300;

    public static HeadLines Of(Document document)
    {
        string[] opening = [.. Lines(document, document.Blocks).Take(OpeningLines)];
        string[] titles = [.. Lines(document, document.Blocks.Where(block => block is not Table)).Take(OpeningLines)];
        var closing = new List<string>();
        for (var at = document.Blocks.Count - 1; at >= 0 && closing.Count < ClosingLines; at--)
        {
            if (document.Blocks[at] is not Table)
            {
                closing.InsertRange(0, Lines(document, [document.Blocks[at]]));
            }
        }
        return new HeadLines(opening, titles, closing);
    }

    private static IEnumerable<string> Lines(Document document, IEnumerable<Block> blocks) =>
        blocks
            .SelectMany(block =>
                block is Table table ? table.Cells.Take(OpeningLines).Select(cell => cell.Span) : [block.Span]
            )
            .SelectMany(span => Split(document, span))
            .Where(line => line.Length > 0 && !HeadWords.Furniture.Contains(line));

    private static IEnumerable<string> Split(Document document, Span span)
    {
        var start = span.Start;
        while (start < span.End)
        {
            var stop = document.Shown.IndexOf('\n', start, span.End - start);
            stop = stop < 0 ? span.End : stop;
            var cut = Span.Between(start, Math.Min(stop, start + LongestLine));
            yield return Tidy(document.Read(cut));
            start = stop + 1;
        }
    }

    /// <summary>Without marks at its beginning and without blanks, but for one between two words of Latin letters.</summary>
    private static string Tidy(string line)
    {
        var text = line.Trim().TrimStart('#', '*', '>', '-', ' ').TrimEnd('*', ' ').Trim();
        var tidy = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (
                !char.IsWhiteSpace(text[at])
                || (char.IsAsciiLetter(text[at - 1]) && at + 1 < text.Length && char.IsAsciiLetter(text[at + 1]))
            )
            {
                tidy.Append(text[at]);
            }
            else if (tidy.Length > 0 && tidy[^1] != '\u3000')
            {
                tidy.Append('\u3000');
            }
        }
        return tidy.ToString();
    }
}

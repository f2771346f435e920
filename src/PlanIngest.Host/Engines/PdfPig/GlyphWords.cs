using PlanIngest.Readers.Pdf;

namespace PlanIngest.Host.Engines.PdfPig;

/// <summary>
/// A character as it is drawn: its origin on the base line and the direction of writing, in points from the top left of
/// the page, y down.
/// </summary>
public readonly record struct Glyph(
    string Text,
    double X,
    double Y,
    double DirectionX,
    double DirectionY,
    double Advance,
    double Size,
    string Font,
    WordMarks Marks
);

/// <summary>Glyphs on their way to become words: a word ends where the writing jumps, leaves white, or changes font.</summary>
public sealed class GlyphWords
{
    /// <summary>The white between two words, in parts of the size: a narrow space is 0.2, tracking stays under 0.12.</summary>
    private const double Gap = 0.17;

    /// <summary>How far the next glyph of a word may go back (kerning, accents), in parts of the size.</summary>
    private const double Overlap = 0.5;

    /// <summary>How far the next glyph of a word may stand off its base line, in parts of the size.</summary>
    private const double Shift = 0.2;

    /// <summary>How far ink reaches over and under the base line, in parts of the size.</summary>
    private const double Ascent = 0.8;
    private const double Descent = 0.2;

    /// <summary>Sine of 3 degrees: writing further off the level is askew.</summary>
    private const double Askew = 0.052;

    /// <summary>The densest page of small print has 5000 words; more is an attack or a picture made of letters.</summary>
    private const int MostWords = 20_000;

    private readonly List<PageWord> words = [];
    private readonly System.Text.StringBuilder text = new();
    private Glyph first;
    private (double X, double Y) end;

    public IReadOnlyList<PageWord> Words => words;

    /// <summary>There were more words than any honest page has, and not all of them are here.</summary>
    public bool Crowded { get; private set; }

    public void Add(in Glyph glyph)
    {
        if (text.Length > 0 && !Follows(glyph))
        {
            End();
        }
        if (text.Length == 0)
        {
            first = glyph;
        }
        text.Append(glyph.Text);
        end = (glyph.X + (glyph.DirectionX * glyph.Advance), glyph.Y + (glyph.DirectionY * glyph.Advance));
    }

    /// <summary>A word ends here, whatever follows.</summary>
    public void End()
    {
        var word = text.ToString();
        text.Clear();
        if (string.IsNullOrWhiteSpace(word))
        {
            return;
        }
        if (words.Count >= MostWords)
        {
            Crowded = true;
            return;
        }
        words.Add(new PageWord(word, Box(), first.Size, Turn(), first.Font, first.Marks));
    }

    /// <summary>A picture is drawn over what is there by now.</summary>
    public void Cover(Rect picture)
    {
        End();
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (picture.Holds(word.Box.MiddleX, word.Box.MiddleY))
            {
                words[at] = word with { Marks = word.Marks | WordMarks.Covered };
            }
        }
    }

    private bool Follows(in Glyph next)
    {
        var (dx, dy) = (next.X - end.X, next.Y - end.Y);
        var along = (dx * next.DirectionX) + (dy * next.DirectionY);
        var across = Math.Abs((dx * next.DirectionY) - (dy * next.DirectionX));
        return next.Font == first.Font
            && next.Marks == first.Marks
            && Math.Abs(next.Size - first.Size) < 0.1
            && (next.DirectionX * first.DirectionX) + (next.DirectionY * first.DirectionY) > 0.99
            && across <= Shift * next.Size
            && along <= Gap * next.Size
            && along >= -Overlap * next.Size;
    }

    private Rect Box()
    {
        // Up from the base line is the direction of writing turned left; with y down that is (y, -x).
        var (upX, upY) = (first.DirectionY * first.Size, -first.DirectionX * first.Size);
        var high = new Rect(
            Math.Min(first.X, end.X) + Math.Min(upX * Ascent, -upX * Descent),
            Math.Min(first.Y, end.Y) + Math.Min(upY * Ascent, -upY * Descent),
            Math.Max(first.X, end.X) + Math.Max(upX * Ascent, -upX * Descent),
            Math.Max(first.Y, end.Y) + Math.Max(upY * Ascent, -upY * Descent)
        );
        return high;
    }

    private int Turn()
    {
        var (x, y) = (first.DirectionX, first.DirectionY);
        return Math.Min(Math.Abs(x), Math.Abs(y)) > Askew ? PageWords.Askew
            : Math.Abs(x) >= Math.Abs(y) ? (x >= 0 ? 0 : 2)
            : y > 0 ? 1
            : 3;
    }
}

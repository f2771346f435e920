namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Whether a line goes on the paragraph of the line before it. Chinese paragraphs begin with an indent of two
/// characters and end with a line that stops short; headings and list marks begin one of their own.
/// </summary>
internal static class Paragraphs
{
    /// <summary>In em: an indent of one letter is a slip, of two characters a paragraph.</summary>
    private const double Indent = 1.2;

    /// <summary>In em: a full line may end this far from the side, where a word or a sign did not fit.</summary>
    private const double ShortEnd = 2.6;

    /// <summary>Larger writing than the line before by this share is a heading's.</summary>
    private const double OtherSize = 0.08;

    /// <summary>In heights of a line: white between paragraphs set apart.</summary>
    private const double Apart = 1.35;

    /// <param name="above">The last line so far.</param>
    /// <param name="aboveStarts">The line above is the first of its paragraph.</param>
    /// <param name="line">The line in question.</param>
    /// <param name="newPage">It is the first of another page or column.</param>
    public static bool GoesOn(LineItem above, bool aboveStarts, LineItem line, bool newPage)
    {
        var size = above.Line.Size;
        if (Math.Abs(line.Line.Size - size) > OtherSize * size || IsBold(above.Line) != IsBold(line.Line))
        {
            return false;
        }
        var text = line.Line.Text();
        if (DialectWords.IsUnit(text) || DialectWords.IsUnit(above.Line.Text()))
        {
            return false;
        }
        if (ListMark.Read(text) is { Kind: not ListMarkKind.Arabic })
        {
            return false;
        }
        var last = above.Line.Text()[^1];
        if (newPage)
        {
            return last is not ('。' or '！' or '？' or '；' or '：' or '.' or ':' or ';' or '!' or '?')
                && above.Line.Box.X1 > above.Right - ShortEnd * size
                && line.Line.Box.X0 < line.Left + Indent * size;
        }
        if (line.Line.Box.Y0 - above.Line.Box.Y1 > Apart * size)
        {
            return false;
        }
        var indented = line.Line.Box.X0 > line.Left + Indent * size;
        var aboveIndented = above.Line.Box.X0 > above.Left + Indent * size;
        if (indented && !(aboveIndented && !aboveStarts && last is not '。'))
        {
            return IsCentred(above) && IsCentred(line) && last is not ('。' or '：');
        }
        return above.Line.Box.X1 > above.Right - ShortEnd * size;
    }

    /// <summary>The white at both sides is the same, and more than an indent: the lines of a title.</summary>
    public static bool IsCentred(LineItem item)
    {
        var (left, right) = (item.Line.Box.X0 - item.Left, item.Right - item.Line.Box.X1);
        return left > 3 * item.Line.Size && Math.Abs(left - right) < 2 * item.Line.Size;
    }

    public static bool IsBold(TextLine line)
    {
        var bold = line.Words.Sum(word => (word.Marks & WordMarks.Bold) != 0 ? word.Text.Length : 0);
        return bold * 2 > line.Words.Sum(word => word.Text.Length);
    }
}

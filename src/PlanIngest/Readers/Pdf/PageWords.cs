namespace PlanIngest.Readers.Pdf;

/// <summary>
/// The words of a page made ready: characters meant, hidden and doubled words left out, spaced figures joined, the page
/// turned so that most of its writing is upright. Writing askew is a watermark or a stamp and is left out.
/// </summary>
public static class PageWords
{
    /// <summary>An engine's mark for writing that is neither level nor upright.</summary>
    public const int Askew = 4;

    /// <summary>Bold is imitated by drawing twice this near, in em.</summary>
    private const double Doubled = 0.2;

    /// <summary>White between figures set apart to fill a line, in em; between numbers it is wider.</summary>
    private const double SpacedFigures = 0.55;

    public static PdfPage Prepare(PdfPage page)
    {
        var turned = PageTurn.Upright(page);
        var words = new List<PageWord>(turned.Words.Count);
        foreach (var word in turned.Words)
        {
            if (word.Turn == Askew || (word.Marks & (WordMarks.Invisible | WordMarks.Covered)) != 0)
            {
                continue;
            }
            var text = PageCharacters.Mean(word.Text);
            if (text.Length > 0 && IsOn(word.Box, turned))
            {
                words.Add(word with { Text = text });
            }
        }
        return turned with { Words = JoinFigures(WithoutDoubles(words)) };
    }

    private static bool IsOn(Rect box, PdfPage page) =>
        box.MiddleX > 0 && box.MiddleY > 0 && box.MiddleX < page.Width && box.MiddleY < page.Height;

    private static List<PageWord> WithoutDoubles(List<PageWord> words)
    {
        var seen = new Dictionary<(string Text, int X, int Y), List<Rect>>();
        var kept = new List<PageWord>(words.Count);
        foreach (var word in words)
        {
            // A cell of the grid is four points, so near twins are in it or just over its side.
            var near = Doubled * word.Size;
            var (x, y) = ((int)(word.Box.X0 / 4), (int)(word.Box.Y0 / 4));
            var isDouble = false;
            for (var dx = -1; dx <= 1 && !isDouble; dx++)
            {
                for (var dy = -1; dy <= 1 && !isDouble; dy++)
                {
                    isDouble =
                        seen.TryGetValue((word.Text, x + dx, y + dy), out var others)
                        && others.Exists(box =>
                            Math.Abs(box.X0 - word.Box.X0) < near && Math.Abs(box.Y0 - word.Box.Y0) < near
                        );
                }
            }
            if (!isDouble)
            {
                kept.Add(word);
                if (!seen.TryGetValue((word.Text, x, y), out var list))
                {
                    seen[(word.Text, x, y)] = list = [];
                }
                list.Add(word.Box);
            }
        }
        return kept;
    }

    /// <summary>Reads 2 0 2 5 年 as 2025 年 where each figure was drawn apart; three in a row at least.</summary>
    private static List<PageWord> JoinFigures(List<PageWord> words)
    {
        var joined = new List<PageWord>(words.Count);
        for (var at = 0; at < words.Count; )
        {
            var end = at + 1;
            while (
                end < words.Count
                && IsFigure(words[end - 1])
                && IsFigure(words[end])
                && Follows(words[end - 1], words[end])
            )
            {
                end++;
            }
            if (end - at < 3)
            {
                joined.AddRange(words.GetRange(at, end - at));
            }
            else
            {
                var run = words.GetRange(at, end - at);
                joined.Add(
                    run[0] with
                    {
                        Text = string.Concat(run.Select(word => word.Text)),
                        Box = run.Select(word => word.Box).Aggregate((a, b) => a.Union(b)),
                    }
                );
            }
            at = end;
        }
        return joined;
    }

    private static bool IsFigure(PageWord word) =>
        word is { Text.Length: 1, Turn: 0 } && (char.IsDigit(word.Text[0]) || word.Text[0] is '.' or '．');

    private static bool Follows(PageWord left, PageWord right)
    {
        var gap = right.Box.X0 - left.Box.X1;
        return Math.Abs(left.Box.Y1 - right.Box.Y1) < 1 && gap >= 0 && gap < SpacedFigures * left.Size;
    }
}

namespace PlanIngest.Readers.Pdf;

/// <summary>Headings by how they are set: larger than the body, or bold and short. Shapes of words are told elsewhere.</summary>
internal static class Headings
{
    /// <summary>Headings are short.</summary>
    private const int Longest = 60;
    private const int LongestBold = 30;

    /// <summary>Larger than the body by this factor: a size of Chinese type is a seventh more than the next.</summary>
    private const double Larger = 1.13;

    /// <summary>The size of a title.</summary>
    private const double Title = 1.4;

    /// <summary>The size most letters of the document are set in.</summary>
    public static double BodySize(IEnumerable<PdfPage> pages)
    {
        var letters = new SortedDictionary<double, int>();
        foreach (var word in pages.SelectMany(page => page.Words))
        {
            var size = Math.Round(word.Size * 2) / 2;
            letters[size] = letters.GetValueOrDefault(size) + word.Text.Length;
        }
        return letters.Count == 0 ? 0 : letters.MaxBy(pair => pair.Value).Key;
    }

    /// <summary>From 1; 0 where the setting marks none. Refuses sentences, figures and what ends in a colon.</summary>
    public static int Level(string text, LineItem first, double bodySize)
    {
        if (
            text.Length > Longest
            || text[^1] is '。' or '；' or '：' or ':' or '，' or ',' or ';'
            || !text.Any(char.IsLetter)
        )
        {
            return 0;
        }
        var size = first.Line.Size;
        if (size > Larger * bodySize)
        {
            return size > Title * bodySize ? 1 : 2;
        }
        var alone = text.Length <= LongestBold && !text.Any(char.IsDigit);
        return alone && Paragraphs.IsBold(first.Line) && size > 0.95 * bodySize ? 5 : 0;
    }
}

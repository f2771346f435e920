namespace PlanIngest.Readers.Pdf;

/// <summary>
/// What belongs to the pages and not to the text: running heads and feet, page numbers, watermarks. Told by standing
/// at the same place of several pages, by the form of page numbers, and by the file's own marks.
/// </summary>
public static class Furniture
{
    /// <summary>Heads and feet stand in this part of the page's height from its edges.</summary>
    private const double Margin = 0.12;

    /// <summary>The outermost lines looked at on each page, above and below.</summary>
    private const int Lines = 3;

    /// <summary>The same words within this many points of the same place are the same furniture.</summary>
    private const double SamePlace = 6;

    public static IReadOnlyList<PdfPage> Remove(IReadOnlyList<PdfPage> pages)
    {
        var outer = pages.Select(Outer).ToList();
        var seen = new Dictionary<string, List<(int Page, double Y)>>(StringComparer.Ordinal);
        for (var i = 0; i < pages.Count; i++)
        {
            foreach (var line in outer[i])
            {
                var key = Pattern(line.Text());
                if (!seen.TryGetValue(key, out var places))
                {
                    seen[key] = places = [];
                }
                places.Add((i, line.Box.Y0));
            }
        }
        var marks = Watermarks(pages);
        return [.. pages.Select((page, i) => Without(page, outer[i], i, seen, marks))];
    }

    private static PdfPage Without(
        PdfPage page,
        IReadOnlyList<TextLine> outer,
        int index,
        Dictionary<string, List<(int Page, double Y)>> seen,
        HashSet<(string Text, int X, int Y)> marks
    )
    {
        var artifacts = page.Words.Count(word => (word.Marks & WordMarks.Artifact) != 0) < page.Words.Count / 2;
        var gone = new HashSet<PageWord>();
        foreach (var line in outer)
        {
            var text = line.Text();
            var repeats = seen[Pattern(text)]
                .Where(place => place.Page != index && Math.Abs(place.Y - line.Box.Y0) < SamePlace)
                .Select(place => place.Page)
                .Distinct()
                .Count();
            var marked = artifacts && line.Words.All(word => (word.Marks & WordMarks.Artifact) != 0);
            if (repeats >= 2 || (repeats == 1 && IsNear(seen[Pattern(text)], index)) || IsPageNumber(text) || marked)
            {
                gone.UnionWith(line.Words);
            }
        }
        return page with { Words = [.. page.Words.Where(word => !gone.Contains(word) && !marks.Contains(Key(word)))] };
    }

    /// <summary>With two pages alike it is a running head only when they are neighbours or facing a page between.</summary>
    private static bool IsNear(List<(int Page, double Y)> places, int index) =>
        places.Any(place => place.Page != index && Math.Abs(place.Page - index) <= 2);

    private static IReadOnlyList<TextLine> Outer(PdfPage page)
    {
        var lines = LineBuilder.Build(page.Words.Where(word => word.Turn == 0));
        var top = lines.Take(Lines).Where(line => line.Box.Y1 < Margin * page.Height);
        var bottom = lines.TakeLast(Lines).Where(line => line.Box.Y0 > (1 - Margin) * page.Height);
        return [.. top.Concat(bottom)];
    }

    /// <summary>The words with every run of figures as one sign: page numbers count on.</summary>
    private static string Pattern(string text)
    {
        var pattern = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var sign = char.IsDigit(c) ? '#' : c;
            if (!char.IsWhiteSpace(c) && !(sign == '#' && length > 0 && pattern[length - 1] == '#'))
            {
                pattern[length++] = sign;
            }
        }
        return new string(pattern, 0, length);
    }

    /// <summary>Reads 12, - 12 -, —12—, 第 12 页, 第12页 共30页, Page 3 of 7, 3/7, ⅳ; refuses 2025年, 12.5.</summary>
    private static bool IsPageNumber(string text) =>
        Pattern(text).Trim('-', '—', '－', '–', '·', '~', '～', '•', '|', '(', ')', '（', '）')
            is "#"
                or "第#页"
                or "第#页共#页"
                or "第#页/共#页"
                or "第#页,共#页"
                or "第#页，共#页"
                or "共#页第#页"
                or "Page#"
                or "Page#of#"
                or "#/#"
                or "#of#"
                or "p.#"
                or "P.#";

    /// <summary>Large words at the very same place of three pages and more.</summary>
    private static HashSet<(string Text, int X, int Y)> Watermarks(IReadOnlyList<PdfPage> pages)
    {
        var usual = pages.SelectMany(page => page.Words).Select(word => word.Size).DefaultIfEmpty(0).Order().ToList();
        var large = 2 * usual[usual.Count / 2];
        return
        [
            .. pages
                .SelectMany(page => page.Words.Where(word => word.Size > large).Select(Key).Distinct())
                .GroupBy(key => key)
                .Where(group => group.Count() >= 3)
                .Select(group => group.Key),
        ];
    }

    private static (string Text, int X, int Y) Key(PageWord word) => (word.Text, (int)word.Box.X0, (int)word.Box.Y0);
}

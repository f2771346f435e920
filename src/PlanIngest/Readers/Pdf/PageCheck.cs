using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>Whether the text of a page can be trusted. Pages that cannot are left out with a finding that names them.</summary>
public static class PageCheck
{
    /// <summary>Share of characters without a known meaning above which a page's words cannot be believed.</summary>
    private const double UnknownShare = 0.01;

    /// <summary>Share of a page covered by pictures from which its hidden words are those of character recognition.</summary>
    private const double PictureShare = 0.4;

    /// <summary>Share of characters without ink above which they are the page's text.</summary>
    private const double HiddenShare = 0.5;

    /// <summary>A scan may carry a stamp or a number in letters; a page of text has more.</summary>
    private const int FewLetters = 12;

    /// <summary>Shapes of letters on a page whose text was turned into outlines.</summary>
    private const int ManyShapes = 80;

    public enum Trust
    {
        Good,
        Blank,
        NoText,
        Unreadable,
    }

    public static Trust Judge(PdfPage page)
    {
        var (letters, hidden, unknown) = (0, 0, 0);
        foreach (var word in page.Words)
        {
            letters += word.Text.Length;
            unknown += PageCharacters.Unknown(word.Text);
            hidden += (word.Marks & (WordMarks.Invisible | WordMarks.Covered)) != 0 ? word.Text.Length : 0;
        }
        if (page.Crowded)
        {
            return Trust.Unreadable;
        }
        var pictures = page.Pictures.Sum(box => Math.Max(0, box.Width) * Math.Max(0, box.Height));
        var pictured = pictures > PictureShare * page.Width * page.Height;
        if (hidden > HiddenShare * letters && pictured)
        {
            return Trust.Unreadable;
        }
        if (letters - hidden < FewLetters && (pictured || page.Shapes > ManyShapes))
        {
            return Trust.NoText;
        }
        if (letters == 0)
        {
            return Trust.Blank;
        }
        return unknown > UnknownShare * letters ? Trust.Unreadable : Trust.Good;
    }

    /// <summary>One finding for the pages of a kind; an error when no page is left to read.</summary>
    public static IEnumerable<Finding> Report(IReadOnlyList<(int Page, Trust Trust)> judged)
    {
        var severity = judged.Any(page => page.Trust == Trust.Good) ? Severity.Warning : Severity.Error;
        var noText = judged.Where(page => page.Trust == Trust.NoText).Select(page => page.Page).ToList();
        var unreadable = judged.Where(page => page.Trust == Trust.Unreadable).Select(page => page.Page).ToList();
        if (noText.Count > 0)
        {
            yield return new Finding(
                severity,
                "page-has-no-text",
                $"{Pages(noText)}: only pictures, no text (a scan). Nothing was read there; drop a version with text."
            )
            {
                Place = new Place { Page = noText[0] },
            };
        }
        if (unreadable.Count > 0)
        {
            yield return new Finding(
                severity,
                "page-unreadable",
                $"{Pages(unreadable)}: the text is that of character recognition under a picture, or its characters have no "
                    + "meaning. Nothing was read there; drop the original in Word or as a PDF made from it."
            )
            {
                Place = new Place { Page = unreadable[0] },
            };
        }
        if (noText.Count + unreadable.Count == 0 && severity == Severity.Error)
        {
            yield return new Finding(
                severity,
                "empty-file",
                "The PDF holds no text on any page: check that it is whole."
            );
        }
    }

    private static string Pages(List<int> pages)
    {
        var parts = new List<string>();
        for (var start = 0; start < pages.Count; )
        {
            var end = start;
            while (end + 1 < pages.Count && pages[end + 1] == pages[end] + 1)
            {
                end++;
            }
            parts.Add(
                start == end
                    ? pages[start].ToString(CultureInfo.InvariantCulture)
                    : string.Create(CultureInfo.InvariantCulture, $"{pages[start]}–{pages[end]}")
            );
            start = end + 1;
        }
        return (pages.Count == 1 ? "Page " : "Pages ") + string.Join(", ", parts);
    }
}

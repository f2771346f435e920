using PlanIngest.Host.Engines.PdfPig;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Tests.Readers.Pdf;

/// <summary>The part of the second PDF engine that knows nothing of PdfPig; the rest is compiled only where that is.</summary>
public sealed class DrawnPageTests
{
    private static readonly Rect Page = new(0, 0, 595, 842);
    private static readonly Paint Black = new(0, null, 1);
    private static readonly Paint Thin = new(null, 0, 0.5);

    [Fact]
    public void Glyphs_without_white_between_them_are_a_word()
    {
        var words = Words(("床", 100), ("位", 110), ("数", 120), ("5", 133), ("1", 138.4));

        Assert.Equal(["床位数", "51"], words.Select(word => word.Text));
        Assert.Equal(new Rect(100, 192, 130, 202), words[0].Box);
    }

    [Fact]
    public void A_picture_covers_what_was_drawn_before_it()
    {
        var drawn = new GlyphWords();
        drawn.Add(Level("旧", 100));
        drawn.Cover(new Rect(90, 180, 200, 220));
        drawn.Add(Level("新", 150));
        drawn.End();

        Assert.Equal([WordMarks.Covered, WordMarks.None], drawn.Words.Select(word => word.Marks));
    }

    [Fact]
    public void More_words_than_a_page_has_are_not_kept()
    {
        var drawn = new GlyphWords();
        for (var at = 0; at < 20_001; at++)
        {
            drawn.Add(Level("字", at * 20));
        }
        drawn.End();

        Assert.Equal((20_000, true), (drawn.Words.Count, drawn.Crowded));
    }

    [Fact]
    public void A_box_in_ink_is_four_lines_and_a_slanting_stroke_none()
    {
        var drawn = new DrawnPaths();
        drawn.Add([(50, 50), (250, 50), (250, 90), (50, 90)], closed: true, Thin, Page);
        drawn.Add([(50, 100), (90, 300)], closed: false, Thin, Page);

        Assert.Equal([true, false, true, false], drawn.Rulings.Select(ruling => ruling.IsLevel));
    }

    [Fact]
    public void A_thin_area_is_a_line_and_a_clip_cuts_both()
    {
        var drawn = new DrawnPaths();
        var clip = new Rect(100, 0, 200, 842);
        drawn.Add([(50, 50), (250, 50), (250, 51), (50, 51)], closed: true, Black, clip);
        drawn.Add([(50, 60), (250, 60), (250, 90), (50, 90)], closed: true, Black, clip);
        drawn.Add([(300, 60), (400, 60), (400, 90), (300, 90)], closed: true, Black, clip);

        Assert.Equal(new Rect(100, 50.5, 200, 50.5), Assert.Single(drawn.Rulings).Box);
        Assert.Equal(new Rect(100, 60, 200, 90), Assert.Single(drawn.Fills).Box);
    }

    private static IReadOnlyList<PageWord> Words(params (string Text, double X)[] glyphs)
    {
        var drawn = new GlyphWords();
        foreach (var (text, x) in glyphs)
        {
            drawn.Add(Level(text, x));
        }
        drawn.End();
        return drawn.Words;
    }

    private static Glyph Level(string text, double x) =>
        new(text, x, 200, 1, 0, char.IsAsciiDigit(text[0]) ? 5 : 10, 10, "F1", WordMarks.None);
}

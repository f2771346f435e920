using System.Text;
using PlanIngest.Host.Engines;
using PlanIngest.Readers;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Tests.Readers.Pdf;

/// <summary>What every engine must give, whichever the program was built with.</summary>
public sealed class PageSourceContract : IClassFixture<PageSourceContract.Engine>
{
    private readonly IPageSource source;

    public PageSourceContract(Engine engine) => source = engine.Source;

    /// <summary>One engine for all cases: a child process serves many documents.</summary>
    public sealed class Engine : IDisposable
    {
        public IPageSource Source { get; } = PdfEngine.Open();

        public void Dispose() => (Source as IDisposable)?.Dispose();
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void Words_have_boxes_from_the_top_left_of_the_page()
    {
        var page = One("BT /F1 10 Tf 100 700 Td (Beds 5120) Tj ET");

        Assert.Equal((1, 595.0, 842.0), (page.Number, page.Width, page.Height));
        Assert.Equal(["Beds", "5120"], page.Words.Select(word => word.Text));
        Near(new Rect(100, 134, 122.8, 144), page.Words[0].Box);
        Assert.All(page.Words, word => Assert.Equal((10.0, 0), (word.Size, word.Turn)));
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void Strokes_thin_rectangles_and_dashes_are_ruling_lines_and_thick_ones_fills()
    {
        var page = One(
            "0.5 w 50 700 m 250 700 l S 50 600 200 0.6 re f [3 2] 0 d 50 500 m 50 600 l S 300 300 80 40 re f"
        );

        var level = RulingMerge.Level(page.Rulings);
        Assert.Equal([142, 241.7], level.Select(ruling => Math.Round(ruling.Box.Y0, 1)));
        Assert.All(level, ruling => Assert.Equal((50, 250), (ruling.Box.X0, ruling.Box.X1)));
        Near(new Rect(50, 242, 50, 342), Assert.Single(RulingMerge.Upright(page.Rulings)).Box);
        Near(new Rect(300, 502, 380, 542), Assert.Single(page.Fills).Box);
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void A_turned_page_is_given_as_it_is_shown()
    {
        var page = One("BT /F1 10 Tf 0 1 -1 0 200 100 Tm (Sideways) Tj ET 200 50 m 200 250 l S", "/Rotate 90");

        Assert.Equal((842.0, 595.0), (page.Width, page.Height));
        Assert.Equal(("Sideways", 0), (page.Words[0].Text, page.Words[0].Turn));
        Assert.Single(RulingMerge.Level(page.Rulings));
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void Writing_up_down_and_askew_is_marked()
    {
        var page = One(
            "BT /F1 10 Tf 0 1 -1 0 100 100 Tm (up) Tj 0 -1 1 0 200 200 Tm (down) Tj 0.8 0.6 -0.6 0.8 300 300 Tm (draft) Tj ET"
        );

        Assert.Equal(
            [("up", 3), ("down", 1), ("draft", PageWords.Askew)],
            page.Words.Select(word => (word.Text, word.Turn))
        );
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void Words_without_ink_are_marked_invisible() =>
        Assert.Equal(
            [WordMarks.Invisible, WordMarks.None],
            One("BT /F1 10 Tf 3 Tr 100 700 Td (ghost) Tj 0 Tr 0 -20 Td (ink) Tj ET").Words.Select(word => word.Marks)
        );

    [RequiresToolFact(PdfEngine.Program)]
    public void What_a_clipping_path_hides_is_not_there()
    {
        var page = One(
            "q 50 600 200 100 re W n BT /F1 10 Tf 60 650 Td (shown) Tj 0 -300 Td (hidden) Tj ET 0 640 m 595 640 l S Q"
        );

        Assert.Equal(["shown"], page.Words.Select(word => word.Text));
        Near(new Rect(50, 202, 250, 202), Assert.Single(page.Rulings).Box);
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void Chinese_pages_are_read_as_recorded()
    {
        var pages = Read(File.ReadAllBytes(PagesFile.PathOf("ruled.pdf"))).Pages;

        var recorded = PagesFile.Read("ruled");
        Assert.Equal(recorded.Length, pages.Count);
        Assert.Equal(
            recorded.SelectMany(page => page.Words).Select(word => word.Text),
            pages.SelectMany(page => page.Words).Select(word => word.Text)
        );
    }

    [RequiresToolFact(PdfEngine.Program)]
    public void A_cycle_in_the_page_tree_is_damage() =>
        Refuses("pdf-damaged", PdfBytes.Of(PdfBytes.Catalog, "<</Type/Pages/Count 2/Kids[2 0 R 2 0 R]>>"));

    [RequiresToolFact(PdfEngine.Program)]
    public void What_is_no_pdf_is_damage() => Refuses("pdf-damaged", Encoding.UTF8.GetBytes("<html>not a PDF</html>"));

    [RequiresToolFact(PdfEngine.Program)]
    public void A_hundred_thousand_pages_are_over_the_limit() =>
        Refuses("page-limit", PdfBytes.Pages(100_000, 100_000));

    [RequiresToolFact(PdfEngine.Program)]
    public void Pages_that_are_only_claimed_are_not_there() =>
        Assert.True(Read(PdfBytes.Pages(100_000, 1)).Pages.Count <= 1);

    private PageSet Read(byte[] pdf) => source.Read(pdf, ReaderLimits.Default);

    private PdfPage One(string operators, string more = "") =>
        Assert.Single(Read(PdfBytes.Page(operators, more)).Pages);

    private void Refuses(string code, byte[] pdf)
    {
        var set = Read(pdf);
        Assert.Equal(code, set.Trouble?.Code);
        Assert.Empty(set.Pages);
    }

    private static void Near(Rect expected, Rect actual) =>
        Assert.True(
            Math.Abs(expected.X0 - actual.X0) < 0.5
                && Math.Abs(expected.Y0 - actual.Y0) < 0.5
                && Math.Abs(expected.X1 - actual.X1) < 0.5
                && Math.Abs(expected.Y1 - actual.Y1) < 0.5,
            $"{expected} expected, {actual} given"
        );
}

using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Tests.Readers.Pdf;

public sealed class PdfTextTests
{
    [Theory]
    [InlineData(100_000, "pages-missing")]
    [InlineData(2, null)]
    public void More_pages_claimed_than_any_plan_has_are_missed(int claimed, string? code) =>
        Assert.Equal(code, PageClaim.Check(PdfBytes.Pages(claimed, 1), 1, ReaderLimits.Default)?.Code);

    [Fact]
    public void Lines_become_paragraphs_and_the_title_a_heading_without_running_heads_numbers_and_watermarks()
    {
        var document = PagesFile.Compose(PagesFile.Read("ruled"));

        Assert.Equal(
            [
                "H1 青河县“十四五”公共服务规划",
                "P 为保障和改善民生，根据上级部署，结合我县实际制定本规划。到2025年，全县每千人口医疗卫生机构床位数达到7.2张，九年义务教育巩固率保持在96.5%以上，城乡居民基本养老保险参保率稳定在95%左右，公共服务的均等化水平明显提高。",
            ],
            DocumentSketch.Of(document).Take(2)
        );
        Assert.DoesNotContain("征求意见稿", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("国民经济和社会发展规划", document.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("— 1 —", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_are_read_one_after_the_other()
    {
        var paragraphs = PagesFile.Compose(PagesFile.Read("turned")).Blocks.OfType<Paragraph>().ToList();
        var document = PagesFile.Compose(PagesFile.Read("turned"));

        Assert.Equal(
            ["左栏第一段", "左栏第二段", "右栏第一段", "右栏第二段"],
            paragraphs.TakeLast(4).Select(paragraph => document.Read(paragraph.Span)[..5])
        );
    }

    [Fact]
    public void A_sentence_broken_by_the_page_is_one_paragraph()
    {
        var first = PagesFile
            .Page()
            .With("到2025年，全县城镇化率达到六十五以上，", 90, 600)
            .With("每千人口床位数提高到", 90, 620);
        first = first with { Words = [.. first.Words, .. first.Words.Select(word => Moved(word, 0, 60))] };
        first = first.With("每千人口执业医师数达到三人，每千人口护", 90, 700);
        var second = PagesFile.Page(2).With("士数达到四人。", 90, 120);

        var text = PagesFile.Compose(first, second).Text;

        Assert.Contains("每千人口护士数达到四人。", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("⽔利", "水利")]
    [InlineData("⼈⺠医院", "人民医院")]
    [InlineData("金属", "金属")]
    [InlineData("ﬁve", "five")]
    [InlineData("\uF0B3" + "95%", "≥95%")]
    [InlineData("２０２５年", "２０２５年")]
    public void Characters_are_those_meant(string drawn, string meant) =>
        Assert.Equal(meant, PageCharacters.Mean(drawn));

    [Fact]
    public void Figures_set_apart_are_one_number()
    {
        var page = PagesFile.Page();
        var x = 90.0;
        foreach (var figure in "2025")
        {
            page = page.With(figure.ToString(), x, 100);
            x += 10;
        }
        page = page.With("年末全县常住人口稳定在四十万人左右。", x, 100);

        Assert.Equal("2025年末全县常住人口稳定在四十万人左右。\n", PagesFile.Compose(page).Text);
    }

    [Fact]
    public void Words_drawn_twice_to_look_bold_are_read_once()
    {
        var page = PagesFile.Page().With("第一章规划背景", 90, 100).With("第一章规划背景", 90.4, 100);

        Assert.Equal("第一章规划背景\n", PagesFile.Compose(page).Text);
    }

    [Fact]
    public void A_picture_without_text_is_a_page_without_text_and_gives_no_words()
    {
        var scan = PagesFile.Page(1).WithPicture();
        var page = PagesFile.Page(2).With("到2025年，粮食产量稳定在30万吨。", 90, 100);

        var document = PagesFile.Compose(scan, page);

        var finding = Assert.Single(document.Findings);
        Assert.Equal(("page-has-no-text", Severity.Warning, 1), (finding.Code, finding.Severity, finding.Place!.Page));
        Assert.StartsWith("到2025年", document.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Invisible_words_under_a_picture_are_not_believed()
    {
        var page = PagesFile
            .Page()
            .With("到2025年，粮食产量稳定在30万吨。", 90, 100, 12, WordMarks.Invisible)
            .WithPicture();

        var document = PagesFile.Compose(page);

        Assert.Equal(["page-unreadable"], DocumentSketch.Findings(document));
        Assert.Equal(Severity.Error, document.Findings[0].Severity);
        Assert.Empty(document.Blocks);
    }

    [Theory]
    [InlineData(1, 99, false)]
    [InlineData(2, 98, true)]
    public void A_page_is_unreadable_when_more_than_a_hundredth_of_its_characters_have_no_meaning(
        int unknown,
        int known,
        bool unreadable
    )
    {
        var page = PagesFile
            .Page()
            .With(new string('\uE123', unknown), 90, 80, 6)
            .With(new string('文', known), 0.5, 100, 5);

        Assert.Equal(unreadable ? PageCheck.Trust.Unreadable : PageCheck.Trust.Good, PageCheck.Judge(page));
    }

    private static PageWord Moved(PageWord word, double x, double y) =>
        word with
        {
            Box = new Rect(word.Box.X0 + x, word.Box.Y0 + y, word.Box.X1 + x, word.Box.Y1 + y),
        };
}

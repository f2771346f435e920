using static PlanIngest.Tests.Readers.Word.DocxFile;

namespace PlanIngest.Tests.Readers.Word;

public class WordTextTests
{
    private static string Text(string runs) => new DocxFile($"<w:p>{runs}</w:p>").Read().Text;

    private static string R(string words, string look = "") =>
        $"<w:r><w:rPr>{look}</w:rPr><w:t xml:space=\"preserve\">{words}</w:t></w:r>";

    [Theory]
    [InlineData("<w:b/>", "2", "面积120km2")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "2", "面积120km²")]
    [InlineData("<w:vertAlign w:val=\"subscript\"/>", "2", "面积120km2")]
    [InlineData("<w:vertAlign w:val=\"superscript\"/>", "注", "面积120km注")]
    public void Superscripts_that_have_a_character_keep_it(string look, string words, string text)
    {
        Assert.Equal(text + "\n", Text(R("面积120km") + R(words, look)));
    }

    [Fact]
    public void Insertions_are_text_deletions_and_hidden_words_are_not()
    {
        var document = new DocxFile(
            $"<w:p>{R("床位")}<w:ins w:id=\"1\">{R("7.5")}</w:ins><w:del w:id=\"2\"><w:r><w:delText>6.1</w:delText></w:r></w:del>"
                + $"{R("张")}{R("密", "<w:vanish/>")}</w:p>"
        ).Read();

        Assert.Equal(["P 床位7.5张"], DocumentSketch.Of(document));
        Assert.Equal(["tracked-changes", "hidden-content"], DocumentSketch.Findings(document));
    }

    [Fact]
    public void A_deleted_paragraph_end_joins_two_paragraphs()
    {
        var document = new DocxFile(P("到2025年，", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") + P("达到90%。")).Read();

        Assert.Equal(["P 到2025年，达到90%。"], DocumentSketch.Of(document));
    }

    [Theory]
    [InlineData("<w:sym w:font=\"Symbol\" w:char=\"F0B3\"/>", "≥")]
    [InlineData("<w:sym w:font=\"Symbol\" w:char=\"00A3\"/>", "≤")]
    [InlineData("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", "☑")]
    [InlineData("<w:sym w:font=\"Wingdings\" w:char=\"zz\"/>", "")]
    [InlineData("<w:noBreakHyphen/>", "-")]
    public void Symbols_are_the_characters_they_look_like(string symbol, string text)
    {
        Assert.Equal($"约{text}9\n", Text($"{R("约")}<w:r>{symbol}</w:r>{R("9")}"));
    }

    [Fact]
    public void A_field_shows_its_result_and_not_its_instruction()
    {
        var field =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>= SUM(A1) </w:instrText></w:r>"
            + $"<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("42")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

        Assert.Equal("共42家\n", Text(R("共") + field + R("家")));
    }

    [Fact]
    public void A_circled_number_made_by_a_field_is_read()
    {
        var field =
            "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

        Assert.Equal("③改造\n", Text(field + R("改造")));
    }

    [Fact]
    public void The_text_of_a_box_follows_its_paragraph_once()
    {
        var inside = $"<w:txbxContent>{P("框内一")}{P("框内二")}</w:txbxContent>";
        var document = new DocxFile(
            $"<w:p>{R("正文")}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{inside}</wps:txbx></w:drawing></mc:Choice>"
                + $"<mc:Fallback><w:pict><v:textbox>{inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{R("续")}</w:p>"
        ).Read();

        Assert.Equal(["P 正文续", "P 框内一", "P 框内二"], DocumentSketch.Of(document));
    }

    [Fact]
    public void A_footnote_follows_the_paragraph_that_refers_to_it()
    {
        var document = new DocxFile(
            $"<w:p>{R("产值")}<w:r><w:footnoteReference w:id=\"3\"/></w:r>{R("增长。")}</w:p>{P("后")}"
        )
        {
            Footnotes =
                $"<w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"3\">{P("按可比价。")}</w:footnote>",
        }.Read();

        Assert.Equal(["P 产值增长。", "P 按可比价。", "P 后"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Formulas_keep_exponents_and_fractions()
    {
        var power = "<m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup>";
        var ratio = "<m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f>";

        Assert.Equal(
            "为10⁴元，a/b\n",
            Text($"{R("为")}<m:oMath>{power}</m:oMath>{R("元，")}<m:oMath>{ratio}</m:oMath>")
        );
    }

    [Fact]
    public void Terms_that_would_fall_apart_on_a_line_are_bracketed()
    {
        static string Run(string text) => $"<m:r><m:t>{text}</m:t></m:r>";
        static string Ratio(string over, string under) =>
            $"<m:f><m:num>{Run(over)}</m:num><m:den>{Run(under)}</m:den></m:f>";

        Assert.Equal(
            "床位数/(常住+流动人口)和-b/√(b-4ac)\n",
            Text(
                $"<m:oMath>{Ratio("床位数", "常住+流动人口")}</m:oMath>{R("和")}<m:oMath><m:f><m:num>{Run("-b")}</m:num><m:den><m:rad>{Run("b-4ac")}</m:rad></m:den></m:f></m:oMath>"
            )
        );
    }

    [Fact]
    public void Headings_are_known_by_style_by_ancestor_and_by_outline()
    {
        var document = new DocxFile(
            P("规划", "<w:pStyle w:val=\"a3\"/>")
                + P("背景", "<w:pStyle w:val=\"x\"/>")
                + P("目标", "<w:outlineLvl w:val=\"2\"/>")
        )
        {
            Styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"a3\"><w:name w:val=\"Title\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"heading 2\"/></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"自定义\"/><w:basedOn w:val=\"b\"/></w:style>",
        }.Read();

        Assert.Equal(["H1 规划", "H2 背景", "H3 目标"], DocumentSketch.Of(document));
    }

    [Fact]
    public void A_table_of_contents_is_left_out()
    {
        var document = new DocxFile(P("一、总则\t3", "<w:pStyle w:val=\"t\"/>") + P("正文。"))
        {
            Styles = "<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"toc 1\"/></w:style>",
        }.Read();

        Assert.Equal(["P 正文。"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Paragraphs_run_together_are_parted_at_indents_and_bold_headings()
    {
        var document = new DocxFile(
            $"<w:p>{R("请予审议。")}{R("一、工作回顾", "<w:b/>")}{R("　　过去一年，增长5%。　　2023年　　2024年。")}{R("（二）聚力。", "<w:b/>")}{R("各级要")}{R("一个", "<w:b/>")}{R("不少。")}</w:p>"
        ).Read();

        Assert.Equal(
            ["请予审议。", "一、工作回顾", "过去一年，增长5%。", "2023年　　2024年。", "（二）聚力。各级要一个不少。"],
            document.Text.TrimEnd('\n').Split('\n').Select(line => line.Trim())
        );
    }

    [Fact]
    public void Both_dialects_of_the_format_are_read()
    {
        Assert.Equal(["P 甲"], DocumentSketch.Of(new DocxFile(P("甲")) { IsStrict = true }.Read()));
    }
}

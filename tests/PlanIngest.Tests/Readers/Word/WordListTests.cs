using static PlanIngest.Tests.Readers.Word.DocxFile;

namespace PlanIngest.Tests.Readers.Word;

public class WordListTests
{
    internal static string List(int id, params string[] formatAndText) =>
        $"<w:abstractNum w:abstractNumId=\"{id + 10}\">"
        + string.Concat(
            formatAndText
                .Chunk(2)
                .Select(
                    (level, at) =>
                        $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{level[0]}\"/>"
                        + $"<w:lvlText w:val=\"{level[1]}\"/></w:lvl>"
                )
        )
        + $"</w:abstractNum><w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id + 10}\"/></w:num>";

    private static string Item(string words, int level, int list = 1) =>
        P(words, $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>");

    private static string[] Marks(string numbering, params string[] items) =>
        DocumentSketch.Of(new DocxFile(string.Concat(items)) { Numbering = numbering }.Read());

    [Fact]
    public void Marks_that_only_the_numbering_defines_are_part_of_the_text()
    {
        var list = List(1, "chineseCounting", "%1、", "chineseCounting", "（%2）", "decimal", "%3.");

        var lines = Marks(
            list,
            Item("总则", 0),
            Item("目标", 1),
            Item("床位。", 2),
            Item("保障", 1),
            Item("附则", 0),
            Item("期", 1)
        );

        Assert.Equal(
            ["一、总则", "（一）目标", "1. 床位。", "（二）保障", "二、附则", "（一）期"],
            lines.Select(Words)
        );
    }

    [Fact]
    public void A_deeper_level_shows_the_counts_above_it()
    {
        var lines = Marks(List(1, "decimal", "%1", "decimal", "%1.%2"), Item("甲", 0), Item("乙", 0), Item("丙", 1));

        Assert.Equal(["1 甲", "2 乙", "2.1 丙"], lines.Select(Words));
    }

    [Fact]
    public void Lists_of_one_shape_count_on_unless_one_says_where_it_starts()
    {
        var numbering =
            List(1, "decimal", "%1.")
            + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"11\"/></w:num>"
            + "<w:num w:numId=\"6\"><w:abstractNumId w:val=\"11\"/>"
            + "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>";

        var lines = Marks(numbering, Item("a", 0), Item("b", 0, 5), Item("c", 0, 6), Item("d", 0, 6));

        Assert.Equal(["1. a", "2. b", "1. c", "2. d"], lines.Select(Words));
    }

    [Fact]
    public void A_style_gives_its_paragraphs_the_level_tied_to_it()
    {
        var numbering =
            "<w:abstractNum w:abstractNumId=\"1\">"
            + "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"第%1章\"/></w:lvl>"
            + "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"第%2节\"/><w:pStyle w:val=\"j\"/></w:lvl>"
            + "</w:abstractNum><w:num w:numId=\"3\"><w:abstractNumId w:val=\"1\"/></w:num>";
        var document = new DocxFile(P("现状", "<w:pStyle w:val=\"j\"/>"))
        {
            Numbering = numbering,
            Styles =
                "<w:style w:type=\"paragraph\" w:styleId=\"j\"><w:name w:val=\"heading 2\"/>"
                + "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr></w:style>",
        }.Read();

        Assert.Equal(["H2 第一节现状"], DocumentSketch.Of(document));
    }

    [Fact]
    public void Bullets_and_switched_off_lists_have_no_mark()
    {
        Assert.Equal(["P 甲", "P 乙"], Marks(List(1, "bullet", "\uF0B7"), Item("甲", 0), Item("乙", 0, 0)));
    }

    [Theory]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCounting", 21, "二十一")]
    [InlineData("chineseCountingThousand", 103, "一百零三")]
    [InlineData("chineseLegalSimplified", 10, "壹拾")]
    [InlineData("ideographTraditional", 3, "丙")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("decimalEnclosedCircle", 3, "③")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("lowerRoman", 14, "xiv")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("decimalZero", 7, "07")]
    [InlineData("hebrew1", 4, "4")]
    public void Counts_are_written_in_the_format_of_the_level(string format, int count, string shown)
    {
        var level =
            $"<w:abstractNum w:abstractNumId=\"1\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"{count}\"/>"
            + $"<w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"[%1]\"/><w:suff w:val=\"nothing\"/></w:lvl></w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>";

        Assert.Equal([$"P [{shown}]项"], Marks(level, Item("项", 0)));
    }

    private static string Words(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}

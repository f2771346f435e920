using System.Globalization;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Outputs;

public class JsonOutputTests
{
    private const string Line = "6 | 重大慢性疾病过早死亡率(%) | 9.92 | 比基期降低10% | 预期性 |";

    [Fact]
    public void Every_member_stands_in_the_order_and_layout_of_the_contract()
    {
        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Outputs", "whole.json"));
        var written = Contract.Written(Whole());
        Assert.Equal(expected.Replace("{extractor}", IngestPipeline.Extractor, StringComparison.Ordinal), written);
    }

    [Fact]
    public void Offsets_count_code_points()
    {
        var text = "😀𠮷\n" + Line;
        var written = Contract.Written(Of(text, Row(text)));
        Assert.Contains("\"start\": 3, \"end\": ", written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("90.00", "90")]
    [InlineData("0.00000001", "0.00000001")]
    [InlineData("-0.0", "0")]
    [InlineData("120000000000000", "120000000000000")]
    [InlineData("8.928", "8.928")]
    public void Numbers_have_their_shortest_decimal_form(string number, string written) =>
        Assert.Contains(
            $"\"value\": {written},",
            QuantityJson.TextOf(Quantity.Number(decimal.Parse(number, CultureInfo.InvariantCulture), "%")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Chinese_and_signs_stand_unescaped_and_control_characters_escaped()
    {
        using var stream = new MemoryStream();
        using (var json = new JsonLayout(stream))
        {
            json.Text("“≥95%”<>&'+\u2028😀\"\\\n\u0001\uD800");
        }
        Assert.Equal("\"“≥95%”<>&'+\u2028😀\\\"\\\\\\n\\u0001\uFFFD\"", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_long_text_is_written_whole()
    {
        var text = string.Concat(Enumerable.Repeat("床位数😀", 40_000));
        using var stream = new MemoryStream();
        using (var json = new JsonLayout(stream))
        {
            json.Text(text);
        }
        Assert.Equal('"' + text + '"', Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void A_quote_has_one_space_for_each_run_of_white_space_and_no_markup()
    {
        var text = "床位数\n\t <b>7.5</b>　张";
        var shown = text.Replace("<b>", "\0\0\0", StringComparison.Ordinal)
            .Replace("</b>", "\0\0\0\0", StringComparison.Ordinal);
        Assert.Equal("床位数 7.5 张", Quotes.Of(Document(text, shown), Record(new Span(0, text.Length))));
    }

    [Fact]
    public void A_long_quote_is_cut_around_its_values()
    {
        var text = new string('甲', 400) + "达到95%" + new string('乙', 400);
        var record = Record(new Span(0, text.Length), Observe(Role.Target, new Span(402, 3)));
        var quote = Quotes.Of(Document(text), record);
        Assert.Equal(Quotes.Longest, quote.Length);
        Assert.StartsWith("…甲", quote, StringComparison.Ordinal);
        Assert.EndsWith("乙…", quote, StringComparison.Ordinal);
        Assert.Contains("达到95%", quote, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_of_three_hundred_code_points_is_not_cut()
    {
        var text = string.Concat(Enumerable.Repeat("😀", Quotes.Longest));
        Assert.Equal(text, Quotes.Of(Document(text), Record(new Span(0, text.Length))));
    }

    private static Extraction Whole()
    {
        var text = "标题\n" + Line;
        return Of(text, Row(text)) with
        {
            Head = new DocumentHead
            {
                Title = "某市“十四五”规划",
                Kind = DocumentKind.Plan,
                IssuedOn = new Period(new PeriodPoint(2022, 8, 21)),
                PlanPeriod = new PlanPeriod("十四五", 2021, 2025),
            },
            Corrections = new string('0', 64),
            Rejected = [Row(text) with { Id = "r-00000000000f", Observations = [] }],
            Conflicts =
            [
                new Conflict(
                    ConflictKind.Target,
                    "免疫规划疫苗接种率",
                    Period.Year(2025),
                    [new ObservationRef("r-1", "target-2025"), new ObservationRef("r-2", "target-2025")],
                    "≥95% in line 1; 90%以上 in line 2"
                )
                {
                    Resolution = new Resolution("r-1", "李", "2026-11-22T09:00:00Z", null),
                },
            ],
            Findings =
            [
                new Finding(Severity.Warning, "table-ragged-row", "Row 9 has 7 cells.", new Span(3, 4))
                {
                    Records = ["r-00000000000e"],
                },
                new Finding(Severity.Info, "encoding-guessed", "Read as gb18030."),
            ],
        };
    }

    private static IndicatorRecord Row(string text)
    {
        var start = text.IndexOf(Line, StringComparison.Ordinal);
        var change = text.IndexOf("比基期降低10%", StringComparison.Ordinal);
        return Record(
            new Span(start, Line.Length),
            Observe(Role.Baseline, new Span(text.IndexOf("9.92", StringComparison.Ordinal), 4)),
            Observe(Role.Target, new Span(change, 8)) with
            {
                Id = "target-2025-change",
                Quantity = new Quantity
                {
                    Kind = QuantityKind.Change,
                    Comparator = Comparator.Equal,
                    Value = 10m,
                    Unit = "%",
                    Approximate = true,
                    Change = new Change(ChangeDirection.Decrease, ChangeMode.Relative, "baseline", null),
                },
                Level = new Level(Comparator.Equal, 8.928m, "%"),
                Series = "方案1",
                Flags = ["ocr-suspect"],
                Place = new Place { Page = 3, Box = new Box(1m, 2.50m, 3m, 4m) },
            }
        ) with
        {
            Place = new Place { Sheet = "表1", Address = "B4" },
            Review = new Review(
                ReviewStatus.Corrected,
                "李",
                "2026-11-22T09:00:00Z",
                null,
                new Dictionary<string, string> { ["name"] = "\"死亡率\"" }
            ),
        };
    }

    private static Observation Observe(Role role, Span span) =>
        new()
        {
            Id = $"{ContractWords.Of(role)}-2020",
            Role = role,
            Period = Period.Year(2020),
            Quantity = Quantity.Number(9.920m, "%"),
            Span = span,
            Cell = new TableCell(1, 7, 4),
        };

    private static IndicatorRecord Record(Span span, params Observation[] observations) =>
        new()
        {
            Id = "r-00000000000e",
            Name = "每千人口死亡率",
            Unit = "%",
            Category = ["健康水平", "死亡"],
            Ordinal = "6",
            Nature = Nature.Expected,
            Origin = Origin.Table,
            Tier = Tier.Core,
            Observations = observations,
            Span = span,
            Confidence = 0.980m,
            Flags = ["unit-inferred"],
            KeyWords = "",
        };

    private static Extraction Of(string text, params IndicatorRecord[] records) =>
        new()
        {
            Document = Document(text),
            Head = DocumentHead.Unknown,
            Records = records,
            Conflicts = [],
            Findings = [],
        };

    private static Document Document(string text, string? shown = null) =>
        new()
        {
            Path = "某市/plan.txt",
            Source = new SourceInfo("text/plain", "utf-8", new string('a', 64), 1, "pdfjs-dist 5.4.296"),
            Text = text,
            Shown = shown ?? text,
            Blocks = [],
            Findings = [],
        };
}

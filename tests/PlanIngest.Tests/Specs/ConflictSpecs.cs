using System.Text;
using PlanIngest.Model;
using PlanIngest.Quantities;
using PlanIngest.Readers;
using PlanIngest.Records;
using Finder = PlanIngest.Records.Conflicts;

namespace PlanIngest.Tests.Specs;

public class ConflictSpecs
{
    private const decimal RowBaseline = 94.89m;

    private static readonly DocumentHead Plan = new()
    {
        Kind = DocumentKind.Plan,
        PlanPeriod = new PlanPeriod("十四五", 2021, 2025),
    };

    public static TheoryData<string, string, string, string, string, string> Pairs
    {
        get
        {
            var data = new TheoryData<string, string, string, string, string, string>();
            foreach (var row in SpecTable.Rows("conflicts.md"))
            {
                data.Add(row[0], row[1], row[2], row[3], row[4], row[5]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Row_and_sentence_conflict_or_not(
        string row,
        string value,
        string sentence,
        string other,
        string saidAs,
        string conflict
    )
    {
        var said = saidAs.Split(", ");
        var found = Conflicts(
            new Saying(Origin.Table, row, [(said[0], value)]),
            new Saying(Origin.Prose, sentence, [(said[1], other)])
        );
        Assert.Equal(conflict, found.Count == 0 ? "-" : Assert.Single(found).Kind.ToString().ToLowerInvariant());
    }

    [Fact]
    public void Counts_of_the_past_in_two_sentences_are_of_different_places() =>
        Assert.Empty(
            Conflicts(
                new Saying(Origin.Prose, "标准化村卫生室", [("actual 2020", "12个")]),
                new Saying(Origin.Prose, "标准化村卫生室", [("actual 2020", "15个")])
            )
        );

    [Fact]
    public void Conflict_names_both_values_and_where_they_stand()
    {
        var found = Assert.Single(
            Conflicts(
                new Saying(Origin.Table, "义务教育巩固率", [("target 2025", "≥95%")]),
                new Saying(Origin.Prose, "义务教育巩固率", [("target -", "达到97%")])
            )
        );
        Assert.Equal("≥95% in table 1, row 2; 达到97% in line 2", found.Message);
        Assert.Equal(Period.Year(2025), found.Period);
    }

    [Fact]
    public void Observations_of_different_series_never_conflict()
    {
        var (document, records) = Read([
            new Saying(Origin.Table, "人口规模", [("target 2025", "50万人")]),
            new Saying(Origin.Prose, "人口规模", [("target 2025", "60万人")]),
        ]);
        var first = records[0] with { Observations = [records[0].Observations[0] with { Series = "方案1" }] };
        Assert.Empty(Finder.Find(document, Plan, [first, records[1]]).Conflicts);
    }

    [Theory]
    [InlineData("55.31亿元", "84.49亿元", "增长52.76%", false)]
    [InlineData("55.31亿元", "84.49亿元", "增长62.76%", true)]
    [InlineData("6个", "9个", "新增1个", true)]
    [InlineData("6个", "7个", "新增1个", false)]
    [InlineData("42.1%", "45.2%", "提高3.1个百分点", false)]
    [InlineData("42.1%", "45.2%", "提高5个百分点", true)]
    [InlineData("120万吨", "100万吨", "下降16.7%", false)]
    [InlineData("120万吨", "100万吨", "年均下降5%", false)]
    [InlineData("约120万吨", "100万吨", "下降30%", false)]
    [InlineData("三百二十六亿元", "五百八十三亿元", "比2015年增长79%", false)]
    [InlineData("三百二十六亿元", "五百八十三亿元", "比2015年增长89%", true)]
    public void Figures_that_do_not_add_up_are_found(string before, string after, string change, bool wrong)
    {
        var (document, records) = Read([
            new Saying(
                Origin.Prose,
                "固定资产",
                [("actual 2015", before), ("actual 2020", after), ("actual 2020", change)]
            ),
        ]);
        var findings = Finder.Find(document, Plan, records).Findings;
        Assert.Equal(wrong, findings.Any(finding => finding.Code == "arithmetic-mismatch"));
    }

    private static IReadOnlyList<Conflict> Conflicts(params Saying[] sayings)
    {
        var (document, records) = Read(sayings);
        return Finder.Find(document, Plan, records).Conflicts;
    }

    /// <summary>A document with one saying a line, and its records.</summary>
    private static (Document Document, IReadOnlyList<IndicatorRecord> Records) Read(IReadOnlyList<Saying> sayings)
    {
        var text = new StringBuilder();
        var records = new List<IndicatorRecord>();
        foreach (var saying in sayings)
        {
            var start = text.Length;
            text.Append(saying.Name);
            var observations = saying
                .Values.Select(value => Observe(text, saying.Origin, value.SaidAs, value.Phrase))
                .ToList();
            records.Add(
                new IndicatorRecord
                {
                    Name = saying.Name,
                    Origin = saying.Origin,
                    Tier = Tier.Core,
                    Observations = observations,
                    Span = Span.Between(start, text.Length),
                    KeyWords = saying.Origin.ToString(),
                }
            );
            text.Append('\n');
        }
        var file = new SourceFile("plan.txt", Encoding.UTF8.GetBytes(text.ToString()));
        return (
            DocumentBuilder.Over(file, text.ToString()).Build("text/plain", "utf-8"),
            [.. RecordKeys.Assign(records)]
        );
    }

    private static Observation Observe(StringBuilder text, Origin origin, string saidAs, string phrase)
    {
        var words = saidAs.Split(' ');
        text.Append(' ');
        var span = new Span(text.Length, phrase.Length);
        text.Append(phrase);
        var quantity = Assert.Single(QuantityReader.ReadCell(phrase, new Span(0, phrase.Length))).Quantity;
        return new Observation
        {
            Role = Enum.Parse<Role>(words[0], ignoreCase: true),
            Period = Period.TryParse(words[1], out var period) ? period : null,
            Quantity =
                quantity.Kind == QuantityKind.Reference ? quantity with { Value = RowBaseline, Unit = "%" } : quantity,
            Span = span,
            Cell = origin == Origin.Table ? new TableCell(1, 2, 3) : null,
        };
    }

    private sealed record Saying(Origin Origin, string Name, (string SaidAs, string Phrase)[] Values);
}

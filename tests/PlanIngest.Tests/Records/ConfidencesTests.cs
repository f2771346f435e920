using System.Text;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Tests.Records;

public class ConfidencesTests
{
    [Theory]
    [InlineData(
        Origin.Prose,
        "婴儿死亡率",
        "",
        "prose|usual name|ends in a measure|all said|number|point in time|actual"
    )]
    [InlineData(
        Origin.Prose,
        "学校、医院",
        "name-inferred role-inferred",
        "prose|usual name|ends in a thing|names several|name and role inferred|number|point in time|actual"
    )]
    [InlineData(Origin.Prose, "进口", "", "prose|tiny name|ends in a thing|all said|number|point in time|actual")]
    [InlineData(Origin.Table, "婴儿死亡率", "ocr-suspect", "doubtful|table")]
    public void Reading_shows_its_signs(Origin origin, string name, string flags, string signs) =>
        Assert.Equal(
            signs,
            string.Join(
                '|',
                ConfidenceSigns.Of(
                    origin,
                    name,
                    "3.5‰",
                    QuantityKind.Number,
                    Role.Actual,
                    Period.Year(2020),
                    flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                )
            )
        );

    [Fact]
    public void Factors_are_positive_and_each_sign_stands_once()
    {
        var rows = Catalog.Rows("confidence.tsv").ToList();
        Assert.Contains(rows, row => row[0] == Confidences.Prior);
        Assert.Equal(rows.Count, rows.Select(row => row[0]).Distinct().Count());
        Assert.All(rows, row => Assert.True(decimal.Parse(row[1], null) > 0));
        Assert.All(rows, row => Assert.InRange(int.Parse(row[2], null), 0, int.Parse(row[3], null)));
    }

    [Fact]
    public void Row_of_a_table_is_surer_than_a_sentence_that_lost_what_its_figure_is_of()
    {
        var extraction = IngestPipeline.Run(
            new SourceFile(
                "plan.md",
                Encoding.UTF8.GetBytes(
                    "| 指标 | 2020年 |\n| --- | --- |\n| 婴儿死亡率（‰） | 3.5 |\n\n2020年进口二十三亿元。\n"
                )
            )
        );
        Assert.Equal([Origin.Table, Origin.Prose], extraction.Records.Select(record => record.Origin));
        Assert.True(extraction.Records[0].Confidence > extraction.Records[1].Confidence);
    }
}

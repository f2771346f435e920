using System.Text;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Tests.Records;

public class ConfidencesTests
{
    [Theory]
    [InlineData(
        "2020年，婴儿死亡率为3.5‰。",
        "prose|usual name|ends in a measure|role inferred|number|point in time|actual|rule name-value|name before"
    )]
    [InlineData(
        "2020年进口二十三亿元。",
        "prose|tiny name|ends in a thing|role inferred|number|in characters|point in time|actual|rule name-value|name right before"
    )]
    [InlineData("| 指标 | 2020年 |\n| --- | --- |\n| 婴儿死亡率（‰） | 3.5 |", "table")]
    public void Reading_shows_its_signs(string text, string signs)
    {
        var read = IngestPipeline.Read(new SourceFile("plan.md", Encoding.UTF8.GetBytes(text)), null);
        var record = Assert.Single(read.Records);
        Assert.Equal(
            signs,
            string.Join('|', ConfidenceSigns.Of(read.Document, record, Assert.Single(record.Observations)))
        );
    }

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

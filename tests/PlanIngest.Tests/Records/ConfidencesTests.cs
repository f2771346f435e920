using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Tests.Records;

public class ConfidencesTests
{
    [Theory]
    [InlineData(Origin.Table, "婴儿死亡率", "", "table said")]
    [InlineData(Origin.Prose, "婴儿死亡率", "", "measure said")]
    [InlineData(Origin.Prose, "公立医院", "period-inferred", "thing period")]
    [InlineData(Origin.Prose, "公立医院", "name-inferred period-inferred", "thing name")]
    [InlineData(Origin.Prose, "学校、医院", "role-inferred period-inferred", "list role-and-period")]
    [InlineData(Origin.Prose, "进口", "", "tiny said")]
    [InlineData(Origin.Prose, "覆盖城乡的基层医疗卫生服务体系建设和运行机制改革示范县区", "", "long said")]
    [InlineData(Origin.Prose, "电子健康档案建档率", "ocr-suspect", "measure doubtful")]
    public void Record_is_of_a_kind(Origin origin, string name, string flags, string kind) =>
        Assert.Equal(kind, Confidences.KindOf(origin, name, flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Little_evidence_stays_near_the_assumption_and_much_moves_it()
    {
        Assert.Equal(0.8m, Confidences.Rate(0, 0));
        Assert.Equal(0.84m, Confidences.Rate(1, 1));
        Assert.True(Confidences.Rate(99, 100) > 0.97m);
        Assert.True(Confidences.Rate(30, 100) < 0.35m);
    }

    [Fact]
    public void Counted_rows_are_possible_and_each_kind_stands_once()
    {
        var rows = Catalog.Rows("confidence.tsv").ToList();
        Assert.NotEmpty(rows);
        Assert.Equal(rows.Count, rows.Select(row => (row[0], row[1])).Distinct().Count());
        Assert.All(rows, row => Assert.InRange(int.Parse(row[2], null), 0, int.Parse(row[3], null)));
    }

    [Fact]
    public void Row_of_a_table_is_surer_than_a_sentence_whose_name_was_inferred()
    {
        var record = new IndicatorRecord
        {
            Name = "公立医院",
            Origin = Origin.Table,
            Tier = Tier.Core,
            Observations = [],
            Span = default,
            KeyWords = "",
        };
        var guessed = record with { Origin = Origin.Prose, Flags = ["name-inferred"] };
        IndicatorRecord[] rated = [.. Confidences.Rate([record, guessed])];
        Assert.True(rated[0].Confidence > rated[1].Confidence);
    }
}

using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Tests.Records;

public class RecordKeysTests
{
    [Theory]
    [InlineData("每千人口执业（助理）医师数", "每千人执业(助理)医师数")]
    [InlineData("每１０万人口 床位数", "每10万人床位数")]
    [InlineData("“三医”联动改革率", "三医联动改革率")]
    [InlineData("常住人口", "常住人口")]
    [InlineData("每户人口数", "每户人口数")]
    [InlineData("产前筛查率", "产前筛查率")]
    [InlineData("“”", "“”")]
    public void A_name_key_folds_width_space_quotation_and_population(string name, string key) =>
        Assert.Equal(key, RecordKeys.NameKey(name));

    [Fact]
    public void An_id_is_of_the_words_alone()
    {
        var one = Assigned(Record("床位数（张）", "表1"));
        var other = Assigned(
            Record("床位数 (张)", "表 1") with
            {
                Category = ["资源"],
                Ordinal = "3",
                Unit = "张",
                Span = new Span(99, 1),
            }
        );
        Assert.Equal(one[0].Id, other[0].Id);
        Assert.Matches("^r-[0-9a-f]{12}$", one[0].Id);
    }

    [Fact]
    public void Another_origin_name_or_context_is_another_id()
    {
        var ids = Assigned(
            Record("床位数", "表1"),
            Record("床位", "表1"),
            Record("床位数", "表2"),
            Record("床位数", "表1") with
            {
                Origin = Origin.Prose,
            }
        );
        Assert.Equal(4, ids.Select(record => record.Id).Distinct().Count());
    }

    [Fact]
    public void Only_look_alikes_are_counted()
    {
        var without = Assigned(Record("床位数", "表1"), Record("床位数", "表1"));
        var with = Assigned(Record("床位数", "表1"), Record("医师数", "表1"), Record("床位数", "表1"));
        Assert.NotEqual(without[0].Id, without[1].Id);
        Assert.Equal([without[0].Id, without[1].Id], [with[0].Id, with[2].Id]);
    }

    [Fact]
    public void Observations_are_named_by_role_period_kind_series_and_count()
    {
        var record = Record("床位数", "表1") with
        {
            Observations =
            [
                Observe(Role.Baseline, Period.Year(2020)),
                Observe(Role.Actual, null),
                Observe(Role.Target, Period.Years(2021, 2025), QuantityKind.Change),
                Observe(Role.Target, Period.Year(2025)) with
                {
                    Series = "方案1",
                },
                Observe(Role.Actual, Period.Year(2020)),
                Observe(Role.Actual, Period.Year(2020)),
                Observe(Role.Actual, Period.Year(2020)) with
                {
                    Series = "2",
                },
            ],
        };
        Assert.Equal(
            [
                "baseline-2020",
                "actual-open",
                "target-2021/2025-change",
                "target-2025-方案1",
                "actual-2020",
                "actual-2020-2",
                "actual-2020-2-2",
            ],
            Assigned(record)[0].Observations.Select(observation => observation.Id)
        );
    }

    private static IReadOnlyList<IndicatorRecord> Assigned(params IndicatorRecord[] records) =>
        [.. RecordKeys.Assign(records)];

    private static Observation Observe(Role role, Period? period, QuantityKind kind = QuantityKind.Number) =>
        new()
        {
            Role = role,
            Period = period,
            Quantity = Quantity.Number(1, null) with { Kind = kind },
            Span = new Span(0, 1),
        };

    private static IndicatorRecord Record(string name, string keyWords) =>
        new()
        {
            Name = name,
            Origin = Origin.Table,
            Tier = Tier.Core,
            Observations = [],
            Span = new Span(0, 1),
            KeyWords = keyWords,
        };
}

using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Sentences;
using PlanIngest.Tests.Readers;

namespace PlanIngest.Tests.Properties;

/// <summary>
/// A statement planted in a text is found there, whatever stands around it, and what stands around it changes nothing
/// but where it is.
/// </summary>
public class StatementProperties
{
    private static readonly DocumentHead Head = new()
    {
        Kind = DocumentKind.Plan,
        PlanPeriod = new PlanPeriod("十四五", 2021, 2025),
        IssuedOn = new Period(new PeriodPoint(2021, 11, 3)),
    };

    private static readonly string[] Subjects = ["农村", "城镇", "山区", "流域", "县域", "园区"];
    private static readonly string[] Things = ["供水保证", "污水处理", "宽带接入", "垃圾清运", "道路硬化", "危房改造"];
    private static readonly string[] Verbs = ["达到", "提高到", "稳定在", "不低于"];
    private static readonly string[] Fillers =
    [
        "坚持统筹推进，完善工作机制，强化部门协作。",
        "各地各部门要加强组织领导，压实工作责任。",
        "推动公共服务向基层延伸，提升群众满意度。",
        "健全监督考核制度，营造良好氛围。",
        "围绕群众关切，补齐设施短板，优化空间布局。",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 60)];

    private sealed record Planted(string Text, int At, string Name, string Raw, int Year);

    /// <summary>A goal of three made-up words, a year and a share, among sentences that state nothing.</summary>
    private static Planted Plant(int seed)
    {
        var random = new Random(seed);
        var name = Pick(random, Subjects) + Pick(random, Things) + "率";
        var year = random.Next(2022, 2026);
        var verb = Pick(random, Verbs);
        var value = (random.Next(200, 990) / 10m).ToString(CultureInfo.InvariantCulture) + "%";
        var before = string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => Pick(random, Fillers)));
        var after = string.Concat(Enumerable.Range(0, random.Next(0, 4)).Select(_ => Pick(random, Fillers)));
        var lead = string.Create(CultureInfo.InvariantCulture, $"到{year}年，全市{name}");
        var said = verb == "不低于" ? "" : verb;
        var raw = verb == "不低于" ? verb + value : value;
        return new Planted(before + lead + said + raw + "。" + after, (before + lead + said).Length, name, raw, year);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_planted_statement_is_found_with_its_span_name_period_and_role(int seed)
    {
        var planted = Plant(seed);
        var record = Assert.Single(Read(planted.Text));
        var one = Assert.Single(record.Observations);
        Assert.Equal(planted.Name, record.Name);
        Assert.Equal(new Span(planted.At, planted.Raw.Length), one.Span);
        Assert.Equal((Role.Target, Period.Year(planted.Year)), (one.Role, one.Period));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_paragraph_before_it_moves_it_and_changes_nothing_else(int seed)
    {
        var planted = Plant(seed);
        const string Before = "加强组织领导，明确责任分工，确保各项任务落到实处。\n";
        var alone = Assert.Single(Read(planted.Text));
        var moved = Assert.Single(Read(Before + planted.Text));
        Assert.Equal(Told(alone, 0), Told(moved, Before.Length));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_line_broken_anywhere_within_it_hides_nothing(int seed)
    {
        var planted = Plant(seed);
        var at = planted.Text.IndexOf("全市", StringComparison.Ordinal) + 2 + (seed % planted.Name.Length);
        var lead = "统筹城乡基础设施布局，完善运行管护长效机制，提升基本公共服务均等化水平，";
        var text = lead + planted.Text.Insert(at, "\n\n");
        var record = Assert.Single(Read(text));
        var span = Assert.Single(record.Observations).Span;
        Assert.Equal(planted.Name, record.Name);
        Assert.Equal(planted.Raw, text.Substring(span.Start, span.Length));
    }

    [Fact]
    public void A_paragraph_without_a_full_stop_is_read_in_time_and_whole()
    {
        var text = string.Concat(
            Enumerable
                .Range(0, 20_000)
                .Select(at => string.Create(CultureInfo.InvariantCulture, $"第{at}片区供水保证率达到{at % 90 + 10}%，"))
        );
        var records = Read(text);
        Assert.Equal(20_000, records.Sum(record => record.Observations.Count));
    }

    private static string Told(IndicatorRecord record, int moved)
    {
        var one = Assert.Single(record.Observations);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{record.Name} {record.Unit} {record.Tier} {record.KeyWords} {one.Role} {one.Period} {one.Quantity} {one.Span.Start - moved} {record.Span.Start - moved} {string.Join(' ', record.Flags)}"
        );
    }

    private static RecordList Read(string text) => SentenceIndicators.Read(Reading.Of("x.txt", text + "\n"), Head);

    private static string Pick(Random random, string[] of) => of[random.Next(of.Length)];
}

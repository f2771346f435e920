using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>
/// What tells goals from facts where a header does not: the years of the other columns, the document's plan period
/// and date, the caption.
/// </summary>
internal sealed record RoleContext
{
    /// <summary>A goal lies so many years after the status quo it starts from; a budget lies one year on.</summary>
    private const int Horizon = 2;

    public required bool HasTargets { get; init; }

    /// <summary>The whole plan period the goals are for.</summary>
    public Period? PlanYears { get; init; }
    private PlanPeriod? Plan { get; init; }
    private ReportSpan? Reports { get; init; }
    private int? Issued { get; init; }
    private int? LastTarget { get; init; }
    private bool SaysTarget { get; init; }
    private DocumentKind Kind { get; init; }
    private Period? Captioned { get; init; }
    private Span? CaptionedAt { get; init; }

    /// <summary>The one year that the header names; 上年 beside it is the year before.</summary>
    public int? Current { get; private init; }
    private HashSet<Period> TargetPeriods { get; init; } = [];
    private bool HasBaseline { get; init; }

    /// <summary>The first year of goals, where it is not the plan's own first.</summary>
    private int? Begins { get; init; }

    /// <summary>
    /// 2015 2016 2017 2018 in a text that speaks of a plan to 2020 but is none: figures of years gone by, for goals
    /// would reach the plan's end.
    /// </summary>
    private bool FallsShort { get; init; }
    private int? BaselineYear { get; init; }

    public static RoleContext Of(IReadOnlyList<Column> columns, TableCaption caption, DocumentHead head)
    {
        var targets = columns.Where(column => column.Role == ColumnRole.Target).ToArray();
        var periods = targets.Select(PeriodOf).OfType<Period>().ToHashSet();
        var plan = head.PlanPeriod ?? PlanOf(caption);
        var binds = columns.Any(column => column.Role == ColumnRole.Nature);
        var bare = new RoleContext
        {
            HasTargets = targets.Length > 0,
            BaselineYear = columns
                .Where(column => column.Role == ColumnRole.Baseline)
                .Select(PeriodOf)
                .FirstOrDefault(period => period is { IsInterval: false })
                ?.LastYear,
            HasBaseline = columns.Any(column => column.Role == ColumnRole.Baseline),
            PlanYears = plan is null ? null : Period.Years(plan.Start, plan.End),
            Plan = plan,
            Reports = ReportSpan.Of(head),
            Issued = head.IssuedOn?.Start.Year,
            LastTarget = periods.Count > 0 ? periods.Max(period => period.LastYear) : null,
            SaysTarget = caption.SaysTarget || binds,
            Kind = head.Kind,
            Captioned = caption.Period,
            CaptionedAt = caption.PeriodSpan,
            TargetPeriods = periods,
            Current = columns.Select(PeriodOf).OfType<Period>().Distinct().ToArray() is [{ IsInterval: false } only]
                ? only.LastYear
                : null,
        };
        var dated = columns
            .Where(column => column.Role == ColumnRole.Value)
            .Select(PeriodOf)
            .OfType<Period>()
            .ToArray();
        if (
            plan is not null
            && dated is [{ } first, { } goal]
            && first.LastYear == plan.Start
            && goal.LastYear > first.LastYear + Horizon
        )
        {
            // 2022年 | 2035年 of a plan for 2022 to 2035: it starts from what stood in its first year.
            bare = bare with
            {
                Begins = plan.Start + 1,
            };
        }
        if (plan is not null && head.Kind != DocumentKind.Plan && !bare.SaysTarget && periods.Count == 0)
        {
            bare = bare with { FallsShort = dated.Length > 1 && dated.All(period => period.LastYear < plan.End) };
        }
        if (binds && plan is null && periods.Count == 0 && dated.Length > 1)
        {
            // What binds lies ahead: of bare years the last is the goal's.
            bare = bare with
            {
                LastTarget = dated.Max(period => period.LastYear),
            };
        }
        var goals = dated.Where(period => bare.ByDate(period, goals: true) == Role.Target).ToArray();
        return goals.Length == 0
            ? bare
            : bare with
            {
                HasTargets = true,
                LastTarget = Math.Max(bare.LastTarget ?? 0, goals.Max(period => period.LastYear)),
            };
    }

    /// <summary>The years from the status quo's to a goal's, which growth between the two is counted over.</summary>
    public Period? FromBaselineTo(Period? goal) =>
        BaselineYear is { } from && goal is { IsInterval: false } to && to.LastYear - from >= Horizon
            ? Period.Years(from + 1, to.LastYear)
            : null;

    /// <summary>用地指标基准值 in a table without goals or years is a standard, not the start of a plan.</summary>
    public bool IsStandard(Column column) =>
        column.Role == ColumnRole.Baseline
        && !HasTargets
        && Plan is null
        && PeriodOf(column) is null
        && column.Path.Any(cell => cell.Folded.EndsWith("基准值", StringComparison.Ordinal));

    /// <summary>本报告期, 期初余额: what a report's own title makes of the heading; a caption's date is nearer.</summary>
    public Period? ByReport(Column column, bool earlier) =>
        column.Path is [.., var own] && (Captioned is null || earlier) ? Reports?.Of(own.Folded) : null;

    /// <summary>What the values of a column are said as.</summary>
    public Role RoleOf(Column column) =>
        column.Role switch
        {
            ColumnRole.Baseline => Role.Baseline,
            ColumnRole.Target => Role.Target,
            // 2015年实际 beside 2020年目标 is where the plan starts from; 2023年执行数 beside 2024年预算数 a report.
            ColumnRole.Actual => column.Period is { } period
            && LastTarget - period.LastYear >= Horizon
            && !TargetPeriods.Contains(period)
                ? Role.Baseline
                : Role.Actual,
            _ => column.Period is { } period ? ByDate(period, HasTargets)
            : SaysTarget && Captioned is { } captioned && ByDate(captioned, true) == Role.Target ? Role.Target
            : SaysTarget && Captioned is null && !HasTargets ? Role.Target
            : Role.Actual,
        };

    public Role RoleOfChange(Period? period, Column? left) =>
        !HasTargets
            ? left?.Speaks == Role.Target
                ? Role.Target
                : Role.Actual
            : period is { } when && (PlanYears == when || LastTarget is { } last && when.LastYear >= last)
                ? Role.Target
                : period is null
                    ? left?.Speaks ?? Role.Target
                    : ByDate(period.Value, goals: true) == Role.Target
                        ? Role.Target
                        : Role.Actual;

    /// <summary>
    /// What a growth without a basis of its own is counted from: of a year or a part of it (1—6月) the year before, of a
    /// plan its baseline. Growth per year has none.
    /// </summary>
    public string? BasisOf(Column column, Period? period, bool perYear) =>
        perYear ? null
        : period is { IsInterval: true } span && span.LastYear > span.Start.Year || HasTargets && PlanYears is not null
            ? "baseline"
        : Changes.IsRate(column) ? "previous"
        : null;

    /// <summary>The period of a column that names none, and the words that give it; null words: inferred.</summary>
    public (Period? Period, Span? Span) PeriodFor(ColumnRole role, Role speaks)
    {
        if (role == ColumnRole.Baseline)
        {
            return Plan is { } plan ? (Period.Year(plan.Start - 1), null) : default;
        }
        // 2019年支出决算表 over 预算数 and 决算数: a goal of a year gone by, said by the header's words.
        var said = role is ColumnRole.Target or ColumnRole.Actual && !HasBaseline && Captioned is { IsInterval: false };
        if (Captioned is not null && (said || ByDate(Captioned.Value, speaks == Role.Target) == speaks))
        {
            return (Captioned, CaptionedAt);
        }
        return speaks == Role.Target && Plan is { } goal ? (Period.Year(goal.End), null) : default;
    }

    /// <summary>
    /// A year after the document's own date is a goal, one before it a fact; without a date the plan period parts
    /// them. Facts beside goals are the status quo when they lie before the plan.
    /// </summary>
    public Role ByDate(Period period, bool goals)
    {
        var year = period.LastYear;
        if (SaysTarget && Captioned is { IsInterval: true } span && year >= span.Start.Year && year <= span.LastYear)
        {
            // 2021年—2023年营造林任务: a task for each year.
            return Role.Target;
        }
        if (Plan is { } plan)
        {
            var start = Begins ?? plan.Start;
            var begins = Issued is { } issued && issued > start && issued <= plan.End ? issued : start;
            return year >= begins && !FallsShort && (Kind != DocumentKind.Report || year > (Issued ?? begins))
                    ? Role.Target
                : goals && year < start ? Role.Baseline
                : Role.Actual;
        }
        if (Issued is { } date)
        {
            return year > date || year == date && SaysTarget ? Role.Target
                : goals && SaysTarget ? Role.Baseline
                : Role.Actual;
        }
        return LastTarget is { } last && year < last ? Role.Baseline
            : SaysTarget ? Role.Target
            : Role.Actual;
    }

    private static PlanPeriod? PlanOf(TableCaption caption) =>
        caption.Plan is { End: { } end } plan ? PlanPeriods.OfYears(plan.Start.Year, end.Year) : null;

    private static Period? PeriodOf(Column column)
    {
        for (var level = column.Path.Count - 1; level >= 0; level--)
        {
            if (column.Path[level].Period?.Period is { } period)
            {
                return period;
            }
        }
        return null;
    }
}

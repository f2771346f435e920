using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>Gives each column of values its period, role, unit, and the words that tell it from its neighbours.</summary>
internal static class ValueColumns
{
    public static IReadOnlyList<Column> Read(IReadOnlyList<Column> columns, TableShape shape, RoleContext context)
    {
        var read = new Column[columns.Count];
        var left = default(Column);
        for (var index = 0; index < read.Length; index++)
        {
            var column = columns[index];
            if (column.Role.IsValue())
            {
                column =
                    column.Role == ColumnRole.Change ? AsChange(column, left, context) : AsValue(column, left, context);
                left = column.Role == ColumnRole.Change || IsEarlier(column, left) ? left : column;
                column = WithUnits(column);
            }
            read[index] = column;
        }
        return HeaderSeries.Tell(read, shape);
    }

    /// <summary>2017年 right of 2018年: a change behind both is that of the later.</summary>
    private static bool IsEarlier(Column column, Column? left) =>
        left?.Period is { } before && column.Period is { } now && now.LastYear < before.LastYear;

    private static Column AsValue(Column column, Column? left, RoleContext context)
    {
        var (period, span, sense) = PeriodOf(column);
        if (column.Role == ColumnRole.Standard || context.IsStandard(column))
        {
            return column with { Speaks = Role.Target };
        }
        if (column.Role == ColumnRole.Measure && period is null && left is not null)
        {
            return column with { Period = left.Period, PeriodSpan = left.PeriodSpan, Speaks = left.Speaks };
        }
        if (sense is PeriodSense.PlanName or PeriodSense.Plan && period is { } plan && StandsForItsEnd(column))
        {
            period = Period.Year(plan.LastYear);
        }
        if (period is null && left is not null && column.Path is [.., { IsPart: true }])
        {
            return column with { Period = left.Period, PeriodSpan = left.PeriodSpan, Speaks = left.Speaks };
        }
        var earlier = column.Path.Any(cell =>
            EarlierWords.Any(word => cell.Words.Contains(word, StringComparison.Ordinal))
        );
        if (period is null && context.ByReport(column, earlier) is { } reported)
        {
            (period, span) = (reported, column.HeaderSpan);
        }
        var dated = column with { Period = period, PeriodSpan = span };
        var speaks = context.RoleOf(dated);
        // 年初预算 is the goal of the year itself.
        if (speaks != Role.Target && earlier)
        {
            return period is null && context.Current is { } now && SaysYearBefore(column)
                ? dated with
                {
                    Period = Period.Year(now - 1),
                    PeriodInferred = true,
                    Speaks = speaks,
                }
                : dated with
                {
                    Speaks = speaks,
                };
        }
        if (period is null && context.PeriodFor(column.Role, speaks) is var (given, where) && given is not null)
        {
            return dated with { Period = given, PeriodSpan = where, PeriodInferred = where is null, Speaks = speaks };
        }
        return dated with { Speaks = speaks };
    }

    /// <summary>上年完成数 beside 2016年预算数; not 上年末.</summary>
    private static bool SaysYearBefore(Column column) =>
        column.Path.Any(cell =>
            (
                cell.Words.Contains("上年", StringComparison.Ordinal)
                || cell.Words.Contains("去年", StringComparison.Ordinal)
            ) && !cell.Words.Contains('末', StringComparison.Ordinal)
        );

    /// <summary>
    /// “十四五”规划目标 is the goal at its end, “十三五”现状 what stood at its end; “十四五”期间新增 and “十三五”完成 speak of
    /// the whole of it.
    /// </summary>
    private static bool StandsForItsEnd(Column column) =>
        column.Role == ColumnRole.Baseline
        || column.Role != ColumnRole.Actual
            && !column.Path.Any(cell => WholeWords.Any(word => cell.Folded.Contains(word, StringComparison.Ordinal)))
            && !column.Path.Any(cell => cell.Whole);

    private static readonly string[] WholeWords = ["累计", "新增", "合计", "总量"];

    /// <summary>年均增长(%), “十四五”增减情况, 比上年增长%: a change of what stands left of it.</summary>
    private static Column AsChange(Column column, Column? left, RoleContext context)
    {
        var words = string.Concat(column.Path.Select(cell => cell.Words));
        var perYear =
            words.Contains("年均", StringComparison.Ordinal) || words.Contains("每年", StringComparison.Ordinal);
        var previous = PreviousWords.Any(word => words.Contains(word, StringComparison.Ordinal));
        var basis = column.Path.Select(cell => cell.Basis).FirstOrDefault(year => year is not null);
        var (period, span, sense) = PeriodOf(column);
        var inferred = false;
        if (period is null && !previous && context.PlanYears is { } plan && context.HasTargets)
        {
            (period, inferred) = (plan, true);
        }
        if (
            perYear
            && period is { IsInterval: false }
            && context.PlanYears is { } whole
            && period == Period.Year(whole.LastYear)
        )
        {
            // 年均增长 under 2025年: of every year up to then.
            (period, inferred) = (whole, true);
        }
        if (
            period is null
            && !previous
            && left is { Speaks: Role.Target }
            && context.FromBaselineTo(left.Period) is { } years
        )
        {
            (period, inferred) = (years, true);
        }
        if (period is null && left is not null)
        {
            (period, span) = (left.Period, left.PeriodSpan);
        }
        var speaks =
            previous ? left?.Speaks ?? Role.Actual
            : column.Path.Any(cell => cell.Role == ColumnRole.Target) ? Role.Target
            : column.Path.Any(cell => cell.Role == ColumnRole.Actual) ? Role.Actual
            : context.RoleOfChange(period, left);
        return column with
        {
            Period = period,
            PeriodSpan = span,
            PeriodInferred = inferred,
            Speaks = speaks,
            Change = new ChangeHeader(
                perYear,
                words.Contains("累计", StringComparison.Ordinal),
                basis?.ToString() ?? (previous ? "previous" : context.BasisOf(column, period, perYear)),
                DecreaseWords.Any(word => words.Contains(word, StringComparison.Ordinal))
            ),
        };
    }

    /// <summary>期初余额, 上年同期: of a time before the one the caption names.</summary>
    private static readonly string[] EarlierWords = ["期初", "年初", "上年", "上期", "前期", "去年"];
    private static readonly string[] PreviousWords = ["上年", "同比", "上期", "去年", "环比", "前年"];
    private static readonly string[] DecreaseWords = ["下降", "降低", "减少", "降幅", "削减"];

    private static (Period? Period, Span? Span, PeriodSense? Sense) PeriodOf(Column column)
    {
        for (var level = column.Path.Count - 1; level >= 0; level--)
        {
            if (column.Path[level].Period is { Period: not null } mention)
            {
                return (mention.Period, mention.Span, mention.Sense);
            }
        }
        return default;
    }

    private static Column WithUnits(Column column)
    {
        for (var level = column.Path.Count - 1; level >= 0; level--)
        {
            if (column.Path[level].Unit is { } unit)
            {
                return TwoPart.IsHeader(column.Path[level])
                    ? column with
                    {
                        SecondUnit = unit,
                    }
                    : column with
                    {
                        Unit = unit,
                    };
            }
        }
        return column;
    }
}

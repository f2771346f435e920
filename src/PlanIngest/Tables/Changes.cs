using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>Numbers in a change column as changes, and the values that changes and references reach.</summary>
internal static class Changes
{
    private const string Points = "百分点";

    /// <summary>6.5 under 年均增长(%), -10% under 增减情况, [13.5] under 年均增长[累计].</summary>
    public static Quantity AsChange(Quantity number, ChangeHeader header, RowWords row, Column column, bool cumulative)
    {
        var value = number.Value ?? 0;
        var decrease =
            value < 0
            || header.Decrease
            || DecreaseNames.Any(word => row.FullName.EndsWith(word, StringComparison.Ordinal));
        var unit = number.Unit ?? (IsRate(column) ? "%" : null);
        // [3.4] under 年均增长: the square brackets say that it is the growth of all the years.
        var perYear = header.PerYear && !cumulative;
        return number with
        {
            Kind = QuantityKind.Change,
            Value = Math.Abs(value),
            Unit = unit,
            Change = new Change(
                decrease ? ChangeDirection.Decrease : ChangeDirection.Increase,
                unit is "%" or "‰" ? ChangeMode.Relative
                    : unit == Points ? ChangeMode.Points
                    : unit is "倍" ? ChangeMode.Multiple
                    : ChangeMode.Absolute,
                header.Basis ?? (header.PerYear && cumulative ? "baseline" : null),
                perYear ? ChangePer.Year : null
            ),
        };
    }

    /// <summary>单位GDP能耗降低: a positive figure in a change column is a decrease.</summary>
    private static readonly string[] DecreaseNames = ["降低", "下降", "减少", "降幅", "削减"];

    /// <summary>Growth is said in percent where nobody prints a unit: 增长率, 年均增长; not 增减, 增量.</summary>
    public static bool IsRate(Column column) =>
        column.Change is { PerYear: true }
        || column.Path.Any(cell => RateWords.Any(word => cell.Folded.EndsWith(word, StringComparison.Ordinal)));

    private static readonly string[] RateWords =
    [
        "率",
        "增速",
        "增长",
        "增幅",
        "降幅",
        "同比",
        "速度",
        "幅度",
        "growth",
        "rate",
    ];

    /// <summary>
    /// 55 after 48.2 with a growth of 6.8 under 年均增长[累计], 5 after 5.7亿亩 with 〔-0.7〕: where the two values of a row
    /// differ by just the figure printed, the growth is that difference, in points of a rate, else in the row's unit.
    /// Not: 8% printed with its sign, or a figure that fits as a growth in percent too.
    /// </summary>
    public static void SeeSteps(Document document, List<Observation> observations, UnitWords? unit)
    {
        for (var index = 0; index < observations.Count; index++)
        {
            if (
                observations[index].Quantity
                    is not {
                        Change: { Mode: ChangeMode.Relative, Basis: null or "baseline" } change,
                        Value: { } by
                    } growth
                || document.Slice(observations[index].Span).IndexOfAny('%', '％') >= 0
                || observations.Find(IsLevel) is not { } first
                || observations.FindLast(IsLevel) is not { } last
                || first.Quantity.Unit != last.Quantity.Unit
            )
            {
                continue;
            }
            var rate = first.Quantity.Unit == "%";
            var step = rate ? by : by * (unit?.Multiplier ?? 1);
            var (from, to) = (first.Quantity.Value!.Value, last.Quantity.Value!.Value);
            var sign = change.Direction == ChangeDirection.Increase ? 1 : -1;
            if (rate ? Math.Abs(to - from) != step : to - from != sign * step || from * (100 + sign * by) == to * 100)
            {
                continue;
            }
            observations[index] = observations[index] with
            {
                Quantity = growth with
                {
                    Value = step,
                    Unit = rate ? Points : first.Quantity.Unit,
                    Change = change with { Mode = rate ? ChangeMode.Points : ChangeMode.Absolute, Per = null },
                },
            };
        }
    }

    private static bool IsLevel(Observation one) => one.Quantity is { Kind: QuantityKind.Number, Value: not null };

    /// <summary>
    /// Resolves references against the row's baseline, and adds the level a change reaches from it. Changes per year
    /// or against another basis reach none that the row lets be known.
    /// </summary>
    public static void Resolve(List<Observation> observations)
    {
        var baseline = observations.Find(one =>
            one.Role == Role.Baseline && one.Quantity is { Kind: QuantityKind.Number, Comparator: Comparator.Equal }
        );
        if (baseline is null)
        {
            return;
        }
        for (var index = 0; index < observations.Count; index++)
        {
            var one = observations[index];
            var quantity = one.Quantity;
            if (quantity is { Kind: QuantityKind.Reference, Words: "baseline", Value: null })
            {
                observations[index] = one with
                {
                    Quantity = quantity with { Value = baseline.Quantity.Value, Unit = baseline.Quantity.Unit },
                    Level = LevelOf(quantity.Comparator, baseline.Quantity.Value, baseline.Quantity.Unit),
                };
            }
            else if (quantity is { Kind: QuantityKind.Change, Value: not null, Change: { Per: null } change })
            {
                observations[index] = one with { Level = Reached(quantity, change, baseline) };
            }
        }
    }

    private static Level? Reached(Quantity quantity, Change change, Observation baseline)
    {
        var from = baseline.Quantity.Value ?? 0;
        var by = quantity.Value ?? 0;
        var known =
            change.Basis is null or "baseline" || baseline.Period is { } period && change.Basis == period.ToString();
        if (!known || Math.Abs(from) > 1e20m || Math.Abs(by) > 1e8m && change.Mode != ChangeMode.Absolute)
        {
            return null;
        }
        var sign = change.Direction == ChangeDirection.Increase ? 1 : -1;
        var sameUnit = quantity.Unit is null || quantity.Unit == baseline.Quantity.Unit;
        decimal? value = change.Mode switch
        {
            ChangeMode.Relative => from + sign * from * by / 100,
            ChangeMode.Points when baseline.Quantity.Unit == "%" => from + sign * by,
            ChangeMode.Absolute when sameUnit => from + sign * by,
            ChangeMode.Multiple when sign > 0 => from * by,
            _ => null,
        };
        return LevelOf(sign > 0 ? quantity.Comparator : Turned(quantity.Comparator), value, baseline.Quantity.Unit);
    }

    /// <summary>降低10%以上 leaves at most so much.</summary>
    private static Comparator? Turned(Comparator? comparator) =>
        comparator switch
        {
            Comparator.AtLeast => Comparator.AtMost,
            Comparator.AtMost => Comparator.AtLeast,
            Comparator.MoreThan => Comparator.LessThan,
            Comparator.LessThan => Comparator.MoreThan,
            _ => comparator,
        };

    private static Level? LevelOf(Comparator? comparator, decimal? value, string? unit) =>
        value is { } reached ? new Level(comparator ?? Comparator.Equal, reached, unit) : null;
}

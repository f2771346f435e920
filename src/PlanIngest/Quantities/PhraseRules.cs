using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// The rules of the quantity grammar, in the order they are tried at a token; the first that matches wins. What a rule
/// refuses here it refuses in cells and in prose; what only prose refuses is in <see cref="ProseRefusals"/>.
/// </summary>
internal static class PhraseRules
{
    public static IReadOnlyList<PhraseRule> All { get; } =
    [
        // 三次产业比例15∶40∶45, 医护比达到1:1.25; not 8:30.
        new("ratio", "lead* amount colon amount colon amount", Ratio),
        new("ratio-of-two", "lead* amount colon amount", RatioOfTwo),
        // 2-3个, 5至8万人, 每年增加3-5个; not 2021-2025年.
        new("range", "lead|limit|approximate|basis|per|change|growth* amount dash|until amount after*", Range),
        // 增加到原来的3倍, 达到上年的1.5倍; not 原来的3家.
        new("fold-of", "lead|basis* original approximate? amount after*", FoldOf),
        // 比2015年增长6.5%以上, 增长-1.3%, 年均下降1个百分点, 新增2个; not 增加到84亿元, 改造提升20个.
        new(
            "change",
            "basis|lead|adverb|per* change done|approximate|limit|hold|reach|per|from* negative|dash? amount after*",
            Change
        ),
        // 降幅达到15%, 增幅不低于5%; not 增幅居全省前列.
        new(
            "growth",
            "basis|lead|adverb|per* growth lead|limit|approximate|per|done* negative|dash? amount after*",
            Growth
        ),
        // 以年均5%的速度增长, 保持6%以上的增速; not 以60%的比例.
        new("speed", "at|hold|reach|per|basis* approximate|limit|per* amount after* speed", Speed),
        // 比2000年翻一番, 翻两番; not 翻身.
        new("double", "basis|lead|adverb|per* double after*", Double),
        // 减半, 比2015年减半; not 半年.
        new("halved", "basis|lead|adverb|per* halved", Halved),
        // 零增长, 实现零增长; not 零距离.
        new("zero-growth", "basis|lead|adverb* zero", ZeroGrowth),
        // 过半, 超半数; not 一年过半.
        new("over-half", "lead* half", OverHalf),
        // 至少有1家, 至少配备1名; not 至少三级医院.
        new("at-least-verb", "limit ~amount after*", Loose),
        // 达到70%以上, 近40万人次, 控制在9天以内; not 2025年.
        new("number", "lead|limit|approximate|per* negative|dash|plus? amount after*", Number),
        // 达到七级, B级及以上; what class of thing a grade names (三级医院) is told apart in prose.
        new("grade", "lead|limit* grade after*", Grade),
        // 高于全国0.8个百分点, 高于全国增幅3.77个百分点; not 高于全国3家.
        new("points-apart", "limit ~growth? ~amount after*", PointsApart),
        // 全覆盖, 基本实现全覆盖; not 覆盖面.
        new("cover", "lead* cover", Cover),
    ];

    private static Quantity? Ratio(PhraseMatch match) => InWords(match, TokenKind.Amount, 3);

    private static Quantity? RatioOfTwo(PhraseMatch match)
    {
        var second = match.Tokens[^1];
        return
            match.Amount is { Number.Value: < 100 } first
            && (!first.Number.HasPoint || second.Number.Value == 1)
            && !LooksLikeClock(first, second)
            ? InWords(match, TokenKind.Amount, 2)
            : null;
    }

    private static bool LooksLikeClock(Token hours, Token minutes) =>
        hours.Number.Value <= 24
        && minutes.Number is { Digits: 2, Value: < 60, HasPoint: false }
        && hours.Number.Value != 1;

    private static Quantity? InWords(PhraseMatch match, TokenKind kind, int count)
    {
        foreach (var token in match.Tokens)
        {
            count -= token.Kind == kind && token.Unit.Kind == UnitKind.None ? 1 : 0;
        }
        return count == 0 ? new Quantity { Kind = QuantityKind.Text } : null;
    }

    private static Quantity? Range(PhraseMatch match)
    {
        var first = match.IndexOf(TokenKind.Amount);
        Token low = match.Tokens[first],
            high = match.Tokens[match.IndexOf(TokenKind.Amount, first + 1)];
        if (low.Unit.Kind != UnitKind.None && low.Unit.Base != high.Unit.Base && high.Unit.Kind != UnitKind.None)
        {
            return null;
        }
        var unit = high.Unit.Kind == UnitKind.None ? low.Unit : high.Unit;
        var shared = low.Unit.Kind == UnitKind.None && low.Number.Scale == 1 ? high.Number.Scale : low.Number.Scale;
        var read = new Quantity
        {
            Kind = QuantityKind.Range,
            Low = Times(low.Number.Value * shared, unit.Multiplier),
            High = Times(high.Number.Value * high.Number.Scale, unit.Multiplier),
            Unit = unit.Base,
            Approximate = match.Approximate,
        };
        return read.Low < read.High && low.Number.Style != NumeralStyle.MultiplierAlone ? read : null;
    }

    private static Quantity? FoldOf(PhraseMatch match) =>
        match.Amount.Unit.Kind == UnitKind.Times
            ? ChangeBy(match, ChangeDirection.Increase, match.Amount.Number.Value, "倍", ChangeMode.Multiple)
            : null;

    private static Quantity? Change(PhraseMatch match)
    {
        var verb = match.ValueOf(TokenKind.Change)!;
        return verb.EndsWith("measure", StringComparison.Ordinal) && match.Amount.Unit.Kind == UnitKind.Count
            ? null
            : ChangeOf(match, verb);
    }

    private static Quantity? Growth(PhraseMatch match) =>
        match.Amount.Unit.Kind is UnitKind.Rate or UnitKind.Points
            ? ChangeOf(match, match.ValueOf(TokenKind.Growth)!)
            : null;

    private static Quantity? Speed(PhraseMatch match) =>
        match.Amount.Unit.Kind == UnitKind.Rate ? ChangeOf(match, match.ValueOf(TokenKind.Speed)!) : null;

    private static Quantity? ChangeOf(PhraseMatch match, string direction)
    {
        var amount = match.Amount;
        if (amount.Number.Style == NumeralStyle.MultiplierAlone && !match.HasLimit && !match.Approximate)
        {
            return null;
        }
        var way = direction.StartsWith("increase", StringComparison.Ordinal)
            ? ChangeDirection.Increase
            : ChangeDirection.Decrease;
        var value = ValueOf(amount);
        return amount.Unit.Kind switch
        {
            UnitKind.Rate => ChangeBy(match, way, value, amount.Unit.Base, ChangeMode.Relative),
            UnitKind.Points => ChangeBy(match, way, value, amount.Unit.Base, ChangeMode.Points),
            UnitKind.Times => ChangeBy(
                match,
                way,
                value + (way == ChangeDirection.Increase ? 1 : 0),
                "倍",
                ChangeMode.Multiple
            ),
            UnitKind.None when amount.Number.IsFraction => ChangeBy(match, way, value, null, ChangeMode.Relative),
            _ => ChangeBy(match, way, value, amount.Unit.Base, ChangeMode.Absolute),
        };
    }

    private static Quantity ChangeBy(
        PhraseMatch match,
        ChangeDirection direction,
        decimal? value,
        string? unit,
        ChangeMode mode
    )
    {
        var fell = match.Has(TokenKind.Negative) || match.Has(TokenKind.Dash);
        return new Quantity
        {
            Kind = QuantityKind.Change,
            Comparator = match.Comparator,
            Value = fell ? -value : value,
            Unit = unit,
            Approximate = match.Approximate,
            Change = new Change(direction, mode, match.ValueOf(TokenKind.Basis), PerOf(match.ValueOf(TokenKind.Per))),
        };
    }

    private static ChangePer? PerOf(string? word) =>
        word switch
        {
            "year" => ChangePer.Year,
            "quarter" => ChangePer.Quarter,
            "month" => ChangePer.Month,
            _ => null,
        };

    private static Quantity? Double(PhraseMatch match) =>
        ChangeBy(match, ChangeDirection.Increase, match.ValueOf(TokenKind.Double)![0] - '0', "倍", ChangeMode.Multiple);

    private static Quantity? Halved(PhraseMatch match) =>
        ChangeBy(match, ChangeDirection.Decrease, 50, "%", ChangeMode.Relative);

    private static Quantity? ZeroGrowth(PhraseMatch match) =>
        ChangeBy(match, ChangeDirection.Increase, 0, "%", ChangeMode.Relative);

    private static Quantity? OverHalf(PhraseMatch match) => Quantity.Number(50, "%", Comparator.MoreThan);

    private static Quantity? Loose(PhraseMatch match) =>
        match.Tokens[0].Value.EndsWith("loose", StringComparison.Ordinal) && match.Amount.Gap <= 3
            ? Number(match)
            : null;

    private static Quantity? Number(PhraseMatch match)
    {
        var amount = match.Amount;
        if (IsUpTo(match, amount))
        {
            return null;
        }
        var alone = amount.Number.Style == NumeralStyle.MultiplierAlone && amount.Unit.Kind != UnitKind.Rate;
        if (alone && !match.HasLimit && !match.Approximate)
        {
            return null;
        }
        if (amount.Number.High is { } high)
        {
            return new Quantity
            {
                Kind = QuantityKind.Range,
                Low = ValueOf(amount),
                High = Times(high * amount.Number.Scale, Multiplier(amount)),
                Unit = amount.Unit.Base,
                Approximate = true,
            };
        }
        var sign = match.Has(TokenKind.Negative) || match.Has(TokenKind.Dash) ? -1 : 1;
        return ValueOf(amount) is { } value
            ? Quantity.Number(sign * value, amount.Unit.Base, match.Comparator) with
            {
                Approximate = match.Approximate,
            }
            : null;
    }

    private static Quantity? Grade(PhraseMatch match)
    {
        var grade = match.Tokens[match.IndexOf(TokenKind.Grade)];
        return new Quantity
        {
            Kind = QuantityKind.Grade,
            Comparator = match.HasLimit ? match.Comparator : null,
            Value = grade.Unit.Base is null ? null : grade.Number.Value,
            Unit = grade.Unit.Base,
        };
    }

    private static Quantity? PointsApart(PhraseMatch match) =>
        match.Amount.Unit.Kind == UnitKind.Points && match.Tokens[0].Value is ">" or "<"
            ? ChangeOf(match, match.Tokens[0].Value == ">" ? "increase" : "decrease")! with
            {
                Comparator = match.Has(TokenKind.After) ? match.Comparator : Comparator.Equal,
            }
            : null;

    /// <summary>上百家 and 上千万元; in 基础上增至7个 the 上 is another word.</summary>
    private static bool IsUpTo(PhraseMatch match, Token amount) =>
        match.ValueOf(TokenKind.Limit) == ">= approximate"
        && (amount.Number.Style != NumeralStyle.MultiplierAlone || match.Tokens[^2].Kind == TokenKind.To);

    private static Quantity? Cover(PhraseMatch match) =>
        match.ValueOf(TokenKind.Cover) == "100"
            ? new Quantity
            {
                Kind = QuantityKind.Text,
                Value = 100,
                Unit = "%",
            }
            : new Quantity { Kind = QuantityKind.Text };

    /// <summary>In base units.</summary>
    private static decimal? ValueOf(Token amount) =>
        Times(amount.Number.Value * amount.Number.Scale, Multiplier(amount));

    private static decimal Multiplier(Token amount) => amount.Unit.Kind == UnitKind.None ? 1 : amount.Unit.Multiplier;

    /// <summary>The product without zeros behind its last digit.</summary>
    private static decimal Times(decimal value, decimal multiplier) =>
        value * (multiplier == 0 ? 1 : multiplier) / 1.0000000000000000000000000000m;
}

using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// Numbers of prose that measure nothing, by the guide of what counts as a fact. Each check names what it refuses.
/// Dates, titles, quotations and names with letters never become amounts (<see cref="Lexer"/>).
/// </summary>
internal static class ProseRefusals
{
    /// <summary>A prose number with more digits is a telephone number or several numbers run together.</summary>
    private const int MostDigits = 12;

    /// <summary>之一 belongs to a number this close before it.</summary>
    private const int OneOfReach = 12;

    /// <summary>The noun a numeral counts ends this close behind it.</summary>
    private const int NounReach = 10;

    public static bool Refuse(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Quantity read)
    {
        if (IsHalfway(text, match[0]))
        {
            return true;
        }
        var phrase = new PhraseMatch(match);
        if (phrase.IndexOf(TokenKind.Grade) is >= 0 and var grade)
        {
            return IsClass(text, stretch, match, match[grade]);
        }
        var first = phrase.IndexOf(TokenKind.Amount);
        if (first < 0)
        {
            return false;
        }
        var amount = match[first];
        if (read.Kind == QuantityKind.Text)
        {
            return false;
        }
        var before = Letters.Before(text, amount.Start, stretch.Start);
        if (phrase.Has(TokenKind.Dash) && read.Kind == QuantityKind.Number)
        {
            // A minus in prose stands behind a verb, a mark or a rate (自然增长率-1.3‰); a dash of a list or a broken range does not.
            var mark = Letters.Before(text, match[phrase.IndexOf(TokenKind.Dash)].Start, stretch.Start);
            if (
                before != '-'
                || !(
                    mark is ':' or '(' or ',' or '、' or ']'
                    || match[0].Kind != TokenKind.Dash
                    || mark == '率' && amount.Unit.Kind == UnitKind.Rate
                )
            )
            {
                return true;
            }
        }
        return IsOrdinal(before, amount)
            || IsCode(text, match, amount)
            || IsPoints(text, stretch, match, amount, before)
            || IsOneOf(text, stretch, match, amount)
            || IsPerSomething(text, stretch, match[0], amount, before)
            || IsArticle(match, amount)
            || IsSlogan(text, stretch, match, amount)
            || IsAge(text, stretch, match)
            || IsMachineSize(text, stretch, match, amount)
            || IsDuration(text, stretch, match, amount, read)
            || IsNumbered(match[^1])
            || IsPlaceOrLine(text, match[^1])
            || IsCircle(text, stretch, match, amount)
            || IsBare(text, stretch, match, amount, read);
    }

    /// <summary>60万千瓦以上机组, 20万元以下的贷款.</summary>
    public static bool Qualifies(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match)
    {
        var last = match[^1];
        var amount = new PhraseMatch(match).IndexOf(TokenKind.Amount);
        return amount >= 0
            && last.Kind == TokenKind.After
            && match[amount].Unit.Kind
                is UnitKind.None
                    or UnitKind.Measure
                    or UnitKind.Money
                    or UnitKind.Equipment
                    or UnitKind.Time
            && Letters.IsHan(Letters.After(text, last.End, stretch.End));
    }

    /// <summary>三级医院, 二级甲等以上医院, Ⅲ类水体: a class of things; 达到七级水平 is a grade.</summary>
    private static bool IsClass(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token grade)
    {
        var next = Letters.After(text, match[^1].End, stretch.End);
        if (
            Letters.IsLatin(next)
            || IsOfDays(text[match[^1].End..stretch.End])
            || Letters.Before(text, grade.Start, stretch.Start) is '第' or '国' or '省' or '甲' or '乙'
        )
        {
            return true;
        }
        return Letters.IsHan(next)
            && match[0].Kind != TokenKind.From
            && !(match[^1].Kind == TokenKind.Grade && ContextWords.Referents.StandsAt(text, match[^1].End, stretch.End))
            && next is not ('和' or '与' or '、' or '甚')
            && !(next == '标' && match[^1].Kind == TokenKind.Grade);
    }

    /// <summary>国家二级标准以上天数, 二级标准的天数: which days are counted.</summary>
    private static bool IsOfDays(ReadOnlySpan<char> behind) =>
        behind.StartsWith("标准天数") || behind.StartsWith("标准以上天数") || behind.StartsWith("标准的天数");

    /// <summary>时间过半，任务过半: how far a year has gone. Not: 收入过半, 进度过半.</summary>
    private static bool IsHalfway(ReadOnlySpan<char> text, Token first) =>
        first.Start > 1
        && text[first.Start..].StartsWith("过半")
        && (text[..first.Start].EndsWith("时间") || text[..first.Start].EndsWith("任务"));

    /// <summary>第十次, 前10名, 数十家, 7×24小时, 上述三个行业.</summary>
    private static bool IsOrdinal(char before, Token amount) =>
        before is '第' or '×'
        || (before is '述' or '这' or '那' && amount.Number is { Style: not NumeralStyle.Digits, Value: < 20 })
        || (before is '数' or '几' && amount.Number.Style != NumeralStyle.Digits)
        || (before == '前' && amount.Unit.Kind is UnitKind.None or UnitKind.Count);

    /// <summary>01分级诊疗, 02环境: a number that begins with 0; digits run together by a lost table.</summary>
    private static bool IsCode(ReadOnlySpan<char> text, ReadOnlySpan<Token> match, Token amount) =>
        amount.Number.Digits > MostDigits
        || (
            amount.Number is { Style: NumeralStyle.Digits, HasPoint: false, Digits: > 1 }
            && Letters.Fold(text[amount.Start]) == '0'
        );

    /// <summary>（0.5分）: what a task of a scoring sheet is worth.</summary>
    private static bool IsPoints(
        ReadOnlySpan<char> text,
        Span stretch,
        ReadOnlySpan<Token> match,
        Token amount,
        char before
    ) => amount.Unit.Kind == UnitKind.Score && before == '(' && Letters.After(text, match[^1].End, stretch.End) == ')';

    /// <summary>进步最快的10个城市之一. Not: 减少到29个，内设机构精简四分之一.</summary>
    private static bool IsOneOf(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token amount) =>
        amount.Unit.Kind == UnitKind.Count
        && text[match[^1].End..Math.Min(stretch.End, match[^1].End + OneOfReach)] is var rest
        && rest.IndexOf("之一") is >= 0 and var at
        && (at == 0 || rest[at - 1] != '分');

    /// <summary>The unit of the phrase's last amount.</summary>
    private static Unit LastUnit(ReadOnlySpan<Token> match)
    {
        for (var at = match.Length - 1; at > 0; at--)
        {
            if (match[at].Kind == TokenKind.Amount)
            {
                return match[at].Unit;
            }
        }
        return match[0].Unit;
    }

    /// <summary>每千人口, 每10万人, 每百元: the amount belongs to the name.</summary>
    private static bool IsPerSomething(ReadOnlySpan<char> text, Span stretch, Token first, Token amount, char before) =>
        before == '每'
        && (first.Kind == TokenKind.Amount || text[amount.Start - 1] == '每')
        && stretch.Start < amount.Start;

    /// <summary>一个一流团队, 两个项目: one and two in Chinese characters are articles unless a limit or change counts them.</summary>
    private static bool IsArticle(ReadOnlySpan<Token> match, Token amount)
    {
        if (
            amount.Number is not { Style: NumeralStyle.Chinese, Value: 1 or 2, Scale: 1, HasPoint: false, High: null }
            || amount.Number.RateUnit is not null
            || amount.Unit.Kind is not (UnitKind.Count or UnitKind.Measure or UnitKind.Time or UnitKind.None)
        )
        {
            return false;
        }
        foreach (var token in match)
        {
            if (token.Kind is TokenKind.Limit or TokenKind.Change or TokenKind.After)
            {
                return false;
            }
        }
        return amount.Number.Digits == 1;
    }

    /// <summary>四个方面, 实现三个转变, 5个着力: what is enumerated, not measured.</summary>
    private static bool IsSlogan(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token amount) =>
        (match.Length == 1 || match is [{ Kind: TokenKind.Reach }, { Number.Style: NumeralStyle.Chinese }])
        && amount.Unit is { Kind: UnitKind.Count, Base: "个" or "项" or "条" or "类" or "种" or "张" }
        && amount.Number is { Value: < 13, Scale: 1, HasPoint: false }
        && (
            EndsInSlogan(text, amount, stretch.End)
            || (
                match.Length == 1
                && amount.Number.Style == NumeralStyle.Chinese
                && ContextWords.Enumerated.StandsIn(text, amount.End, Math.Min(stretch.End, amount.End + NounReach))
            )
        );

    /// <summary>
    /// 四个方面, 5个着力, 4个方面的指标构成; in digits only where nothing is named by that word: 8个专项规划 are counted.
    /// </summary>
    private static bool EndsInSlogan(ReadOnlySpan<char> text, Token amount, int end) =>
        ContextWords.Slogans.Match(text, Letters.SkipBlanks(text, amount.End, end), end, out _) is > 0 and var close
        && (
            amount.Number.Style != NumeralStyle.Digits
            || Letters.After(text, close, end) is var next && (next == '的' || !Letters.IsHan(next))
        );

    /// <summary>65岁以上老年人, 3岁以下婴幼儿, 0—6岁儿童, 0-36个月儿童.</summary>
    private static bool IsAge(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match)
    {
        var last = match[^1];
        var unit = last.Kind == TokenKind.After && match.Length > 1 ? match[^2].Unit : last.Unit;
        if (unit is not ({ Kind: UnitKind.Age } or { Base: "个月" }))
        {
            return false;
        }
        var limits = last is { Kind: TokenKind.After, Value: not "~" } && match[0].Kind != TokenKind.To;
        return ContextWords.Persons.StandsAt(text, last.End, stretch.End)
            || (limits && Letters.IsHan(Letters.After(text, last.End, stretch.End)));
    }

    /// <summary>500千伏输变电工程, 35蒸吨以上锅炉.</summary>
    private static bool IsMachineSize(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token amount) =>
        amount.Unit.Kind == UnitKind.Equipment && Letters.IsHan(Letters.After(text, match[^1].End, stretch.End));

    /// <summary>三年行动, 连续27年, 5年内: a length of time that is no value; 平均受教育年限达到11.3年 is one.</summary>
    private static bool IsDuration(
        ReadOnlySpan<char> text,
        Span stretch,
        ReadOnlySpan<Token> match,
        Token amount,
        Quantity read
    )
    {
        if (LastUnit(match).Kind != UnitKind.Years || amount.Number.HasPoint || read.Kind == QuantityKind.Change)
        {
            return false;
        }
        var lead =
            match[^1].Kind == TokenKind.After
                && Letters.Before(text, match[0].Start, stretch.Start) is '和' or '与' or '、' or '及'
            || match[0].Kind
                is TokenKind.Reach
                    or TokenKind.To
                    or TokenKind.Hold
                    or TokenKind.Limit
                    or TokenKind.Control;
        return !lead
            || Letters.IsHan(Letters.After(text, match[^1].End, stretch.End))
            || Letters.Before(text, match[0].Start, stretch.Start) is '续' or '持';
    }

    /// <summary>地铁4号线北段: the number is the line's name.</summary>
    private static bool IsNumbered(Token last) => last.Unit.Base == "号线";

    /// <summary>北纬36度线, 东经119度; 101路公交车, 3路、5路公交: a place on the globe, a line. Not: 已经下降3度, 接入视频101路.</summary>
    private static bool IsPlaceOrLine(ReadOnlySpan<char> text, Token last)
    {
        var before = text[..last.Start];
        if (last.Unit.Base == "度")
        {
            return before.EndsWith("北纬")
                || before.EndsWith("南纬")
                || before.EndsWith("东经")
                || before.EndsWith("西经");
        }
        var behind = text.Slice(last.End, Math.Min(LineReach, text.Length - last.End));
        var bus = last.Unit.Base == "路" ? behind.IndexOf("公交") : -1;
        return bus >= 0 && behind[..bus].IndexOfAnyExcept(Lines) < 0;
    }

    private static readonly SearchValues<char> Lines = SearchValues.Create("0123456789路、和 ");

    /// <summary>Lines named together (3路、5路和101路公交) stand this close before the word.</summary>
    private const int LineReach = 20;

    /// <summary>15分钟健身圈, 30分钟医疗服务圈.</summary>
    private static bool IsCircle(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token amount) =>
        amount.Unit.Kind is UnitKind.Time or UnitKind.Measure
        && ContextWords.Circles.StandsAt(text, match[^1].End, stretch.End);

    /// <summary>
    /// A number without a unit is a list mark, a name (工业4.0, 第3章, 110国道) or a part of one, unless a verb or a limit
    /// gives it as a value (系数提高到0.45) or a noun of measure stands before it (系数0.45).
    /// </summary>
    private static bool IsBare(
        ReadOnlySpan<char> text,
        Span stretch,
        ReadOnlySpan<Token> match,
        Token amount,
        Quantity read
    )
    {
        if (read.Unit is not null || amount.Number.IsFraction)
        {
            return amount.Number.IsFraction
                && match[0].Kind == TokenKind.Amount
                && amount.Number.Style == NumeralStyle.Digits
                && !Letters.IsHan(Letters.After(text, match[^1].End, stretch.End))
                && !Letters.IsHan(Letters.Before(text, amount.Start, stretch.Start));
        }
        if (amount.Number.Scale >= 10_000 && amount.Number.Style == NumeralStyle.Digits)
        {
            return false;
        }
        if (amount.Number.Style != NumeralStyle.Digits)
        {
            return !CountsPersons(text, stretch, match, amount);
        }
        var next = Letters.After(text, match[^1].End, stretch.End);
        if (IsStart(text, stretch, match, amount))
        {
            return false;
        }
        if (
            Letters.IsHan(next)
            || Letters.IsLatin(next)
            || next is '-' or '/' or '—' or '×'
            || (next == ')' && match.Length == 1)
        )
        {
            return true;
        }
        foreach (var token in match)
        {
            if (
                token.Kind
                    is TokenKind.Limit
                        or TokenKind.Change
                        or TokenKind.To
                        or TokenKind.From
                        or TokenKind.Hold
                        or TokenKind.Control
                        or TokenKind.After
                        or TokenKind.Approximate
                || (token.Kind == TokenKind.Reach && (amount.Number.HasPoint || text[token.Start] == '达'))
            )
            {
                return false;
            }
        }
        return !amount.Number.HasPoint
            || Letters.Before(text, amount.Start, stretch.Start) is not ('数' or '率' or '比' or '值' or '度' or 'H');
    }

    /// <summary>
    /// 四千二百多万城镇劳动力, 五亿多农民: people are counted without a unit. Not: 亿万人民, 百万雄师, 十万八千里.
    /// </summary>
    private static bool CountsPersons(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token amount)
    {
        if (amount.Number.Style == NumeralStyle.MultiplierAlone || amount.Number.Value * amount.Number.Scale < 100_000)
        {
            return false;
        }
        for (var at = match[^1].End; at < Math.Min(stretch.End, match[^1].End + PersonReach); at++)
        {
            if (!Letters.IsHan(text[at]))
            {
                return false;
            }
            if (ContextWords.Persons.StandsAt(text, at, stretch.End))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>城镇, 贫困 and the like may stand between the number and the people.</summary>
    private const int PersonReach = 4;

    /// <summary>系数从0.45提高到0.50, 倍差由2.37缩小到1.94: the value something goes on from. Not: 从5.0版升级到6.0版.</summary>
    private static bool IsStart(ReadOnlySpan<char> text, Span stretch, ReadOnlySpan<Token> match, Token amount)
    {
        if (
            !amount.Number.HasPoint
            || match[0].Kind != TokenKind.From
                && Letters.Before(text, match[0].Start, stretch.Start) is not ('从' or '由')
        )
        {
            return false;
        }
        var behind = text[match[^1].End..Math.Min(stretch.End, match[^1].End + "缩小到".Length)];
        return behind.Length == 3
            && behind[2] is '到' or '至' or '为'
            && !behind.Contains('版')
            && !behind.Contains('级');
    }
}

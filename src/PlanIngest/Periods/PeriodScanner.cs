using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>Tries to read one period at one place of a text. Holds no state between calls.</summary>
internal readonly ref partial struct PeriodScanner(string text, Span stretch, DocumentHead head, bool bareYears)
{
    /// <summary>The characters, besides digits, that a period may begin with.</summary>
    public static readonly SearchValues<char> Openers = SearchValues.Create(
        "一二三四五六七八九十零〇○Ｏ两“”\"‘「『＂第今本去上下前头后明当目现截迄至近过未以规期令平昭同这"
    );

    private readonly ReadOnlySpan<char> shown = text;
    private readonly int end = stretch.End;

    /// <summary>Reads the period that begins at this offset.</summary>
    public bool TryRead(int at, out PeriodMention mention)
    {
        var c = shown[at];
        if (Digit(c) >= 0)
        {
            return TryYears(at, out mention) || TryMonths(at, out mention) || TrySomeYears(at, out mention);
        }
        return ChineseDigit(c) >= 0 || c is '十' or '两'
                ? TryYears(at, out mention)
                    || TryPlan(at, at, quoted: false, out mention)
                    || TrySomeYears(at, out mention)
                    || TryYearsOfNamedPlan(at, out mention)
                    || TryPartAlone(at, out mention)
            : IsQuote(c) ? TryPlan(at, at + 1, quoted: true, out mention)
            : TryWords(at, out mention);
    }

    /// <summary>2025年, 2025年底, 2024年12月31日, 2016—2020年, 二〇二五年, 2 0 1 5 年. Not: 2025人, 12025年.</summary>
    private bool TryYears(int at, out PeriodMention mention)
    {
        mention = default;
        if (IsInsideNumber(at) || !TryYear(at, out var next, out var year))
        {
            return false;
        }
        var afterYear = SkipBlank(next);
        var marked = Peek(afterYear) == '年';
        var first = new PeriodPoint(year);
        var close = next;
        if (marked)
        {
            close = ReadRestOfDate(afterYear + 1, ref first);
        }
        if (TryRangeMark(SkipBlank(close), out var second))
        {
            var last = default(PeriodPoint);
            if (TryYear(SkipBlank(second), out var afterSecond, out var secondYear) && secondYear > year)
            {
                var mark = SkipBlank(afterSecond);
                if (Peek(mark) == '年')
                {
                    last = new PeriodPoint(secondYear);
                    var stop = ReadRestOfDate(mark + 1, ref last);
                    return Found(at, stop, new Period(first, last), PeriodSense.Range, out mention);
                }
                if (bareYears)
                {
                    return Found(
                        at,
                        afterSecond,
                        new Period(first, new PeriodPoint(secondYear)),
                        PeriodSense.Range,
                        out mention
                    );
                }
            }
            else if (first.Month > 0 && TryNumber(SkipBlank(second), 2, out var afterMonth, out var month))
            {
                if (month is >= 1 and <= 12 && month > first.Month && Peek(SkipBlank(afterMonth)) == '月')
                {
                    return Found(
                        at,
                        SkipBlank(afterMonth) + 1,
                        new Period(first, new PeriodPoint(year, month)),
                        PeriodSense.Range,
                        out mention
                    );
                }
            }
        }
        if (marked)
        {
            return TryMonthsOf(year, close, at, out mention)
                || TryPartOfYear(close, year, at, out mention)
                || Found(at, close, new Period(first), PeriodSense.Date, out mention);
        }
        return bareYears && IsBareYear(next) && Found(at, next, Period.Year(year), PeriodSense.Date, out mention);
    }

    /// <summary>1—9月, 1-6月份 in the year the document reports on. Not: 9月 alone, which needs a year.</summary>
    private bool TryMonths(int at, out PeriodMention mention)
    {
        mention = default;
        return !IsInsideNumber(at)
            && head.IssuedOn is { } issued
            && TryMonthsOf(issued.Start.Year, at, at, out mention);
    }

    /// <summary>2018年1-3月, 2017年1—9月: months of the year just named. Not: 2018年3月, 2018年12-3月.</summary>
    private bool TryMonthsOf(int year, int at, int start, out PeriodMention mention)
    {
        mention = default;
        if (
            !TryNumber(SkipBlank(at), 2, out var next, out var first)
            || !TryRangeMark(SkipBlank(next), out var second)
            || !TryNumber(SkipBlank(second), 2, out var close, out var last)
            || Peek(SkipBlank(close)) != '月'
            || first is < 1 or > 12
            || last is < 1 or > 12
            || first >= last
        )
        {
            return false;
        }
        return Found(
            start,
            SkipBlank(close) + 1,
            new Period(new PeriodPoint(year, first), new PeriodPoint(year, last)),
            PeriodSense.Range,
            out mention
        );
    }

    /// <summary>After 年: 底, 末, 度, 12月, 12月31日. Returns where it ends.</summary>
    private int ReadRestOfDate(int at, ref PeriodPoint point)
    {
        var mark = SkipBlank(at);
        if (TryMonthNumber(mark, out var afterMonth, out var month) && Peek(SkipBlank(afterMonth)) == '月')
        {
            var close = SkipBlank(afterMonth) + 1;
            point = point with { Month = month };
            if (
                TryDayNumber(SkipBlank(close), out var afterDay, out var day)
                && Peek(SkipBlank(afterDay)) is '日' or '号'
            )
            {
                point = point with { Day = day };
                return SkipBlank(afterDay) + 1;
            }
            return Peek(close) is '底' or '末' or '份' or '初' ? close + 1 : close;
        }
        if (Peek(mark) == '年' && Peek(mark + 1) is '底' or '末')
        {
            return mark + 2;
        }
        return Peek(mark) is '底' or '末' or '度' or '初' ? mark + 1 : at;
    }

    /// <summary>五年来, 十年间, 十年前. Not: 五年制, 三年级, １９５３年到１９７８年的二十六年间.</summary>
    private bool TrySomeYears(int at, out PeriodMention mention)
    {
        mention = default;
        if (
            at > stretch.Start
                && (
                    IsInsideNumber(at)
                    || ChineseDigit(shown[at - 1]) >= 0
                    || shown[at - 1] is '十' or '第' or '近' or '过'
                )
            || at > stretch.Start + 1 && shown[at - 1] == '的' && shown[at - 2] == '年'
        )
        {
            return false;
        }
        if (!TryCount(at, out var close, out var years) || Peek(close) != '年')
        {
            return false;
        }
        return Peek(close + 1) switch
        {
            '中' when Peek(close + 2) is not ('，' or ',') => false,
            '来' or '间' or '里' or '中' => Found(at, close + 2, Past(years), PeriodSense.Years, out mention),
            '前' => Found(at, close + 2, Ago(years), PeriodSense.Years, out mention),
            _ => false,
        };
    }

    /// <summary>今年, 去年, 目前, 近五年, 未来五年, 第十个五年计划期间, 规划期末.</summary>
    private bool TryWords(int at, out PeriodMention mention)
    {
        mention = default;
        foreach (var (words, shift) in RelativeYears)
        {
            if (
                StartsWith(at, words)
                && !(words == "上年" && IsOtherWord(at))
                && !(words == "本年" && at > stretch.Start && shown[at - 1] == '年')
            )
            {
                return TryWithin(at, at + words.Length, shift, out mention);
            }
        }
        if (TryPartAlone(at, out mention))
        {
            return true;
        }
        if (StartsWith(at, "本世纪末") && head.IssuedOn is { } written)
        {
            return Found(
                at,
                at + 4,
                Period.Year((written.Start.Year - 1) / 100 * 100 + 100),
                PeriodSense.Date,
                out mention
            );
        }
        foreach (var words in NowWords)
        {
            if (StartsWith(at, words))
            {
                return Found(at, at + words.Length, head.IssuedOn, PeriodSense.Now, out mention);
            }
        }
        foreach (var (words, future) in YearsLeads)
        {
            if (
                StartsWith(at, words)
                && TryCount(SkipBlank(at + words.Length), out var close, out var years)
                && Peek(SkipBlank(close)) == '年'
            )
            {
                close = SkipBlank(close) + 1;
                close +=
                    Peek(close) is '来' or '间' or '内' || Peek(close) == '中' && Peek(close + 1) is '，' or ','
                        ? 1
                        : 0;
                return Found(at, close, future ? Coming(years) : Past(years), PeriodSense.Years, out mention);
            }
        }
        return TryNumberedPlan(at, out mention)
            || TryYearsOfPlan(at, out mention)
            || TryPlanWords(at, out mention)
            || TryEra(at, out mention);
    }

    /// <summary>在提高效益的基础上年均增长7%, 风电上年发电量, 线上年会: the 上 is of the word before.</summary>
    private bool IsOtherWord(int at) =>
        Peek(at + 2) is '均' or '会' or '发' or '产' or '轻' or '龄'
        || at > stretch.Start && shown[at - 1] is '础' or '之' or '以';

    /// <summary>去年, 今年上半年, 去年12月, 今年底: the year or a part of it; a part alone is of the document's own year.</summary>
    private bool TryWithin(int at, int close, int shift, out PeriodMention mention)
    {
        Period? whole = head.IssuedOn is { } issued ? Period.Year(issued.Start.Year + shift) : null;
        var year = whole?.Start.Year ?? 0;
        if (TryPartOfYear(close, year, at, out mention))
        {
            mention = mention with { Period = whole is null ? null : mention.Period, Sense = PeriodSense.Relative };
            return true;
        }
        var point = new PeriodPoint(year);
        var stop = close > at ? ReadRestOfDate(close, ref point) : close;
        stop += Peek(stop) == '内' ? 1 : 0;
        return Found(at, stop, whole is null ? null : new Period(point), PeriodSense.Relative, out mention);
    }

    private static readonly (string Words, int Shift)[] RelativeYears =
    [
        ("今年", 0),
        ("本年", 0),
        ("当年", 0),
        ("去年", -1),
        ("上年", -1),
        ("上一年", -1),
        ("前年", -2),
        ("明年", 1),
    ];

    private static readonly string[] NowWords =
    [
        "截至目前",
        "截止目前",
        "截至现在",
        "目前",
        "现有",
        "现已",
        "迄今",
        "至今",
    ];

    private static readonly (string Words, bool Future)[] YearsLeads =
    [
        ("过去的", false),
        ("过去", false),
        ("近", false),
        ("以往", false),
        ("这", false),
        ("未来", true),
        ("今后", true),
    ];

    /// <summary>令和5年, 平成30年度 (Japanese eras), 平成24年4月1日至平成25年3月31日. Not: 平成区.</summary>
    private bool TryEra(int at, out PeriodMention mention)
    {
        mention = default;
        if (!TryEraDate(at, out var close, out var first))
        {
            return false;
        }
        return
            TryRangeMark(SkipBlank(close), out var second)
            && TryEraDate(SkipBlank(second), out var stop, out var last)
            && (last.Year, last.Month, last.Day).CompareTo((first.Year, first.Month, first.Day)) > 0
            ? Found(at, stop, new Period(first, last), PeriodSense.Range, out mention)
            : Found(at, close, new Period(first), PeriodSense.Date, out mention);
    }

    private bool TryEraDate(int at, out int close, out PeriodPoint point)
    {
        foreach (var (words, before) in Eras)
        {
            if (
                StartsWith(at, words)
                && TryNumber(SkipBlank(at + words.Length), 2, out var next, out var year)
                && Peek(SkipBlank(next)) == '年'
            )
            {
                point = new PeriodPoint(before + year);
                close = ReadRestOfDate(SkipBlank(next) + 1, ref point);
                return true;
            }
        }
        (close, point) = (at, default);
        return false;
    }

    private static readonly (string Words, int Before)[] Eras = [("令和", 2018), ("平成", 1988), ("昭和", 1925)];

    /// <summary>The years that have gone by: before the plan begins, before the document was issued, or the plan itself.</summary>
    private Period? Past(int years) =>
        years == 1 && head is { Kind: not DocumentKind.Plan, IssuedOn: { } now } ? Period.Year(now.Start.Year - 1)
        : head is { Kind: DocumentKind.Plan, PlanPeriod: { } plan } ? Period.Years(plan.Start - years, plan.Start - 1)
        : head.IssuedOn is { } issued ? Period.Years(issued.Start.Year - years, issued.Start.Year - 1)
        : head.PlanPeriod is { } covered ? Period.Years(Math.Max(covered.Start, covered.End - years + 1), covered.End)
        : null;

    private Period? Ago(int years) => head.IssuedOn is { } issued ? Period.Year(issued.Start.Year - years) : null;

    private Period? Coming(int years) =>
        head.PlanPeriod is { } plan ? Period.Years(plan.Start, plan.Start + years - 1)
        : head.IssuedOn is { } issued ? Period.Years(issued.Start.Year, issued.Start.Year + years - 1)
        : null;

    private static bool Found(int start, int stop, Period? period, PeriodSense sense, out PeriodMention mention)
    {
        mention = new PeriodMention(Span.Between(start, stop), period, sense);
        return true;
    }
}

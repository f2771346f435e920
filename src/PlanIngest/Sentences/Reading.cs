using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>In which role and for when a statement is said, and what of it was inferred.</summary>
internal readonly record struct Reading(
    Role Role,
    Period? Period,
    Span? PeriodSpan,
    bool RoleInferred,
    bool PeriodInferred
)
{
    public static Reading Of(Statement statement, string clause, SentencePeriods periods, Setting setting)
    {
        var said = periods.For(statement);
        var named = said ?? (setting.CarriedNearby || LiesAhead(setting) ? setting.Carried : null);
        var (role, inferred) = statement.Role is { } told
            ? (told, false)
            : RoleOf(statement, clause, periods, said, named, setting);
        if (said is { Sense: PeriodSense.Relative } last && LastYear(last, periods, setting) is { } before)
        {
            return new Reading(role, before, last.Span, inferred, true);
        }
        if (said is { Period: { } years } && PartOf(years, statement) is { } one)
        {
            return new Reading(role, one, said.Value.Span, inferred, false);
        }
        if (statement.IsStart)
        {
            return new Reading(
                Role.Actual,
                said?.Period ?? periods.YearComparedWith(statement),
                said?.Span,
                false,
                false
            );
        }
        if (said is { } since && periods.IsSince(since))
        {
            return new Reading(role, Since(since.Period, setting.Head), since.Span, inferred, true);
        }
        if (said is not null)
        {
            return new Reading(
                role,
                said.Value.Period,
                said.Value.Span,
                inferred,
                said.Value.Sense is PeriodSense.Now or PeriodSense.Relative
            );
        }
        var carried = setting.Carried?.Period;
        carried = carried is { } whole && PartOf(whole, statement) is { } part ? part : carried;
        if (carried is null && (setting.IsOfThisYear || IsBuiltOn(statement, clause)))
        {
            return new Reading(role, null, null, inferred, true);
        }
        if (carried is { } near && !Suits(role, near, setting.Head))
        {
            carried = null;
        }
        return new Reading(
            role,
            carried ?? Usual(role, setting),
            null,
            inferred,
            carried is not null
                || role == Role.Target
                || (setting.ReportYear ?? setting.Story ?? setting.ReviewedYear) is not null
        );
    }

    /// <summary>“十一五”期间 over a text of January 2006: what it says of those years is to come.</summary>
    private static bool LiesAhead(Setting setting) =>
        setting is { Carried.Period: { IsInterval: true } years, Head.IssuedOn: { } issued }
        && years.Start.Year >= issued.Start.Year
        && years.LastYear > issued.Start.Year;

    /// <summary>
    /// 去年 of a report without a date is the year it tells of; 上年 in a part about a year is the year before that.
    /// </summary>
    private static Period? LastYear(PeriodMention mention, SentencePeriods periods, Setting setting)
    {
        if (!periods.IsLastYear(mention))
        {
            return null;
        }
        var told = setting.Carried?.Period ?? setting.Story;
        return mention.Period is null && setting.Story is { IsInterval: false } story && periods.IsYearBefore(mention)
                ? Model.Period.Year(story.Start.Year - 1)
            : mention.Period is null ? setting.Story
            : periods.IsYearBefore(mention) && told is { IsInterval: false } year && setting.Tense == Tense.Past
                ? Model.Period.Year(year.Start.Year - 1)
            : null;
    }

    /// <summary>2002—2004年分别为1194元、1260元、1420元: a value for each year.</summary>
    private static Period? PartOf(Period years, Statement statement) =>
        statement.Among > 1 && years.IsInterval && years.LastYear - years.Start.Year + 1 == statement.Among
            ? Model.Period.Year(years.Start.Year + statement.Place)
            : null;

    /// <summary>自2023年3月上线以来: from then to the document's own date; open where it has none.</summary>
    private static Period? Since(Period? start, DocumentHead head)
    {
        if (start is not { } from || head.IssuedOn is not { } issued || issued.Start.Year < from.Start.Year)
        {
            return null;
        }
        var end = from.Start.Month == 0 ? new PeriodPoint(issued.Start.Year) : issued.Start with { Day = 0 };
        return end.Year == from.Start.Year && end.Month <= from.Start.Month ? from : new Period(from.Start, end);
    }

    /// <summary>A goal lies after what the plan starts from, a fact not after the document.</summary>
    private static bool Suits(Role role, Period period, DocumentHead head) =>
        role == Role.Target
            ? head.PlanPeriod is not { } plan || period.LastYear >= plan.Start || head.Kind != DocumentKind.Plan
            : (head.IssuedOn is not { } issued || period.Start.Year <= issued.Start.Year)
                && (head is not { Kind: DocumentKind.Plan, PlanPeriod: { } own } || period.Start.Year < own.Start);

    /// <summary>
    /// A goal of a plan without a year of its own is for the plan's last year, a fact of a year's report for its year or
    /// the one it last told of.
    /// </summary>
    private static Period? Usual(Role role, Setting setting) =>
        role != Role.Target ? setting.ReportYear ?? setting.Story ?? setting.ReviewedYear
        : setting.Head is { Kind: DocumentKind.Plan, PlanPeriod: { } plan } ? Model.Period.Year(plan.End)
        : setting.PlanYear is { } year ? Model.Period.Year(year)
        : setting.Story is { } story && (setting.Head.IssuedOn is not { } issued || story.LastYear >= issued.Start.Year)
            ? story
        : null;

    private static (Role Role, bool Inferred) RoleOf(
        Statement statement,
        string clause,
        SentencePeriods periods,
        PeriodMention? said,
        PeriodMention? named,
        Setting setting
    )
    {
        if (statement.IsStart || IsBuiltOn(statement, clause))
        {
            return (Role.Actual, false);
        }
        var tense = TenseOf(setting);
        var before = periods.Before(statement);
        clause = OutsideBrackets(statement, clause);
        var estimates =
            setting.Head.Kind == DocumentKind.Report
            && tense != Tense.Future
            && named is { Period: not null } of
            && !periods.IsUntil(of);
        var goal = SaysGoal(clause, estimates) || SaysWill(clause) || clause.TrimStart('，', '；').StartsWith("继续");
        var done = SaysDone(clause, setting, shortest: 1);
        if (!goal && !done && tense != Tense.Past)
        {
            before = OutsideBrackets(before);
            done = SaysDone(before, setting);
            goal = !done && (SaysWill(before) || SaysGoal(before, estimates));
        }
        if (
            named is { Sense: not PeriodSense.Now } dating
            && dating.Period is { } when
            && Dated(when, tense, setting.Head) is { } dated
        )
        {
            return (dated, false);
        }
        if (said is { } by && (periods.IsAsOf(by) || periods.IsBasis(by)))
        {
            return (Role.Actual, false);
        }
        if (named?.Period is { IsInterval: false } drafted && drafted.LastYear == setting.DraftYear && !done)
        {
            return (Role.Target, !goal);
        }
        if (said is { Sense: PeriodSense.Now })
        {
            return (goal && !done ? Role.Target : Role.Actual, false);
        }
        if (tense == Tense.Open && said is { } until)
        {
            goal |= periods.IsUntil(until) || !done && SaysPlanYear(until, statement, periods, setting.Head);
        }
        return tense switch
        {
            Tense.Future => (done && !goal ? Role.Actual : Role.Target, !goal),
            Tense.Past => (goal && !done && IsPlain(clause) ? Role.Target : Role.Actual, !done),
            _ => (goal && !done ? Role.Target : Role.Actual, goal == done),
        };
    }

    /// <summary>
    /// 已建成, 完成了; 累计建设基站4600个 only outside tasks: in one, it is how far it shall have come.
    /// </summary>
    private static bool SaysDone(ReadOnlySpan<char> said, Setting setting, int shortest = 2) =>
        Words.Has(WordClass.Past, setting.IsTask ? said.ToString().Replace("累计", "") : said, shortest);

    /// <summary>在14.12%的基础上翻一番: where it stands already.</summary>
    private static bool IsBuiltOn(Statement statement, string clause) =>
        statement.Value.Span.End - statement.Clause.Start is >= 0 and var end
        && end < clause.Length
        && clause.AsSpan(end).StartsWith("的基础上");

    /// <summary>What a bracket says (占全市累计80%的企业) is not said of the values outside it.</summary>
    private static string OutsideBrackets(Statement statement, string clause)
    {
        var open = clause.IndexOfAny(['（', '(']);
        var close = open < 0 ? -1 : clause.IndexOfAny(['）', ')'], open);
        if (close < 0)
        {
            return clause;
        }
        var value = statement.Value.Span.Start - statement.Clause.Start;
        return value > open && value < close ? clause : clause.Remove(open, close - open + 1);
    }

    private static ReadOnlySpan<char> OutsideBrackets(ReadOnlySpan<char> before)
    {
        var close = before.LastIndexOfAny('）', ')');
        var open = close < 0 ? -1 : before[..close].LastIndexOfAny('（', '(');
        return open < 0 ? before : string.Concat(before[..open], before[(close + 1)..]);
    }

    /// <summary>
    /// 力争, 确保; 计划, 规划 and 目标 only before what is to be done (计划投资, 目标是): 完成年度计划的98%, 规划覆盖率 set none.
    /// </summary>
    /// <param name="estimates">预计 is said of what is nearly done: 预计2015年生产总值450亿元 in a report.</param>
    private static bool SaysGoal(ReadOnlySpan<char> said, bool estimates)
    {
        for (var at = Words.Find(WordClass.Future, said); at >= 0; at = Words.Find(WordClass.Future, said, at + 1))
        {
            var next = at + Words.At(WordClass.Future, said, at);
            if (IsWon(said[at..]) || estimates && said[at..].StartsWith("预计") && !said[at..].StartsWith("预计到"))
            {
                continue;
            }
            if (
                Words.At(WordClass.Nominal, said, at) == 0
                || next == said.Length && said[at] == '目'
                || LeadsOn(said, next) && !IsNoun(said, at, next)
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>争取资金266万元, 争取到项目12个: what was got, not striven for. Not: 争取达到.</summary>
    private static bool IsWon(ReadOnlySpan<char> said) =>
        said.StartsWith("争取资金")
        || said.StartsWith("争取上级")
        || said.StartsWith("争取中央")
        || said.StartsWith("争取项目")
        || said.StartsWith("争取到") && !said.StartsWith("争取到2") && !said.StartsWith("争取到二");

    private static bool LeadsOn(ReadOnlySpan<char> said, int at) =>
        at + 2 < said.Length && said[at + 2] is not ('率' or '面' or '度' or '的') && LeadsTo(said, at);

    /// <summary>营养改善计划覆盖1634个县: the plan of something does it. Not: 全年计划实施, 项目计划投资.</summary>
    private static bool IsNoun(ReadOnlySpan<char> said, int at, int next) =>
        at > 0
        && said[at - 1] > '\u2FFF'
        && !"年省市县区国院校们也还共拟均将已，。；：".Contains(said[at - 1])
        && Words.At(WordClass.Act, said, next) > 1
        && Words.At(WordClass.Attribute, said, next) == 0
        && !said[next..].StartsWith("新建")
        && !said[next..].StartsWith("建设");

    private static bool LeadsTo(ReadOnlySpan<char> said, int at) =>
        said[at] is '在' or '到' or '为' or '是' or '：' or ':' or '用' or '于' or '达' or '各'
        || Words.At(WordClass.Act, said, at) > 1
        || Words.At(WordClass.Change, said, at) > 1
        || Words.At(WordClass.Joint, said, at) > 1
        || Words.At(WordClass.Attribute, said, at) > 1;

    /// <summary>要完成, 将新建, 拟投资: a verb of doing after a word of will. Not: 主要建设, 需要, 将128个调整为208个.</summary>
    private static bool SaysWill(ReadOnlySpan<char> said)
    {
        for (var at = 0; at + 2 < said.Length; at++)
        {
            if (
                said[at] is '要' or '将' or '拟'
                && (at == 0 || !"主需重首必只纲概摘简不模虚草".Contains(said[at - 1]))
                && (
                    said[at] == '拟' && said[at + 1] is not ('定' or '订' or '合')
                    || Words.At(WordClass.Act, said, at + 1) > 1
                    || Words.At(WordClass.Change, said, at + 1) > 1
                    || Words.At(WordClass.Joint, said, at + 1) > 1
                    || Words.At(WordClass.Adverb, said, at + 1) > 1
                    || said[at] == '将' && said[at + 1] is '用' or '拨' or '有' or '达'
                )
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// 2015年分别达到90%、99%;2020年达到98%以上: the last years of plans side by side, or with a limit, in a text that
    /// does not say what it is. Not: 2019年达到98%以上.
    /// </summary>
    private static bool SaysPlanYear(
        PeriodMention said,
        Statement statement,
        SentencePeriods periods,
        DocumentHead head
    ) =>
        head is { Kind: DocumentKind.Unknown, IssuedOn: null }
        && said is { Sense: PeriodSense.Date, Period: { IsInterval: false } year }
        && year.Start is { Year: var end, Month: 0 }
        && end % 5 == 0
        && (statement.Value.Quantity.Comparator is Comparator.AtLeast or Comparator.AtMost || periods.PlanYears > 1);

    /// <summary>In a part about what was only the plainest words of wishing make a goal.</summary>
    private static bool IsPlain(string clause) => Wishes.Any(wish => clause.Contains(wish, StringComparison.Ordinal));

    private static readonly string[] Wishes =
    [
        "力争",
        "争取",
        "未来",
        "今后",
        "下一步",
        "届时",
        "目标是",
        "要达到",
        "将达到",
    ];

    /// <summary>A date before the document's own is past, one after it to come; null where the date does not decide.</summary>
    private static Role? Dated(Period period, Tense tense, DocumentHead head)
    {
        if (head is { Kind: DocumentKind.Plan, PlanPeriod: { } plan })
        {
            if (period.LastYear < plan.Start)
            {
                return Role.Actual;
            }
            if (
                head.IssuedOn is { } written
                && period.LastYear < written.Start.Year
                && !period.IsInterval
                && tense != Tense.Future
            )
            {
                return Role.Actual;
            }
            return tense == Tense.Past && period.LastYear == plan.Start ? null : Role.Target;
        }
        return head.IssuedOn is not { } issued ? null
            : period.LastYear < issued.Start.Year ? Role.Actual
            : period.LastYear > issued.Start.Year ? Role.Target
            : null;
    }

    private static Tense TenseOf(Setting setting) =>
        setting.Tense != Tense.Open ? setting.Tense
        : setting.Head.Kind == DocumentKind.Plan ? Tense.Future
        : Tense.Open;
}

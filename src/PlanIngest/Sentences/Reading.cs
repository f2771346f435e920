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
        var named = said ?? (setting.CarriedNearby ? setting.Carried : null);
        var (role, inferred) = statement.Role is { } told
            ? (told, false)
            : RoleOf(statement, clause, periods, said, named, setting);
        if (statement.IsStart)
        {
            return new Reading(Role.Actual, said?.Period, said?.Span, false, false);
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
        if (carried is { } near && !Suits(role, near, setting.Head))
        {
            carried = null;
        }
        return new Reading(
            role,
            carried ?? Usual(role, setting),
            null,
            inferred,
            carried is not null || role == Role.Target || setting.ReportYear is not null
        );
    }

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
    /// A goal of a plan without a year of its own is for the plan's last year, a fact of a year's report for its year.
    /// </summary>
    private static Period? Usual(Role role, Setting setting) =>
        role != Role.Target ? setting.ReportYear
        : setting.Head is { Kind: DocumentKind.Plan, PlanPeriod: { } plan } ? Model.Period.Year(plan.End)
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
        if (statement.IsStart)
        {
            return (Role.Actual, false);
        }
        var tense = TenseOf(setting);
        var before = periods.Before(statement);
        var goal = Words.Has(WordClass.Future, clause) || SaysWill(clause);
        var done = Words.Has(WordClass.Past, clause, shortest: 1);
        if (!goal && !done && tense != Tense.Past)
        {
            done = Words.Has(WordClass.Past, before);
            goal = !done && (SaysWill(before) || Words.Has(WordClass.Future, before));
        }
        if (
            named is { Sense: not PeriodSense.Now } dating
            && dating.Period is { } when
            && Dated(when, tense, setting.Head) is { } dated
        )
        {
            return (dated, false);
        }
        if (said is { Sense: PeriodSense.Now })
        {
            return (goal && !done ? Role.Target : Role.Actual, false);
        }
        if (tense == Tense.Open && said is { } until && periods.IsUntil(until))
        {
            goal = true;
        }
        return tense switch
        {
            Tense.Future => (done && !goal ? Role.Actual : Role.Target, !goal),
            Tense.Past => (goal && !done && IsPlain(clause) ? Role.Target : Role.Actual, !done),
            _ => (goal && !done ? Role.Target : Role.Actual, goal == done),
        };
    }

    /// <summary>要完成, 将新建, 拟投资: a verb of doing after a word of will. Not: 主要建设, 需要, 将128个调整为208个.</summary>
    private static bool SaysWill(ReadOnlySpan<char> said)
    {
        for (var at = 0; at + 2 < said.Length; at++)
        {
            if (
                said[at] is '要' or '将' or '拟'
                && (at == 0 || !"主需重首必只纲概摘简不".Contains(said[at - 1]))
                && (
                    Words.At(WordClass.Act, said, at + 1) > 1
                    || Words.At(WordClass.Change, said, at + 1) > 1
                    || Words.At(WordClass.Joint, said, at + 1) > 1
                )
            )
            {
                return true;
            }
        }
        return false;
    }

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

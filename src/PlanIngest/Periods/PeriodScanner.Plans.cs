using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>Plan periods by their names: “十四五”, 第十个五年计划, 规划期.</summary>
internal readonly ref partial struct PeriodScanner
{
    /// <summary>“十四五”期间, 十三五末, “九五”. Not: 十五家, 党的十五大.</summary>
    private bool TryPlan(int at, int name, bool quoted, out PeriodMention mention)
    {
        mention = default;
        var close = name;
        var number = 0;
        if (quoted)
        {
            close = SkipBlank(close);
        }
        if (Peek(close) == '十')
        {
            number = 10;
            close++;
        }
        var ones = ChineseDigit(Peek(close));
        if (ones > 0 && Peek(close + 1) == '五')
        {
            number += ones;
            close += 2;
        }
        else if (number == 10 && Peek(close) == '五')
        {
            close++;
        }
        else
        {
            return false;
        }
        if (quoted)
        {
            close = SkipBlank(close);
            if (!IsQuote(Peek(close)))
            {
                return false;
            }
            close++;
        }
        return PlanPeriods.Number(number) is { } plan
            && FinishPlan(at, close, plan, sure: quoted || close - name == 3, out mention);
    }

    private bool FinishPlan(int at, int close, PlanPeriod plan, bool sure, out PeriodMention mention)
    {
        mention = default;
        var whole = Period.Years(plan.Start, plan.End);
        foreach (var tail in EndTails)
        {
            if (StartsWith(close, tail))
            {
                return Found(at, close + tail.Length, Period.Year(plan.End), PeriodSense.PlanEnd, out mention);
            }
        }
        foreach (var tail in WholeTails)
        {
            if (StartsWith(close, tail))
            {
                return Found(at, close + tail.Length, whole, PeriodSense.Plan, out mention);
            }
        }
        foreach (var tail in NameTails)
        {
            if (StartsWith(close, tail))
            {
                return Found(at, close, whole, PeriodSense.PlanName, out mention);
            }
        }
        return sure && Found(at, close, whole, PeriodSense.Plan, out mention);
    }

    private static readonly string[] EndTails = ["期末", "末期", "末", "规划末", "计划末"];
    private static readonly string[] WholeTails =
    [
        "规划期间",
        "规划期",
        "期间",
        "时期",
        "期内",
        "以来",
        "前四年",
        "五年",
    ];
    private static readonly string[] NameTails = ["规划", "计划", "纲要", "发展规划", "专项规划"];

    /// <summary>第十个五年计划, 第十四个五年规划.</summary>
    private bool TryNumberedPlan(int at, out PeriodMention mention)
    {
        mention = default;
        if (
            Peek(at) != '第'
            || !TryCount(at + 1, out var close, out var number)
            || !(StartsWith(close, "个五年规划") || StartsWith(close, "个五年计划"))
            || PlanPeriods.Number(number) is not { } plan
        )
        {
            return false;
        }
        close += "个五年规划".Length;
        var sense = StartsWith(close, "期间") || StartsWith(close, "时期") ? PeriodSense.Plan : PeriodSense.PlanName;
        return Found(at, close, Period.Years(plan.Start, plan.End), sense, out mention);
    }

    /// <summary>前三年, 头两年, 后三年 of the plan that is under way. Not: 前年, 前三名, 学前三年.</summary>
    private bool TryYearsOfPlan(int at, out PeriodMention mention)
    {
        mention = default;
        if (
            Peek(at) is not ('前' or '头' or '后')
            || at > stretch.Start
                && shown[at - 1] is '学' or '提' or '以' or '之' or '此' or '目' or '今' or '然' or '最'
            || !TryCount(at + 1, out var close, out var years)
            || Peek(close) != '年'
            || years is < 2 or > 4
        )
        {
            return false;
        }
        var plan = head.PlanPeriod ?? (head.IssuedOn is { } issued ? PlanPeriods.Around(issued.Start.Year) : null);
        Period? period =
            plan is not { } own ? null
            : Peek(at) == '后' ? Period.Years(own.End - years + 1, own.End)
            : Period.Years(own.Start, own.Start + years - 1);
        return Found(at, close + 1, period, PeriodSense.Years, out mention);
    }

    /// <summary>五年计划的前三年.</summary>
    private bool TryYearsOfNamedPlan(int at, out PeriodMention mention)
    {
        mention = default;
        const string plan = "五年计划的";
        if (!StartsWith(at, plan) || !TryYearsOfPlan(at + plan.Length, out mention))
        {
            return false;
        }
        mention = mention with { Span = Span.Between(at, mention.Span.End) };
        return true;
    }

    private bool TryPlanWords(int at, out PeriodMention mention)
    {
        mention = default;
        if (head.PlanPeriod is not { } plan || !StartsWith(at, "规划期"))
        {
            return false;
        }
        var close = at + "规划期".Length;
        return Peek(close) switch
        {
            '末' => Found(at, close + 1, Period.Year(plan.End), PeriodSense.PlanEnd, out mention),
            '内' or '间' => Found(at, close + 1, Period.Years(plan.Start, plan.End), PeriodSense.Plan, out mention),
            _ => false,
        };
    }
}

using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>Values said by what they are compared with or reckoned by; their name stands before: 快于序时进度3.4个百分点.</summary>
internal static partial class StatementRules
{
    /// <summary>
    /// The plan a share is told of: 完成年初预算245800万元（的59.74%）. Not: 完成投资120亿元, 完成造林任务12万亩.
    /// </summary>
    private static Named? PlanItself(Phrase phrase, Said said) =>
        phrase.Values.Count == 1 && !phrase.IsShare && phrase.Right.IsEmpty && said.Own > 0 && IsPlan(phrase.Left.Text)
            ? Named.One(Whole(said).Then(phrase.Left["完成".Length..]), inferred: true)
            : null;

    /// <summary>完成年初预算, 完成全年目标任务.</summary>
    private static bool IsPlan(string said)
    {
        if (!said.StartsWith("完成", StringComparison.Ordinal))
        {
            return false;
        }
        var plan = said.AsSpan("完成".Length);
        foreach (var kind in PlanKinds)
        {
            if (plan.StartsWith(kind) && plan.Length > kind.Length)
            {
                plan = plan[kind.Length..];
                break;
            }
        }
        return plan is "预算" or "预算数" or "计划" or "任务" or "目标" or "目标任务" or "任务目标";
    }

    private static readonly string[] PlanKinds =
    [
        "年初",
        "年度",
        "全年",
        "当年",
        "本年",
        "调整后",
        "调整",
        "变动后",
        "变动",
        "变更",
        "预期",
        "既定",
    ];

    private static Named? ComparedOn(Phrase phrase, Said said)
    {
        if (phrase.Left.IsEmpty || !phrase.Right.IsEmpty || phrase.Values.Count > 1 || said.Before.Count == 0)
        {
            return null;
        }
        var left = phrase.Left.Text;
        var number = phrase.First.Quantity is { Kind: QuantityKind.Number, Unit: not "百分点" };
        var holds =
            Ahead.Any(left.StartsWith) && phrase.First.Quantity.Unit is "百分点" or "%" or "个百分点" or "倍"
            || (IsReckoning(left) || IsComparison(left) && !number)
                && (!Words.IsMeasure(left) || left.EndsWith("季度", StringComparison.Ordinal));
        return !holds ? null
            : said.Own > 0 ? Named.One(Whole(said), inferred: true)
            : Named.One(said.LastNameAnywhere, inferred: true);
    }

    /// <summary>快于序时进度, 高于全国平均水平; not 高于一般水平的企业, which counts them.</summary>
    private static readonly string[] Ahead =
    [
        "快于",
        "慢于",
        "高于",
        "低于",
        "优于",
        "好于",
        "超过",
        "领先",
        "超年度",
        "超序时",
    ];

    /// <summary>按2019年平均汇率计算, 扣除物价因素, 剔除减税降费因素.</summary>
    private static bool IsReckoning(string left) =>
        left[0] == '按'
            && (left.EndsWith("计算", StringComparison.Ordinal) || left.EndsWith("折算", StringComparison.Ordinal))
        || (
            left.StartsWith("扣除", StringComparison.Ordinal)
            || left.StartsWith("剔除", StringComparison.Ordinal)
            || left.StartsWith("不考虑", StringComparison.Ordinal)
        ) && Reckonings.Any(left.EndsWith);

    private static readonly string[] Reckonings =
    [
        "因素",
        "因素后",
        "影响",
        "影响后",
        "价格",
        "价格因素后",
        "实际",
        "同口径",
    ];

    /// <summary>较规划, 比全国平均. Not: 比例, 较大事故.</summary>
    private static bool IsComparison(string left) =>
        left.Length > 2
        && left[0] is '比' or '较'
        && Words.At(WordClass.Keep, left, 0) == 0
        && !"大小高低多少好强重差早长短快慢".Contains(left[1]);

    /// <summary>
    /// 超额完成“十三五”下降18%的目标, 提前完成规划确定的万元产值用水量降低20%的目标: the measure alone. Not: 完成投资120亿元.
    /// </summary>
    private static Cut WithoutPromise(Cut left, Phrase phrase)
    {
        if (phrase.First.Quantity.Kind != QuantityKind.Change)
        {
            return left;
        }
        var kept = Promises.FirstOrDefault(promise => left.Text.StartsWith(promise, StringComparison.Ordinal))
            is { } word
            ? left[word.Length..]
            : left;
        foreach (var set in Sets)
        {
            var at = kept.Text.IndexOf(set, StringComparison.Ordinal);
            kept = at >= 0 ? kept[(at + set.Length)..] : kept;
        }
        return kept.Text.Length > 1 && kept.Text[0] == '“' && kept.Text.IndexOf('”') == kept.Text.Length - 1
            ? Cut.Empty
            : kept;
    }

    private static readonly string[] Promises =
    [
        "超额完成",
        "提前完成",
        "如期完成",
        "圆满完成",
        "顺利完成",
        "没有实现",
        "没有完成",
        "未完成",
    ];

    private static readonly string[] Sets = ["确定的", "规定的", "下达的", "提出的"];

    /// <summary>煤炭、电解铝分别淘汰落后产能1.1亿吨和120万吨: each with what is said of both. Not: 小麦、玉米分别达到….</summary>
    private static IReadOnlyList<Cut>? DealtWithin(Cut left, int values)
    {
        var at = left.Text.IndexOf("分别", StringComparison.Ordinal);
        if (
            at <= 0
            || Words.At(WordClass.Joint, left.Text, at + 2) > 0
            || Words.At(WordClass.Change, left.Text, at + 2) > 0
        )
        {
            return null;
        }
        var parts = Coordination.Split(left[..at], "、和与及");
        return parts.Count == values ? [.. parts.Select(part => part.Then(left[(at + 2)..]))] : null;
    }
}

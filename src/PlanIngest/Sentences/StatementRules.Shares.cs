using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>Shares: 100%的中医院设置康复科, 为预算的102%.</summary>
internal static partial class StatementRules
{
    private static Named? ShareOfPlan(Phrase phrase, Said said)
    {
        if (!phrase.IsShare || !phrase.Right.IsEmpty)
        {
            return null;
        }
        if (phrase.Values.Count > 1)
        {
            return SharesOfPlan(phrase, said);
        }
        if (
            phrase.Left.IsEmpty
            && said.Own > 0
            && said.Before[^1] is { Rule: "plan-itself" } plan_
            && plan_.Clause == phrase.Clause
        )
        {
            var plans = NameEnds.TrimLeft(NameEnds.TrimRight(plan_.Lead, out _), null);
            return Named.One(Whole(said).Then(plans).With("的比例"), inferred: true);
        }
        if (said.Own > 0 && IsPlan(phrase.Left.Text))
        {
            return Named.One(Whole(said).Then(phrase.Left).With("的比例"), inferred: true);
        }
        var lead = phrase.Lead.Text;
        if (!lead.EndsWith('的'))
        {
            return null;
        }
        foreach (var plan in Plans)
        {
            var at = lead.IndexOf(plan, StringComparison.Ordinal);
            if (at >= 0 && at <= 6 && lead.Length - at - plan.Length <= 3 && !said.LastName.IsEmpty)
            {
                var from = lead[0] is '，' or '、' ? 1 : 0;
                return Named.One(Whole(said).Then(phrase.Lead[from..]).With("比例"), inferred: true);
            }
        }
        return null;
    }

    /// <summary>
    /// 财政收入2.1亿元，其中税收1.2亿元，分别完成年度计划的113%和120%: a share for each of the last told.
    /// </summary>
    private static Named? SharesOfPlan(Phrase phrase, Said said)
    {
        var count = phrase.Values.Count;
        if (!phrase.Singly || said.Own < count || !phrase.Lead.Text.EndsWith('的') || !IsPlan(phrase.Left.Text))
        {
            return null;
        }
        var of = phrase.Left.With("的比例");
        return new Named([.. said.Before.TakeLast(count).Select(one => one.Name.Then(of))], Inferred: true);
    }

    private static readonly string[] Plans = ["预算", "计划", "任务", "目标", "上年", "去年", "同期", "序时进度"];

    /// <summary>
    /// What a change goes on about: the last name that is not a share of a plan, nor one of several parts told of
    /// together; a single part (其中税收32亿元，增长7%) is told of on.
    /// </summary>
    private static Cut Whole(Said said)
    {
        var last = said
            .Before.TakeLast(said.Own)
            .LastOrDefault(one => one.Rule is not ("share-of-plan" or "plan-itself"));
        if (
            last is { IsPart: true }
            && said.Before.TakeLast(said.Own).Count(one => one.Clause == last.Clause && one.IsPart) == 1
            && !said.Before.TakeLast(said.Own).Any(one => one.Clause.Contains(last.Clause) && one.Clause != last.Clause)
        )
        {
            return last.Name;
        }
        for (var at = said.Before.Count - 1; at >= said.Before.Count - said.Own; at--)
        {
            if (!said.Before[at].IsPart && said.Before[at].Rule is not "plan-itself")
            {
                return said.Before[at].Name;
            }
        }
        return said.LastName;
    }

    private static Named? ShareOf(Phrase phrase, Said said)
    {
        if (!phrase.IsShare || phrase.Right.IsEmpty || !(phrase.Left.IsEmpty || phrase.Act == phrase.Left.Text.Length))
        {
            return null;
        }
        var right = Bare(phrase.Right);
        if (Covered(phrase, said) is { IsEmpty: false } covering)
        {
            return Named.One(covering.Then(right).With("比例"), inferred: phrase.Left.IsEmpty);
        }
        if (Words.At(WordClass.Predicate, right.Text, 0) > 1 && !said.LastName.IsEmpty)
        {
            return Named.One(Noun(said.LastName).Then(right), inferred: true);
        }
        return Named.One(right.Text.EndsWith("比例", StringComparison.Ordinal) ? right : right.With("比例"));
    }

    /// <summary>覆盖80%以上的大城市; 航空服务覆盖全国92%的县、91%的人口: who covers them. Not: 完成70%以上的灌区.</summary>
    private static Cut Covered(Phrase phrase, Said said)
    {
        if (phrase.Left.Text == "覆盖")
        {
            return phrase.Left;
        }
        var last = said.LastName;
        var at = last.Text.IndexOf("覆盖", StringComparison.Ordinal);
        return
            phrase.Left.IsEmpty
            && phrase.Continues
            && at >= 0
            && at + 2 < last.Text.Length
            && said.Before[^1].Clause == phrase.Clause
            && last.Text.EndsWith("比例", StringComparison.Ordinal)
            ? last[..(at + 2)]
            : Cut.Empty;
    }

    private static Named? ShareWithin(Phrase phrase, Said said)
    {
        if (!phrase.IsShare || phrase.Right.IsEmpty || phrase.Left.IsEmpty)
        {
            return null;
        }
        if (Words.IsMeasure(phrase.Left.Text) && (phrase.Joined || phrase.Right.Text[0] == '的'))
        {
            return Named.One(phrase.Left);
        }
        return Named.One(phrase.Left.Then(Bare(phrase.Right)).With("比例"));
    }

    private static Named? PartOfTopic(Phrase phrase, Said said)
    {
        if (IsClassOfNorm(phrase, said))
        {
            // 第7.9条 加减速车道用地指标: the number of the article is no word of it.
            var article = said.Topic.Text.StartsWith('第')
                ? said.Topic.Text.IndexOf('条', StringComparison.Ordinal)
                : -1;
            return Named.One(phrase.Left.Then(said.Topic[(article + 1)..]), inferred: true);
        }
        if (!phrase.IsShare || phrase.Left.IsEmpty || !phrase.Right.IsEmpty || Words.IsMeasure(phrase.Left.Text))
        {
            return null;
        }
        if (!said.Topic.IsEmpty)
        {
            return EndsAsBody(phrase.Left.Text) ? Named.One(phrase.Left.Then(said.Topic), inferred: true) : null;
        }
        var last = said.LastName;
        if (
            phrase.Values.Count > 1
            || last.IsEmpty
            || !Words.IsMeasure(last.Text)
            || Words.AtEnd(WordClass.Person, phrase.Left.Text) == 0
        )
        {
            return null;
        }
        var person = Words.Find(WordClass.Person, last.Text);
        var end = person < 0 ? 0 : person + Words.At(WordClass.Person, last.Text, person);
        return end > 0 && end < last.Text.Length ? Named.One(phrase.Left.Then(last[end..]), inferred: true) : null;
    }

    /// <summary>加减速车道用地指标，平原不超过3.4公顷/处: a limit for a class of what a norm before it is set for.</summary>
    private static bool IsClassOfNorm(Phrase phrase, Said said) =>
        phrase is { Values.Count: 1, Right.IsEmpty: true, Left.IsEmpty: false }
        && phrase.First.Quantity.Comparator is not (null or Comparator.Equal)
        && phrase.Left.Text.Length <= 8
        && !Words.IsMeasure(phrase.Left.Text)
        && (
            said.Topic.Text.EndsWith("指标", StringComparison.Ordinal)
            || said.Topic.Text.EndsWith("标准", StringComparison.Ordinal)
        );

    /// <summary>The things counted, without what is said of them: 公立医院 of 公立医院设置病房.</summary>
    private static Cut Noun(Cut name)
    {
        var at = Words.Find(WordClass.Predicate, name.Text, 2);
        var noun = at > 1 ? name[..at] : name;
        return noun.Text.EndsWith("比例", StringComparison.Ordinal) ? noun[..^2] : noun;
    }
}

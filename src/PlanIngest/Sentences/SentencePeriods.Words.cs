using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>What the words around a period make of it: a start, a basis, a time to come, a date of state.</summary>
internal sealed partial class SentencePeriods
{
    /// <summary>上年, 上一年.</summary>
    public bool IsYearBefore(PeriodMention mention) => text[mention.Span.Start] == '上';

    private bool IsThisYear(PeriodMention mention) => text.AsSpan(mention.Span.Start).StartsWith("今年");

    /// <summary>去年, 上年: the year a report without a date of its own tells of.</summary>
    public bool IsLastYear(PeriodMention mention) => text[mention.Span.Start] is '去' or '上';

    /// <summary>截至2024年底, 截止2019年末: what has been reached by then.</summary>
    public bool IsAsOf(PeriodMention mention) =>
        text.AsSpan(sentence.Start, mention.Span.Start - sentence.Start).EndsWith("截至")
        || text.AsSpan(sentence.Start, mention.Span.Start - sentence.Start).EndsWith("截止");

    /// <summary>自2023年3月互认系统上线以来, 从2016年起.</summary>
    public bool IsSince(PeriodMention mention)
    {
        if (
            mention.Span.Start == 0
            || text[mention.Span.Start - 1] is not ('自' or '从') && text[mention.Span.Start - 1] != ' '
        )
        {
            return false;
        }
        var rest = text.AsSpan(mention.Span.End, Math.Min(24, sentence.End - mention.Span.End));
        var comma = rest.IndexOfAny('，', ',', '。');
        rest = comma < 0 ? rest : rest[..comma];
        return rest.EndsWith("以来")
            || rest.EndsWith("起")
            || rest.EndsWith("至今")
            || rest.StartsWith("起")
            || rest.StartsWith("以来");
    }

    /// <summary>到2010年: a time to come. Not: 截至2010年, 增加到2010年的176万公里.</summary>
    public bool IsUntil(PeriodMention mention) =>
        mention.Span.Start > sentence.Start
        && text[mention.Span.Start - 1] == '到'
        && !(
            text.AsSpan(mention.Span.End).StartsWith("的")
            && Words.ChangeAtEnd(text.AsSpan(sentence.Start, mention.Span.Start - sentence.Start)) > 0
        )
        && mention.Sense is PeriodSense.Date or PeriodSense.PlanEnd;

    /// <summary>由2015年的47%, 从2015年的: where a change starts.</summary>
    private bool IsStart(PeriodMention mention) =>
        mention.Span.Start > 0
        && text[mention.Span.Start - 1] is '由' or '从'
        && mention.Span.End < text.Length
        && text[mention.Span.End] is not ('，' or '起' or '开' or '以')
        && !IsFromTo(mention)
        && !IsSince(mention);

    /// <summary>从1979年到1984年安排就业: all those years. Not: 从2016—2020年的5亿元增加到.</summary>
    private bool IsFromTo(PeriodMention mention) =>
        mention.Period is { IsInterval: true }
        && text.AsSpan(mention.Span.Start, mention.Span.Length).IndexOfAny('到', '至') > 0
        && text[mention.Span.End] != '的';

    /// <summary>比2015年, 较“十三五”末, 是“十二五”的1.8倍, 恢复到2019年水平: what a value is compared with.</summary>
    public bool IsBasis(PeriodMention mention)
    {
        var before = mention.Span.Start > 0 ? text[mention.Span.Start - 1] : ' ';
        before = before is '“' or '"' && mention.Span.Start > 1 ? text[mention.Span.Start - 2] : before;
        var rest = text.AsSpan(mention.Span.End, Math.Min(BasisReach, sentence.End - mention.Span.End));
        if (before is '比' or '较' or '与' or '同' or '象' or '像' || rest.TrimStart("的").StartsWith("水平"))
        {
            return true;
        }
        var comma = rest.IndexOfAny(Breaks);
        rest = comma < 0 ? rest : rest[..comma];
        return rest.IndexOf("基础上") >= 0
            || IsSummed(mention)
            || before is '是' or '为' or '于' or '占' or '到'
                && rest.StartsWith("的")
                && rest[1..].IndexOfAny('倍', '分') > 0;
    }

    /// <summary>相当于1950年到1997年全国投资的总和, 是前十年之和的两倍: what all those years came to is compared with.</summary>
    private bool IsSummed(PeriodMention mention)
    {
        if (mention.Period is not { IsInterval: true })
        {
            return false;
        }
        var rest = text.AsSpan(mention.Span.End, Math.Min(SumReach, sentence.End - mention.Span.End));
        var comma = rest.IndexOfAny(Breaks);
        rest = comma < 0 ? rest : rest[..comma];
        return rest.IndexOf("总和") >= 0 || rest.IndexOf("之和") >= 0;
    }

    /// <summary>Between the years and 总和 stands the name of what was summed.</summary>
    private const int SumReach = 24;

    /// <summary>是“十二五”的1.8倍, 在“十五”总量基础上: what makes a basis of a period stands this close behind it.</summary>
    private const int BasisReach = 14;

    /// <summary>
    /// 比2015年的65.67立方米下降7.7%, 在１９７９到１９８３年平均每年递增７．９％的基础上: the value is of that year, the fall is not.
    /// </summary>
    private bool IsOfBasis(PeriodMention mention, Span value) =>
        text.AsSpan(value.End, sentence.End - value.End).StartsWith("的基础上")
        || mention.Span.End + 1 == value.Start
            && text[mention.Span.End] == '的'
            && mention.Span.Start > 0
            && text[mention.Span.Start - 1] is '比' or '较';

    /// <summary>增加到2010年的306亿元，资助学生2130万名: the year goes with its own clause alone.</summary>
    private bool IsOfOneValue(PeriodMention mention, Statement statement) =>
        !statement.Clause.Contains(mention.Span)
        && mention.Span.Start > sentence.Start + 1
        && text[mention.Span.Start - 1] is '到' or '至'
        && mention.Span.End + 1 < text.Length
        && text[mention.Span.End] == '的'
        && (char.IsDigit(text[mention.Span.End + 1]) || "一二三四五六七八九十百".Contains(text[mention.Span.End + 1]))
        && (
            statement.Value.Quantity.Change is null
            || text.AsSpan(mention.Span.End, statement.Value.Span.Start - mention.Span.End).Contains('；')
        );
}

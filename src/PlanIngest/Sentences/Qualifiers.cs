using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>Numbers that say which things are meant and belong to their name: 600人以上的企业, 过50亿元项目.</summary>
internal static class Qualifiers
{
    /// <summary>
    /// 单笔20万元以下的贷款余额, 600人以上的企业20家: a limit in front of the thing that is measured afterwards. Not:
    /// 完成200个以上村庄改造, 90%以上的草原退化.
    /// </summary>
    public static bool Qualifies(string text, SentenceLayout layout, IReadOnlyList<QuantityMention> values, int at)
    {
        var value = values[at];
        var quantity = value.Quantity;
        if (
            quantity.Kind is not (QuantityKind.Number or QuantityKind.Range)
            || Phrase.Shares.Contains(quantity.Unit ?? "")
            || value.Span.End >= text.Length
        )
        {
            return false;
        }
        var next = text[value.Span.End];
        var goesOn =
            next is not ('，' or '。' or '、' or '；' or '和' or '与' or '及' or '（' or '(' or ',' or ';' or '：')
            && next > '\u2FFF';
        if (SizesCounted(text, values, at) && (next is '的' or '、' || goesOn))
        {
            return true;
        }
        if (IsCriterion(text, values, at, goesOn))
        {
            return true;
        }
        if (!goesOn || Words.At(WordClass.Change, text, value.Span.End) > 1)
        {
            return false;
        }
        var clause = Refusals.ClauseOf(layout, value);
        var before = text.AsSpan(clause.Start, Math.Max(0, value.Span.Start - clause.Start));
        if (
            next == '的'
            && quantity.Comparator is not (null or Comparator.Equal)
            && value.Lead == Lead.None
            && text[value.Span.Start] is '小' or '大' or '超' or '高' or '低'
            && before.Length > 0
        )
        {
            return true;
        }
        if (quantity.Comparator is not (null or Comparator.Equal) && value.Lead == Lead.None && IsDoneAwayWith(before))
        {
            return true;
        }
        if (value.Qualifies && next == '的' && !Words.Has(WordClass.Act, before[Math.Max(0, before.Length - 4)..]))
        {
            return true;
        }
        var measured = at + 1 < values.Count && clause.Contains(values[at + 1].Span);
        if (
            quantity.Comparator is not (null or Comparator.Equal)
            && (
                quantity.Unit is null && text.AsSpan(value.Span.End).StartsWith("人口")
                || measured && NamesMeasure(text, value.Span.End, values[at + 1].Span.Start)
            )
        )
        {
            return true;
        }
        if (
            measured
            && quantity.Comparator is not (null or Comparator.Equal)
            && value.Lead == Lead.None
            && text[value.Core.Start] is '亿' or '万' or '千' or '百'
            && text[value.Span.End - 1] == '上'
        )
        {
            return true;
        }
        if (
            next == '的'
            && quantity.Unit == "元"
            && at > 0
            && before.EndsWith("、")
            && text.AsSpan(0, values[at - 1].Span.Start).EndsWith("投资")
        )
        {
            return true;
        }
        if (next == '级' && quantity.Unit is "吨" or "元" or "千瓦" or "人" or "亩")
        {
            return true;
        }
        if (value.Qualifies && text[value.Core.Start] is '亿' or '万' or '千')
        {
            return true;
        }
        if (quantity.Comparator is not (null or Comparator.Equal))
        {
            return measured
                && Words.AtEnd(WordClass.Act, before) == 0
                && Words.Closes(WordClass.Have, before) == 0
                && !AtLeast(before)
                && !text.AsSpan(value.Span.Start, value.Span.Length).StartsWith("至少");
        }
        if (measured && (IsSpreadOf(text, value) || CountsRated(text, value, values[at + 1], before)))
        {
            return true;
        }
        if (
            measured
            && quantity.Unit == "元"
            && IsClassOfThings(text.AsSpan(value.Span.End, values[at + 1].Span.Start - value.Span.End))
        )
        {
            return true;
        }
        var counted = at > 0 && values[at - 1].Span.End == value.Span.Start && Measures.Contains(quantity.Unit ?? "");
        return counted || IsSizeOfThing(text, value, before, measured) || quantity.Unit is "千伏" or "级";
    }

    /// <summary>消除56人以上大班额, 淘汰30万千瓦以下机组: what is to be no more. Not: 新增10万吨以上产能, 淘汰产能10万吨以上.</summary>
    private static bool IsDoneAwayWith(ReadOnlySpan<char> before)
    {
        foreach (var verb in (ReadOnlySpan<string>)["消除", "淘汰", "关停", "取缔", "关闭", "取消", "禁止"])
        {
            if (before.EndsWith(verb))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// 3个产值超千亿元、2个产值500亿元的产业集群: nothing but the measure stands between the count and the size of what is
    /// counted. Not: 3个项目投资5亿元, 3个集群产值超千亿元.
    /// </summary>
    private static bool SizesCounted(string text, IReadOnlyList<QuantityMention> values, int at)
    {
        if (
            at == 0
            || values[at - 1].Quantity is not { Kind: QuantityKind.Number, Unit: "个" or "家" or "户" or "项" or "座" }
        )
        {
            return false;
        }
        var start = values[at - 1].Span.End;
        return start < values[at].Span.Start
            && Words.At(WordClass.Attribute, text, start) == values[at].Span.Start - start;
    }

    /// <summary>
    /// 703个村集体经济收入达到百万元以上, 26家企业产值突破10亿元: which of them are counted. Not: 12个项目总投资超过30亿元, which
    /// is told of all; 12个城市优良天数比例达到90%以上.
    /// </summary>
    private static bool IsCriterion(string text, IReadOnlyList<QuantityMention> values, int at, bool goesOn)
    {
        if (
            goesOn
            || at == 0
            || values[at - 1].Quantity
                is not { Kind: QuantityKind.Number, Comparator: Comparator.Equal, Unit: "个" or "家" or "户" }
            || values[at].Quantity
                is not { Comparator: Comparator.AtLeast or Comparator.MoreThan, Unit: "元" or "亩" or "吨" }
        )
        {
            return false;
        }
        var between = Span.Between(values[at - 1].Span.End, values[at].Span.Start);
        var said = text.AsSpan(between.Start, Math.Max(0, between.Length));
        return said.Length > 3
            && !said.ContainsAny(OfAll)
            && said.IndexOf("合计") < 0
            && said.IndexOf("累计") < 0
            && Words.Find(WordClass.Act, said) < 0
            && NamesMeasure(text, between.Start, between.End);
    }

    private static readonly SearchValues<char> OfAll = SearchValues.Create("总共，、");

    /// <summary>存栏100头以上奶牛规模化养殖比重|达到38%: between the limit and the value a measure is named.</summary>
    private static bool NamesMeasure(string text, int start, int end)
    {
        var between = NameEnds.TrimRight(Cut.Of(text, Span.Between(start, end), []), out _).Text;
        return between.Length > 3 && Words.IsMeasure(between) && !between.AsSpan().ContainsAny('、', '和');
    }

    /// <summary>年收入20—60万元群体的比例达到30%: a range that says whose.</summary>
    private static bool IsSpreadOf(string text, QuantityMention value) =>
        value.Quantity.Kind == QuantityKind.Range && Groups.Any(group => text.AsSpan(value.Span.End).StartsWith(group));

    private static readonly string[] Groups = ["群体", "人群", "家庭", "人员", "城市", "企业", "职工"];

    /// <summary>
    /// 339个城市优良天数比例为92.4%: how many the rate is of. Not: 建成33家医院，床位使用率达到85%, 12个项目投资3亿元.
    /// </summary>
    private static bool CountsRated(
        string text,
        QuantityMention value,
        QuantityMention next,
        ReadOnlySpan<char> before
    ) =>
        value.Quantity.Unit is "个" or "家" or "所" or "座" or "条"
        && next.Quantity is { Kind: QuantityKind.Number, Unit: "%" or "‰" }
        && Words.AtEnd(WordClass.Act, before) == 0
        && Words.Closes(WordClass.Have, before) == 0
        && NamesMeasure(text, value.Span.End, next.Span.Start)
        && !text.AsSpan(value.Span.End, next.Span.Start - value.Span.End).Contains('占');

    /// <summary>年产3万吨项目5个, 日处理五百吨的糖厂, 半径30公里范围内.</summary>
    private static bool IsSizeOfThing(string text, QuantityMention value, ReadOnlySpan<char> before, bool measured)
    {
        if (text.AsSpan(value.Span.End).StartsWith("范围"))
        {
            return true;
        }
        foreach (var size in Sizes)
        {
            if (before.EndsWith(size))
            {
                return measured || text[value.Span.End] == '的';
            }
        }
        return false;
    }

    private static readonly string[] Sizes =
    [
        "年产",
        "日产",
        "日处理",
        "年处理",
        "装机",
        "库容",
        "单机",
        "单体",
        "单笔",
        "总投资",
    ];

    /// <summary>过50亿元项目5个: the money says which projects are counted.</summary>
    private static bool IsClassOfThings(ReadOnlySpan<char> between)
    {
        foreach (var things in Things)
        {
            if (between.EndsWith(things) && between.Length <= things.Length + 4)
            {
                return true;
            }
        }
        return false;
    }

    private static readonly string[] Things = ["项目", "企业", "产业", "园区", "集群", "单位", "工程", "村"];

    private static bool AtLeast(ReadOnlySpan<char> before) => before.EndsWith("至少") || before.EndsWith("至少有");

    private static readonly IReadOnlyList<string> Measures =
    [
        "千伏",
        "千瓦",
        "吨",
        "立方米",
        "公里",
        "岁",
        "米",
        "元",
        "平方米",
        "P",
        "公斤",
        "千克",
    ];
}

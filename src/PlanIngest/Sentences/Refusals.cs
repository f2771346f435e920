using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>Numbers that measure nothing: parts of names, slogans, spans of time, classes.</summary>
internal static class Refusals
{
    /// <summary>
    /// The quantities a sentence may state: without those in quotations and titles, those that qualify the thing
    /// counted (常住人口超过30万的县), and words without a limit.
    /// </summary>
    public static IReadOnlyList<QuantityMention> Keep(
        string text,
        SentenceLayout layout,
        IReadOnlyList<QuantityMention> values
    )
    {
        var kept = new List<QuantityMention>(values.Count);
        for (var at = 0; at < values.Count; at++)
        {
            var value = values[at];
            if (
                value.Quantity.Kind == QuantityKind.Text && !value.Rule.StartsWith("ratio", StringComparison.Ordinal)
                || layout.Quotes.Any(quote => quote.Contains(value.Span))
                || value.Span.Start > 0 && text[value.Span.Start - 1] == '第'
                || IsArticle(text, value)
                || value.Quantity.Kind == QuantityKind.Grade && IsPartOfCount(layout, values, at)
                || IsMark(text, value)
                || IsSource(text, layout, value)
                || IsSpanOrRank(text, value)
                || IsSmallWord(text, value) && IsWithinObject(text, layout, values, at)
                || IsRunTogether(text, layout, value)
                || IsProjectSize(text, layout, value)
                || Qualifiers.Qualifies(text, layout, values, at)
            )
            {
                continue;
            }
            kept.Add(value);
        }
        return kept;
    }

    /// <summary>11家达到B级, 62%的断面达不到III类标准: the grade says what is counted.</summary>
    private static bool IsPartOfCount(SentenceLayout layout, IReadOnlyList<QuantityMention> values, int at)
    {
        var clause = ClauseOf(layout, values[at]);
        return values.Take(at).Any(value => value.Quantity.Kind != QuantityKind.Grade && clause.Contains(value.Span));
    }

    /// <summary>六, 十二: a small count in characters.</summary>
    private static bool IsSmallWord(string text, QuantityMention value) =>
        value.Quantity
            is {
                Kind: QuantityKind.Number,
                Value: > 0 and <= 20,
                Unit: "个" or "项" or "类" or "大" or "种" or "张" or "次"
            }
        && !char.IsAsciiDigit(text[value.Core.Start])
        && text[value.Core.Start] is < '０' or > '９';

    /// <summary>盘活六类资产资源103.7亿元: the count says which things, the value after them is told.</summary>
    private static bool IsWithinObject(
        string text,
        SentenceLayout layout,
        IReadOnlyList<QuantityMention> values,
        int at
    ) =>
        at + 1 < values.Count
        && values[at].Span.End < values[at + 1].Span.Start
        && ClauseOf(layout, values[at]).Contains(values[at + 1].Span)
        && text.AsSpan(values[at].Span.End, values[at + 1].Span.Start - values[at].Span.End).IndexOfAny("、和与及，")
            < 0;

    /// <summary>02环境监测, 12369环保热线, 十一届十一次全会: marks and numbers of things.</summary>
    private static bool IsMark(string text, QuantityMention value)
    {
        var at = value.Core.Start;
        var next = value.Span.End < text.Length ? text[value.Span.End] : ' ';
        return text[at] == '0' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])
            || value.Quantity.Unit is "环" && next is '境' or '保' or '节' or '卫'
            || at > 0 && text[at - 1] is '届' or '图' or '表'
            || value.Quantity.Unit == "岁"
                && value.Quantity.Comparator is not (null or Comparator.Equal)
                && value.Lead == Lead.None
                && next > '\u2FFF'
                && !Letters(next);

        static bool Letters(char c) => c is '，' or '。' or '；' or '、' or '）';
    }

    /// <summary>根据十六个省三十四万个合作社的统计: what the figures are from.</summary>
    private static bool IsSource(string text, SentenceLayout layout, QuantityMention value)
    {
        var clause = ClauseOf(layout, value);
        var said = text.AsSpan(clause.Start, clause.Length);
        return (said.StartsWith("根据") || said.StartsWith("据"))
            && (said.EndsWith("统计") || said.EndsWith("调查") || said.EndsWith("测算"));
    }

    /// <summary>提前1年完成, 连续16个季度高于全国, 排名由369位上升到235位, 14亿人口的大国: no measures. Not: 提前12天.</summary>
    private static bool IsSpanOrRank(string text, QuantityMention value)
    {
        var before = text.AsSpan(0, value.Span.Start);
        var behind = text.AsSpan(value.Span.End);
        return value.Quantity.Unit == "年" && text.AsSpan(value.Span.Start).StartsWith("提前")
            || value.Quantity.Unit is "个" or "月" or "个月" or "季度" && before.EndsWith("连续")
            || value.Quantity.Unit == "位"
                && before[Math.Max(0, before.Length - RankReach)..] is var near
                && (near.IndexOf("排名") >= 0 || near.IndexOf("位次") >= 0 || near.IndexOf("位居") >= 0)
            || before.Length > 0 && text.AsSpan(0, value.Span.End).EndsWith("人口") && behind.StartsWith("的")
            || behind.StartsWith("人口的") && value.Quantity.Unit is null;
    }

    /// <summary>A rank stands this close behind the word that says it is one.</summary>
    private const int RankReach = 12;

    /// <summary>
    /// 加快白银集团7万吨锌基合金等项目建设, 推进某地30万千瓦风电项目: what a project will turn out. Not: 投产700万千瓦储能项目,
    /// 储备7万吨粮食.
    /// </summary>
    private static bool IsProjectSize(string text, SentenceLayout layout, QuantityMention value)
    {
        if (
            value.Quantity is not { Kind: QuantityKind.Number, Unit: "吨" or "千瓦" or "升" or "吨/年" }
            || value.Core != value.Span
        )
        {
            return false;
        }
        var clause = ClauseOf(layout, value);
        var before = text.AsSpan(clause.Start, value.Span.Start - clause.Start);
        var behind = text.AsSpan(value.Span.End, Math.Min(ProjectReach, clause.End - value.Span.End));
        var stop = behind.IndexOfAny(Parted);
        behind = stop < 0 ? behind : behind[..stop];
        return !before.IsEmpty
            && Words.AtEnd(WordClass.Act, before) == 0
            && Words.Closes(WordClass.Joint, before) == 0
            && (behind.IndexOf("项目") > 1 || behind.IndexOf("生产线") > 1);
    }

    private static readonly SearchValues<char> Parted = SearchValues.Create("、（(0123456789");

    /// <summary>The name of what a project makes is no longer.</summary>
    private const int ProjectReach = 16;

    /// <summary>A clause whose figures run together (1414 1270 -10% as 14141270-10%) is a table that lost its cells.</summary>
    private static bool IsRunTogether(string text, SentenceLayout layout, QuantityMention value)
    {
        var clause = ClauseOf(layout, value);
        int run = 0,
            points = 0;
        foreach (var c in text.AsSpan(clause.Start, clause.Length))
        {
            if (!char.IsAsciiDigit(c) && c is not ('.' or '%' or '-'))
            {
                (run, points) = (0, 0);
                continue;
            }
            run++;
            points += c == '.' ? 1 : 0;
            if (run >= LongestFigure || points > 1)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>No figure of a sentence has so many characters.</summary>
    private const int LongestFigure = 16;

    public static Span ClauseOf(SentenceLayout layout, QuantityMention value)
    {
        foreach (var clause in layout.Clauses)
        {
            if (clause.Contains(value.Span))
            {
                return clause;
            }
        }
        return value.Span;
    }

    /// <summary>一个, 一批, 两所: articles, not counts. 一百个 and 1个 are counts.</summary>
    private static bool IsArticle(string text, QuantityMention value) =>
        value.Quantity.Kind == QuantityKind.Number
        && value.Quantity.Comparator is null or Comparator.Equal
        && value.Quantity.Value is 1 or 2
        && !value.Quantity.Approximate
        && text[value.Span.Start] is '一' or '两' or '壹'
        && value.Quantity.Unit is not ("倍" or "%" or "百分点" or "岁" or "元");

    private static readonly string[] Scores = ["得分", "分数", "成绩", "满意度", "指数", "平均分"];

    /// <summary>What may be said once its name is known.</summary>
    public static bool Allows(Phrase phrase, QuantityMention value, Cut name, string text)
    {
        var quantity = value.Quantity;
        if (
            name.Text.Length < 2 && !PhraseReader.IsMaterial(name.Text)
            || !name.Text.AsSpan().ContainsAnyInRange('\u4E00', '\u9FFF') && !name.Text.Any(char.IsAsciiLetter)
        )
        {
            return false;
        }
        if (IsComparison(name.Text))
        {
            return false;
        }
        if (
            quantity.Unit == "分" && !Scores.Any(name.Text.EndsWith)
            || quantity.Unit == "版"
            || name.Text.EndsWith("方面", StringComparison.Ordinal)
        )
        {
            return false;
        }
        if (quantity.Kind == QuantityKind.Grade)
        {
            return phrase.Right.IsEmpty && (!phrase.Left.IsEmpty || phrase.Joined);
        }
        if (quantity.Kind == QuantityKind.Reference)
        {
            return Words.IsMeasure(name.Text);
        }
        if (quantity.Kind is QuantityKind.Number or QuantityKind.Range && Times.Contains(quantity.Unit ?? ""))
        {
            return phrase.Right.IsEmpty
                    && (!phrase.Left.IsEmpty || phrase.Singly)
                    && (Words.IsMeasure(name.Text) || TimeNames.Any(name.Text.EndsWith))
                || phrase.Joined && quantity.Unit is "天" or "小时" or "分钟" && phrase.Right.IsEmpty
                || name.Text.Length > 2 && name.Text.EndsWith("时间", StringComparison.Ordinal) && !phrase.Left.IsEmpty;
        }
        if (quantity.Kind == QuantityKind.Number && quantity.Unit is null)
        {
            return quantity.Value >= 10000
                    && (!phrase.Right.IsEmpty || name.Text.EndsWith("人口", StringComparison.Ordinal))
                || phrase.Right.IsEmpty
                    && (
                        phrase.Joined
                        || quantity.Value is > 0 and < 1 && phrase.Lead.Text.EndsWith('的')
                        || quantity.Comparator is not (null or Comparator.Equal)
                    )
                    && (!phrase.Left.IsEmpty || phrase.Joined && Words.IsMeasure(name.Text));
        }
        return !IsShow(phrase, value, text);
    }

    /// <summary>比过去所增加的品种还多两倍: says by how much more, of nothing named. Not: 比重, 比例.</summary>
    private static bool IsComparison(string name) => name[0] == '比' && Words.At(WordClass.Keep, name, 0) == 0;

    private static readonly IReadOnlyList<string> Times =
    [
        "年",
        "月",
        "个月",
        "天",
        "日",
        "周",
        "小时",
        "分钟",
        "季度",
        "工作日",
        "个工作日",
    ];

    private static readonly string[] TimeNames =
    [
        "住院日",
        "床日",
        "霜期",
        "天数",
        "日数",
        "时限",
        "工期",
        "年龄",
        "学制",
        "工时",
    ];

    /// <summary>What is known by its number: 八项规定, 五项制度.</summary>
    private static readonly string[] Rules =
    [
        "规定",
        "制度",
        "准则",
        "原则",
        "纪律",
        "要求",
        "禁令",
        "承诺",
        "职能",
        "权利",
        "方针",
        "主张",
        "工作",
    ];

    private static readonly IReadOnlyList<string> ShowUnits =
    [
        "个",
        "项",
        "大",
        "种",
        "条",
        "点",
        "方面",
        "批",
        "张",
        "层",
        "步",
        "字",
        "类",
        "次",
        "期",
    ];

    /// <summary>四个方面, 五大中心, 三个转变: counted for show.</summary>
    private static bool IsShow(Phrase phrase, QuantityMention value, string text)
    {
        if (
            value.Quantity.Kind != QuantityKind.Number
            || value.Quantity.Value is not (>= 1 and <= 20)
            || value.Quantity.Unit is { } unit && !ShowUnits.Contains(unit)
        )
        {
            return false;
        }
        if (value.Quantity.Unit is "大" or "点" or "方面")
        {
            return true;
        }
        if (phrase.Right.IsEmpty)
        {
            return false;
        }
        if (
            !char.IsAsciiDigit(text[value.Core.Start])
            && (
                value.Quantity.Unit is "类" or "次" or "张" or "期"
                || Rules.Any(phrase.Right.Text.StartsWith)
                || phrase.Right.Text.Length <= 8 && Rules.Any(phrase.Right.Text.EndsWith) && phrase.Act == 0
            )
        )
        {
            return true;
        }
        return phrase.Right.Text.Length <= 8 && Words.AtEnd(WordClass.Slogan, phrase.Right.Text) > 0;
    }
}

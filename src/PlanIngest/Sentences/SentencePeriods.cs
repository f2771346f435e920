using System.Buffers;
using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>The periods a sentence names, and which of them holds for a value.</summary>
internal sealed class SentencePeriods
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，；。,;！？");
    private const string PlanTails = "期时以末前后的中初内要将我全建共";

    private static readonly string[] Carries = ["结转", "结余"];
    private static readonly string[] Prices = ["价格", "不变价", "可比价", "口径", "版", "国家标准"];
    private static readonly string[] Honours = ["荣获", "获评", "获得", "入选", "被评为", "被授予", "被列入"];
    private static readonly string[] TheseYears = ["这五年", "五年来", "过去五年"];

    private readonly string text;
    private readonly Span sentence;
    private readonly IReadOnlyList<PeriodMention> found;

    private SentencePeriods(string text, Span sentence, IReadOnlyList<PeriodMention> found) =>
        (this.text, this.sentence, this.found) = (text, sentence, found);

    public IReadOnlyList<Span> Spans => [.. found.Select(mention => mention.Span)];

    public static SentencePeriods Of(string text, Span sentence, DocumentHead head, Tense tense = Tense.Open)
    {
        var found = PeriodReader.FindAll(text, sentence, head);
        var saysFive = text.AsSpan(sentence.Start, sentence.Length).IndexOf("五年") >= 0;
        if (found.Count == 0 && !saysFive)
        {
            return new SentencePeriods(text, sentence, []);
        }
        var layout = SentenceLayout.Of(text, sentence);
        var mentions = found
            .Select(Simplest)
            .Where(mention =>
                mention.Sense != PeriodSense.PlanName
                && !text.AsSpan(mention.Span.Start, mention.Span.Length).SequenceEqual("当年")
                && !IsAttribute(text, mention)
                && !layout.Quotes.Any(quote => quote.Contains(mention.Span) && quote.Length > mention.Span.Length + 2)
            )
            .ToList();
        if (saysFive)
        {
            AddFiveYears(text, sentence, layout, head, tense, mentions);
        }
        return new SentencePeriods(text, sentence, [.. mentions.OrderBy(mention => mention.Span.Start)]);
    }

    private static void AddFiveYears(
        string text,
        Span sentence,
        SentenceLayout layout,
        DocumentHead head,
        Tense tense,
        List<PeriodMention> mentions
    )
    {
        foreach (var words in TheseYears)
        {
            var at = text.IndexOf(words, sentence.Start, sentence.Length, StringComparison.Ordinal);
            if (at >= 0 && !mentions.Exists(mention => mention.Span.Overlaps(new Span(at, words.Length))))
            {
                mentions.Add(new PeriodMention(new Span(at, words.Length), PastYears(head, 5), PeriodSense.Years));
            }
        }
        if (head is { Kind: DocumentKind.Report, IssuedOn: not null } or { PlanPeriod: not null })
        {
            var period =
                head is { Kind: not DocumentKind.Report, PlanPeriod: { } plan } ? Period.Years(plan.Start, plan.End)
                : tense == Tense.Future && head.IssuedOn is { } issued
                    ? Period.Years(issued.Start.Year, issued.Start.Year + 4)
                : PastYears(head, 5);
            foreach (var clause in layout.Clauses.Where(clause => OpensWithFiveYears(text, clause)))
            {
                var length = text[clause.Start + 2] == '内' ? 3 : 2;
                mentions.Add(new PeriodMention(new Span(clause.Start, length), period, PeriodSense.Years));
            }
        }
    }

    /// <summary>“十四五”批复的基地, “十二五”规划项目, 荣获2022年美丽乡村称号: the plan says which, not when.</summary>
    private static bool IsAttribute(string text, PeriodMention mention) =>
        mention.Span.End < text.Length
        && (
            Honours.Any(words => text.AsSpan(0, mention.Span.Start).EndsWith(words))
            || mention.Sense == PeriodSense.Relative
                && Carries.Any(words => text.AsSpan(mention.Span.End).StartsWith(words))
            || Prices.Any(words => text.AsSpan(mention.Span.End).StartsWith(words))
            || mention.Sense == PeriodSense.Plan
                && text[mention.Span.End - 1] is '”' or '"'
                && text[mention.Span.End] > '\u4E00'
                && !PlanTails.Contains(text[mention.Span.End])
                && text.AsSpan(mention.Span.End, Math.Min(7, text.Length - mention.Span.End)).Contains('的')
        );

    /// <summary>An interval of one year is that year.</summary>
    private static PeriodMention Simplest(PeriodMention mention) =>
        mention.Period is { End: { } end } period && end == period.Start
            ? mention with
            {
                Period = new Period(end),
            }
            : mention;

    /// <summary>五年新增就业50万人, 五年内建成: the years of the plan; in a report those that went by. Not: 五年来, 五年制, 五年计划.</summary>
    private static bool OpensWithFiveYears(string text, Span clause) =>
        clause.Length > 6
        && text.AsSpan(clause.Start).StartsWith("五年")
        && !"来间里制级计规行期后前".Contains(text[clause.Start + 2]);

    /// <summary>The five years that a report looks back on.</summary>
    private static Period? PastYears(DocumentHead head, int years) =>
        head is { Kind: DocumentKind.Plan, PlanPeriod: { } plan } ? Period.Years(plan.Start - years, plan.Start - 1)
        : head.IssuedOn is { } issued ? Period.Years(issued.Start.Year - years, issued.Start.Year - 1)
        : head.PlanPeriod is { } covered ? Period.Years(covered.Start, covered.End)
        : null;

    /// <summary>The words of the sentence before the value.</summary>
    public ReadOnlySpan<char> Before(Statement statement) =>
        text.AsSpan(sentence.Start, Math.Max(0, statement.Value.Span.Start - sentence.Start));

    /// <summary>The period that opens the sentence (到2025年，…) and so holds on after it; null for none.</summary>
    public PeriodMention? Opening
    {
        get
        {
            PeriodMention? opening = null;
            foreach (var mention in found)
            {
                if (
                    mention.Sense == PeriodSense.Now
                    || mention.Period is null && !IsThisYear(mention)
                    || IsStart(mention)
                    || IsBasis(mention)
                )
                {
                    continue;
                }
                var from = Math.Max(sentence.Start, text.AsSpan(0, mention.Span.Start + 1).LastIndexOfAny(Breaks) + 1);
                var before = Cut.Of(text, Span.Between(from, mention.Span.Start), []);
                var left = NameEnds.TrimLeft(before, null);
                if (left.Text.Length <= 3 && (opening is not null || from == sentence.Start || LeadsIn(from)))
                {
                    opening = mention;
                }
                else if (opening is null)
                {
                    return null;
                }
            }
            return opening;
        }
    }

    /// <summary>《公报》显示，初步核算，2020年…; 与“十二五”末相比，2020年…: clauses that only lead to the opening.</summary>
    private bool LeadsIn(int at)
    {
        var before = text.AsSpan(sentence.Start, at - sentence.Start);
        if (before.Length > LongestLeadIn)
        {
            return false;
        }
        foreach (var c in before)
        {
            if (char.IsDigit(c) && !found.Any(mention => mention.Span.Start < at && IsBasis(mention)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A longer lead-in has said something of its own.</summary>
    private const int LongestLeadIn = 40;

    /// <summary>The last period named before the value that is not the basis of a comparison or the start of a change.</summary>
    public PeriodMention? For(Statement statement)
    {
        var value = statement.Value.Span;
        PeriodMention? nearest = null;
        foreach (var mention in found)
        {
            if (mention.Span.Start >= value.Start)
            {
                break;
            }
            if (mention.Span.Overlaps(value))
            {
                continue;
            }
            if (IsStart(mention))
            {
                if (statement.IsStart && mention.Span.Start >= statement.Clause.Start)
                {
                    nearest = mention;
                }
                continue;
            }
            if (IsBasis(mention))
            {
                nearest = IsOfBasis(mention, value) ? mention : nearest;
            }
            else if (!statement.IsStart && !IsOfOneValue(mention, statement))
            {
                nearest = mention;
            }
        }
        return Behind(statement, nearest) ?? nearest;
    }

    /// <summary>
    /// What the changes of a sentence are measured from: １９９２年同１９８７年相比, 与上年比, 一九五七年比一九五六年，. Null for
    /// none.
    /// </summary>
    public string? ComparedWith(Statement statement)
    {
        for (var at = found.Count - 1; at >= 0; at--)
        {
            var mention = found[at];
            if (mention.Span.End > statement.Value.Span.Start || mention.Span.Start == 0 || !IsBasis(mention))
            {
                continue;
            }
            var rest = text.AsSpan(mention.Span.End, sentence.End - mention.Span.End).TrimStart("的末底同期");
            var before = text[mention.Span.Start - 1];
            if (
                before is '同' or '与' or '和' && (rest.StartsWith("相比") || rest.StartsWith("比"))
                || before is '比' or '较' && rest.Length > 0 && rest[0] is '，' or ','
            )
            {
                return mention.Sense == PeriodSense.Relative
                    ? "previous"
                    : mention.Period?.Start.Year.ToString(CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

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

    /// <summary>6项指标已经于2024年提前完成: behind the counted things of its clause, where none stands before them.</summary>
    private PeriodMention? Behind(Statement statement, PeriodMention? nearest)
    {
        if (
            statement.IsStart
            || statement.Rule is not ("counted-predicate" or "counted-after-verb" or "counted-within" or "share-of")
            || nearest is { } before && statement.Clause.Contains(before.Span)
        )
        {
            return null;
        }
        foreach (var mention in found)
        {
            if (
                mention.Span.Start >= statement.Value.Span.End
                && statement.Clause.Contains(mention.Span)
                && mention.Sense is PeriodSense.Date or PeriodSense.PlanEnd
                && !IsBasis(mention)
                && !IsStart(mention)
            )
            {
                return mention;
            }
        }
        return null;
    }

    /// <summary>How many last years of plans (2015, 2020) the sentence names.</summary>
    public int PlanYears =>
        found
            .Where(mention =>
                mention is { Sense: PeriodSense.Date, Period: { IsInterval: false, Start.Month: 0 } year }
                && year.Start.Year % 5 == 0
                && !IsBasis(mention)
                && !IsStart(mention)
            )
            .DistinctBy(mention => mention.Period)
            .Count();

    /// <summary>上年, 上一年.</summary>
    public bool IsYearBefore(PeriodMention mention) => text[mention.Span.Start] == '上';

    private bool IsThisYear(PeriodMention mention) => text.AsSpan(mention.Span.Start).StartsWith("今年");

    /// <summary>Whether a period stands in that clause.</summary>
    public bool AnyIn(Span clause) => found.Any(mention => clause.Contains(mention.Span));

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
        && !IsSince(mention);

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
}

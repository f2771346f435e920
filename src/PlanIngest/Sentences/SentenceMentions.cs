using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>
/// Finds the periods of a sentence that may hold for its values: without those that say which thing is meant (荣获2022年
/// 称号), with the five years that only the document can date.
/// </summary>
internal static class SentenceMentions
{
    private static readonly string[] Carries = ["结转", "结余"];
    private static readonly string[] Prices = ["价格", "不变价", "可比价", "口径", "版", "国家标准"];
    private static readonly string[] Honours = ["荣获", "获评", "获得", "入选", "被评为", "被授予", "被列入"];
    private static readonly string[] TheseYears = ["这五年", "五年来", "过去五年"];
    private const string PlanTails = "期时以末前后的中初内要将我全建共";

    public static IReadOnlyList<PeriodMention> Find(string text, Span sentence, Setting setting)
    {
        var (head, tense) = (setting.Head, setting.Tense);
        var found = YearPart.Placed(text, sentence, setting, PeriodReader.FindAll(text, sentence, head));
        var saysFive = text.AsSpan(sentence.Start, sentence.Length).IndexOf("五年") >= 0;
        if (found.Count == 0 && !saysFive)
        {
            return [];
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
        return [.. mentions.OrderBy(mention => mention.Span.Start)];
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
                head.PlanPeriod is { } plan
                && (head.Kind != DocumentKind.Report || tense != Tense.Past && IsOfPlan(head.Title))
                    ? Period.Years(plan.Start, plan.End)
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

    /// <summary>关于第一个五年计划的报告 tells of the five years of the plan, a work report of those that went by.</summary>
    private static bool IsOfPlan(string? title) =>
        title is not null
        && (title.Contains("五年计划", StringComparison.Ordinal) || title.Contains("规划", StringComparison.Ordinal));

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
}

using System.Buffers;
using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>The periods a sentence names, and which of them holds for a value.</summary>
internal sealed partial class SentencePeriods
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create("，；。,;！？");

    private readonly string text;
    private readonly Span sentence;
    private readonly IReadOnlyList<PeriodMention> found;

    private SentencePeriods(string text, Span sentence, IReadOnlyList<PeriodMention> found) =>
        (this.text, this.sentence, this.found) = (text, sentence, found);

    public IReadOnlyList<Span> Spans => [.. found.Select(mention => mention.Span)];

    public static SentencePeriods Of(string text, Span sentence, Setting setting) =>
        new(text, sentence, SentenceMentions.Find(text, sentence, setting));

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

    /// <summary>
    /// 《公报》显示，初步核算，2020年…; 与“十二五”末相比，2020年…; 2月26日从统计局获悉，2012年…; 按照《标准》（GB 3095-2012）评价，
    /// 2021年7月…: clauses that only lead to the opening. Not: 新增12所学校，2020年….
    /// </summary>
    private bool LeadsIn(int at)
    {
        var before = text.AsSpan(sentence.Start, at - sentence.Start);
        if (before.Length > LongestLeadIn)
        {
            return false;
        }
        var depth = 0;
        for (var i = 0; i < before.Length; i++)
        {
            depth +=
                before[i] is '（' or '(' or '《' ? 1
                : before[i] is '）' or ')' or '》' ? -1
                : 0;
            if (!char.IsDigit(before[i]) || depth > 0)
            {
                continue;
            }
            var digits = before[i..].IndexOfAnyExceptInRange('0', '9');
            i += Math.Max(0, digits - 1);
            if (
                (digits < 0 || before[i + 1] is not ('月' or '日'))
                && !found.Any(mention => mention.Span.Start < at && IsBasis(mention))
            )
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
        return Behind(statement, nearest) ?? Dealt(statement, nearest) ?? nearest;
    }

    /// <summary>
    /// 到2023年底和2030年，素养水平分别不低于24%和30%: a year for each value of one name. Not: 到2023年底和2030年，A、B分别达到24%和30%.
    /// </summary>
    private PeriodMention? Dealt(Statement statement, PeriodMention? nearest)
    {
        if (statement.Among < 2 || nearest is not { } last)
        {
            return null;
        }
        var first = found.TakeWhile(mention => mention != last).Count() - statement.Among + 1;
        for (var at = first + 1; at > 0 && at < first + statement.Among; at++)
        {
            if (
                text.AsSpan(found[at - 1].Span.End, found[at].Span.Start - found[at - 1].Span.End)
                is not ("和" or "、" or "与" or "及")
            )
            {
                return null;
            }
        }
        return first < 0 ? null : found[first + statement.Place];
    }

    /// <summary>2010年与2005年相比，比重由47%上升到71%: what it rose from was in 2005.</summary>
    public Period? YearComparedWith(Statement statement) =>
        int.TryParse(ComparedWith(statement), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            ? Period.Year(year)
            : null;

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
                || before is '比' or '较' && text[mention.Span.End] == '的' && !statement.IsStart
            )
            {
                return mention.Sense == PeriodSense.Relative
                    ? "previous"
                    : mention.Period?.Start.Year.ToString(CultureInfo.InvariantCulture);
            }
        }
        return null;
    }

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

    /// <summary>Whether a period stands in that clause.</summary>
    public bool AnyIn(Span clause) => found.Any(mention => clause.Contains(mention.Span));
}

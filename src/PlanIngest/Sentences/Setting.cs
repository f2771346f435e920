using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>Whether a part of a document tells what was or what shall be.</summary>
internal enum Tense
{
    Open,
    Past,
    Future,
}

/// <summary>
/// Where in the document a sentence stands: the tense and the period its headings, its part and its paragraph give
/// it. The one thing that changes while a document is read; it never looks ahead.
/// </summary>
internal sealed class Setting(DocumentHead head)
{
    private sealed record Part(int Level, Tense Tense, PeriodMention? Period);

    private readonly List<Part> parts = [];
    private PeriodMention? section;
    private PeriodMention? list;
    private PeriodMention? paragraph;
    private Tense listTense;
    private bool listed;
    private bool goalParagraph;

    public DocumentHead Head { get; } = head;

    /// <summary>The year a report as a whole looks back on; null where its title names none.</summary>
    public Period? ReportYear { get; } = Sentences.ReportYear.Of(head);

    public Tense Tense =>
        listTense != Tense.Open ? listTense
        : parts.FindLast(part => part.Tense != Tense.Open) is { } part ? part.Tense
        : Tense.Open;

    /// <summary>The period of the paragraph's opening, of the list's lead-in, of the part; null for none.</summary>
    public PeriodMention? Carried =>
        paragraph ?? list ?? parts.FindLast(part => part.Period is not null)?.Period ?? section;

    /// <summary>Only the paragraph's own opening or the lead-in of its list.</summary>
    public bool CarriedNearby => paragraph is not null || list is not null;

    public void Enter(Passage heading, OutlineMark mark)
    {
        parts.RemoveAll(part => part.Level >= mark.Level);
        (section, list, paragraph, listTense) = (null, null, null, Tense.Open);
        if (Head.Title is { } title && heading.Text.AsSpan().Trim("#* ").SequenceEqual(title))
        {
            return;
        }
        var periods = PeriodReader
            .FindAll(heading.Text, Span.Between(0, heading.Text.Length), Head)
            .Where(found => found.Period is not null && found.Sense != PeriodSense.PlanName)
            .ToList();
        var agreed =
            periods.Count > 0 && mark.Level > 0 && periods.TrueForAll(found => found.Period == periods[0].Period);
        parts.Add(new Part(mark.Level, TenseOf(heading.Text), agreed ? periods[0] : null));
    }

    /// <param name="isListed">It begins with a list mark: what led into the list still holds.</param>
    public void EnterParagraph(bool isListed)
    {
        paragraph = null;
        listed = isListed;
        if (!isListed || goalParagraph)
        {
            list = null;
            (listTense, goalParagraph) = (Tense.Open, false);
        }
    }

    /// <summary>A period that opens a sentence holds until another is named.</summary>
    public void Note(PeriodMention opening)
    {
        paragraph = opening;
        if (opening.Sense is PeriodSense.Plan or PeriodSense.Years && Tense != Tense.Future && !listed)
        {
            section ??= opening;
        }
    }

    /// <summary>可持续发展的主要预期目标是：…: from here on the paragraph sets goals.</summary>
    public void Hear(ReadOnlySpan<char> sentence)
    {
        if (sentence.IndexOfAny('：', ':') < 0)
        {
            return;
        }
        foreach (var words in GoalLeads)
        {
            if (sentence.IndexOf(words) >= 0)
            {
                listTense = Tense.Future;
                goalParagraph = true;
            }
        }
    }

    private static readonly string[] GoalLeads =
    [
        "目标是：",
        "目标为：",
        "目标是:",
        "目标：",
        "指标为：",
        "指标是：",
        "要实现以下目标",
    ];

    /// <summary>今年的主要预期目标是： holds for the list under it.</summary>
    public void LeadIn(string sentence)
    {
        list = paragraph ?? list;
        (listTense, goalParagraph) = (TenseOf(sentence), false);
    }

    /// <summary>
    /// By the last telling word near its end: 规划背景 is about what was, 发展目标 about what shall be; 聚焦重点领域深化改革
    /// says neither.
    /// </summary>
    private static Tense TenseOf(ReadOnlySpan<char> heading)
    {
        var tense = Tense.Open;
        var text = heading.TrimEnd("。：:* #");
        for (var at = 0; at < text.Length; at++)
        {
            var past = Words.At(WordClass.HeadingPast, text, at);
            var future = Words.At(WordClass.HeadingFuture, text, at);
            var longest = Math.Max(past, future);
            if (longest > 1 && text.Length - at - longest <= TailAfterTense)
            {
                tense = past > future ? Tense.Past : Tense.Future;
            }
        }
        return tense;
    }

    /// <summary>Characters a heading may have after its telling word: 形势依然严峻, 重点工作.</summary>
    private const int TailAfterTense = 4;
}

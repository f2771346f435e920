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
internal sealed class Setting(DocumentHead head, Period? reportYear)
{
    private sealed record Part(int Level, Tense Tense, PeriodMention? Period);

    private readonly List<Part> parts = [];
    private PeriodMention? section;
    private PeriodMention? list;
    private PeriodMention? paragraph;
    private Tense listTense;
    private bool listed;
    private bool goalParagraph;
    private bool led;
    private bool timeless;

    /// <summary>
    /// The year a report last named at the opening of a sentence: what it tells on from there without a year is of it.
    /// </summary>
    public Period? Story { get; private set; }

    public DocumentHead Head { get; } = head;

    /// <summary>The year a report as a whole looks back on; null where its title names none.</summary>
    public Period? ReportYear { get; } = reportYear;

    /// <summary>The year of the draft the document puts forward; null for none.</summary>
    public int? DraftYear { get; } = Sentences.ReportYear.OfDraft(head);

    public Tense Tense =>
        listTense != Tense.Open ? listTense
        : parts.FindLast(part => part.Tense != Tense.Open) is { } part ? part.Tense
        : IsTask ? Tense.Future
        : Tense.Open;

    /// <summary>The period of the paragraph's opening, of the list's lead-in, of the part; null for none.</summary>
    public PeriodMention? Carried =>
        paragraph ?? list ?? parts.FindLast(part => part.Period is not null)?.Period ?? section;

    /// <summary>The year of a plan for one year (2023年工作要点); null for none.</summary>
    public int? PlanYear { get; } = Sentences.ReportYear.OfPlan(head);

    /// <summary>The paragraph says who has to see to it.</summary>
    public bool IsTask { get; private set; }

    /// <summary>The one year the text tells of here; null for none or several.</summary>
    public int? ToldYear =>
        (Carried?.Period ?? ReportYear ?? Story) is { } told && told.LastYear == told.Start.Year ? told.LastYear : null;

    /// <summary>今年 opened the paragraph of a plan without a date: its goals are of no year that is known, least the plan's last.</summary>
    public bool IsOfThisYear => paragraph is { Period: null };

    /// <summary>
    /// From one time to another as the paragraph last said it (由1997年的123万公里增加到2002年的176万公里): so go the pairs after
    /// it that name none.
    /// </summary>
    public (Period From, Period To)? Course { get; set; }

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
        var tense = TenseOf(heading.Text);
        tense = tense == Tense.Open && IsWorkToCome(heading.Text, periods) ? Tense.Future : tense;
        parts.Add(
            new Part(mark.Level, tense, mark.Level > 0 || tense != Tense.Open ? OfHeading(periods, tense) : null)
        );
    }

    /// <summary>二、2026年工作 in a report given early in 2026 or dated by its title alone. Not: 2025年工作, 2026年工作情况.</summary>
    private bool IsWorkToCome(string heading, List<PeriodMention> periods) =>
        Head is { Kind: DocumentKind.Report, IssuedOn.Start: { Month: <= 4 } issued }
        && periods is [{ Period: { IsInterval: false } year }]
        && year.Start.Year >= issued.Year
        && heading.TrimEnd('*', ' ', '。', '：').EndsWith("工作", StringComparison.Ordinal);

    /// <summary>
    /// The year before a report given early in a year (——2026年1月27日): what it reviews and gives no year is of that one.
    /// </summary>
    public Period? ReviewedYear =>
        Tense == Tense.Past
        && Head is { Kind: DocumentKind.Report, IssuedOn.Start: { Month: > 0 and <= 4 } issued, Title: { } title }
        && title.Contains("工作报告", StringComparison.Ordinal)
            ? Period.Year(issued.Year - 1)
            : null;

    /// <summary>
    /// The period a heading gives its part: the only one, or, of a year told of beside the plan it closes, the one that
    /// stands first (2025年和“十四五”时期工作回顾: the year; “十四五”时期和2025年工作回顾: the five).
    /// </summary>
    private static PeriodMention? OfHeading(List<PeriodMention> periods, Tense tense) =>
        periods.Count == 0 ? null
        : periods.TrueForAll(found => found.Period == periods[0].Period) ? periods[0]
        : tense == Tense.Past
        && periods.Where(found => found.Sense == PeriodSense.Date).ToList() is [{ Period.IsInterval: false } year]
            ? periods[0].Period is { IsInterval: true } plan && plan.LastYear == year.Period!.Value.LastYear
                    ? periods[0]
                : year
        : null;

    /// <param name="isListed">It begins with a list mark or is the first behind a colon: what led into it still holds.</param>
    /// <param name="isTask">It says who has to see to it: what it sets is to be done, where no part tells of the past.</param>
    public void EnterParagraph(bool isListed, bool isTask)
    {
        (paragraph, Course) = (null, null);
        IsTask = isTask;
        listed = isListed;
        var isLed = led;
        led = false;
        if (!isListed && !isLed || goalParagraph)
        {
            list = null;
            (listTense, goalParagraph) = (Tense.Open, false);
        }
    }

    /// <summary>A period that opens a sentence holds until another is named.</summary>
    /// <param name="isUntil">A time to come (到2025年): no year that is told of.</param>
    /// <param name="isAsOf">A state of things at a date (截至2024年底), not the year the text goes on to tell of.</param>
    public void Note(PeriodMention opening, bool isUntil, bool isAsOf)
    {
        if (isUntil && Tense == Tense.Past)
        {
            return;
        }
        var isFirst = paragraph is null;
        if (opening.Period is null)
        {
            paragraph = Head.Kind == DocumentKind.Plan ? opening : paragraph;
            return;
        }
        paragraph = opening;
        if (
            isFirst
            && !isUntil
            && !isAsOf
            && Head.Kind != DocumentKind.Plan
            && opening is { Period: { } told }
            && (!timeless || opening.Span.Start <= 2 && !told.IsInterval)
            && IsStory(opening, told)
        )
        {
            Story = told.IsInterval ? told : Period.Year(told.Start.Year);
        }
        if (IsLong(opening) && Tense != Tense.Future && !listed && isFirst && opening.Span.Start <= LongestTopic)
        {
            section ??= opening;
        }
    }

    /// <summary>
    /// A text without a date that begins with facts of no year (a profile of a place) tells on so, whatever years it names
    /// in passing (2020年底全县脱贫摘帽), until a paragraph opens with a year.
    /// </summary>
    public void Tell() =>
        timeless |= Head is { Kind: DocumentKind.Unknown, IssuedOn: null } && Carried is null && Story is null;

    /// <summary>重点工程建设取得重大进展。五年来，…: behind a topic this long the years still head the paragraph.</summary>
    private const int LongestTopic = 24;

    /// <summary>“十三五”期间, 五年来: what a whole part tells of. Not: 这两年.</summary>
    private static bool IsLong(PeriodMention opening) =>
        opening.Sense == PeriodSense.Plan
        || opening is { Sense: PeriodSense.Years, Period: { IsInterval: true } years }
            && years.LastYear - years.Start.Year > 2;

    /// <summary>2014年，… of a report of 2015, not 1978年，… as its history; without a date of its own the latest year holds.</summary>
    private bool IsStory(PeriodMention opening, Period told) =>
        (
            opening.Sense is PeriodSense.Date or PeriodSense.Relative
            || opening.Sense == PeriodSense.Range && told.Start.Month > 0 && told.LastYear == told.Start.Year
        )
        && told.Start.Day == 0
        && (
            Head.IssuedOn is { } issued
                ? told.LastYear >= issued.Start.Year - 1 && told.LastYear <= issued.Start.Year
                : Story is not { } known || told.LastYear >= known.LastYear
        );

    /// <summary>可持续发展的主要预期目标是：…, 国家预算草案表明…: from here on the paragraph sets goals.</summary>
    public void Hear(ReadOnlySpan<char> sentence)
    {
        if (sentence.IndexOf("草案") >= 0 && sentence.IndexOf("通过") < 0)
        {
            (listTense, goalParagraph) = (Tense.Future, true);
        }
        if (sentence.IndexOfAny('：', ':') < 0)
        {
            return;
        }
        var colon = sentence.IndexOfAny('：', ':');
        if (PlansAhead(sentence[..colon]) || SetsGoals(sentence))
        {
            (listTense, goalParagraph) = (Tense.Future, true);
        }
    }

    private static bool SetsGoals(ReadOnlySpan<char> sentence)
    {
        foreach (var words in GoalLeads)
        {
            if (sentence.IndexOf(words) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>一九五七年计划规定：…, 1986年计划初步安排：…. Not: 计划执行情况：, 超过计划规定：.</summary>
    private static bool PlansAhead(ReadOnlySpan<char> lead)
    {
        if (lead.Length is < 6 or > LongestTopic || lead[^2..] is not ("规定" or "安排" or "要求" or "确定" or "提出"))
        {
            return false;
        }
        var plan = lead[..^2].EndsWith("初步") ? lead[..^4] : lead[..^2];
        return (plan.EndsWith("计划") || plan.EndsWith("规划")) && plan.IndexOfAny("完超按未") < 0;
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
        led = true;
        list = paragraph ?? list;
        (listTense, goalParagraph) = (TenseOf(sentence), false);
    }

    /// <summary>
    /// By the last telling word near its end: 规划背景 is about what was, 发展目标 about what shall be; 聚焦重点领域深化改革
    /// says neither, nor does 1998年工作回顾和1999年工作的总体要求.
    /// </summary>
    private static Tense TenseOf(ReadOnlySpan<char> heading)
    {
        if (heading.IndexOf("回顾") is > 0 and var told && Words.Has(WordClass.HeadingFuture, heading[told..]))
        {
            return Tense.Open;
        }
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

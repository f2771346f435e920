using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>What a document says of itself: title, number, issuer, date, region, plan period, kind.</summary>
public static class HeadReader
{
    public static DocumentHead Read(Document document)
    {
        var lines = HeadLines.Of(document);
        var labels = MetadataLabels.Of([.. lines.Opening, .. document.FrameLabels]);
        var heading = TitleReader.Read(lines.Titles, labels);
        var issuer = labels.Issuer ?? IssuerReader.Read(lines, heading);
        var region = RegionReader.Read(document, lines, heading, issuer);
        var plan = PlanPeriodReader.Read(document, heading);
        return new DocumentHead
        {
            Title = heading.Title,
            Kind = KindOf(lines, heading, plan),
            DocumentNumber = labels.Number ?? DocumentNumberReader.Read(lines.Opening),
            Issuer = issuer,
            IssuedOn = labels.Date ?? IssueDateReader.Read(lines) ?? labels.Published,
            Region = region,
            PlanPeriod = plan,
        };
    }

    /// <summary>By the last telling word of the title, else of the subtitle, else by what the opening lines are.</summary>
    private static DocumentKind KindOf(HeadLines lines, Heading heading, PlanPeriod? plan)
    {
        var named = Named(heading.Title);
        named = named == DocumentKind.Unknown ? Named(heading.Subtitle) : named;
        if (named != DocumentKind.Unknown)
        {
            return named == DocumentKind.Plan && heading.NoticeIssuer is null && Opens(lines, NewsOfPlans)
                ? DocumentKind.Article
                : named;
        }
        if (Opens(lines, Reports))
        {
            return DocumentKind.Article;
        }
        if (lines.Opening.Take(3).Any(line => line.StartsWith("各位代表", StringComparison.Ordinal)))
        {
            return DocumentKind.Report;
        }
        return heading.Title is null && plan is not null ? DocumentKind.Plan : DocumentKind.Unknown;
    }

    private static bool Opens(HeadLines lines, string[] words) =>
        lines.Opening.Any(line =>
            words.Any(word => line.AsSpan(0, Math.Min(line.Length, 24)).Contains(word, StringComparison.Ordinal))
        );

    /// <summary>记者日前从权威渠道获悉, 《某报》昨日从商务部确认: such a text is news of the plan its title names.</summary>
    private static readonly string[] NewsOfPlans =
    [
        "获悉",
        "报》",
        "本报讯",
        "新华社",
        "记者日前",
        "记者昨",
        "记者今",
        "记者近",
        "记者从",
    ];

    private static readonly string[] Reports = ["摘要", "关键词", "本报讯", "新华社", "记者"];

    private static DocumentKind Named(string? title)
    {
        var kind = DocumentKind.Unknown;
        var last = -1;
        foreach (var (word, kindOfWord) in HeadWords.Kinds)
        {
            var at = (title ?? "").LastIndexOf(word, StringComparison.Ordinal);
            if (at > last)
            {
                (last, kind) = (at, kindOfWord);
            }
        }
        return kind != DocumentKind.Plan ? kind
            : ReportYear.LooksBackAndAhead(title![..last]) ? DocumentKind.Report
            : TellsNews(title!, last) ? DocumentKind.Article
            : kind;
    }

    /// <summary>
    /// “十三五”规划确定的主要目标任务将如期实现: what became of a plan; 集团公司迎接年度目标责任考核, 市政府召开重点任务调度会: what
    /// was done about one. Not: …实施方案的通知, 年度目标责任考核办法.
    /// </summary>
    private static bool TellsNews(string title, int from)
    {
        var tail = title.AsSpan(from);
        return tail.Length <= 16
            && (
                News.Any(word => title.IndexOf(word, from, StringComparison.Ordinal) >= 0)
                || Events.Any(word => title.IndexOf(word, 0, from, StringComparison.Ordinal) > 0)
            );
    }

    private static readonly string[] Events = ["迎接", "召开", "举行", "开幕"];

    private static readonly string[] News = ["将如期", "如期实现", "实现", "完成", "收官", "公布", "进展"];

    /// <summary>The title as read; of a notice that passes a plan on, the plan's own, with the notice's issuer.</summary>
    internal sealed record Heading(string? Title, string? Subtitle, string? NoticeIssuer);
}

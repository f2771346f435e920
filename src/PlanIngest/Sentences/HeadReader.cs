using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>What a document says of itself: title, number, issuer, date, region, plan period, kind.</summary>
public static class HeadReader
{
    public static DocumentHead Read(Document document)
    {
        var lines = HeadLines.Of(document);
        var labels = MetadataLabels.Of(lines.Opening);
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

    /// <summary>By the last telling word of the title; without one by what the opening lines are.</summary>
    private static DocumentKind KindOf(HeadLines lines, Heading heading, PlanPeriod? plan)
    {
        var kind = DocumentKind.Unknown;
        var last = -1;
        var title = (heading.Title ?? "") + "\n" + (heading.Subtitle ?? "");
        foreach (var (word, kindOfWord) in HeadWords.Kinds)
        {
            var at = title.LastIndexOf(word, StringComparison.Ordinal);
            if (at > last)
            {
                (last, kind) = (at, kindOfWord);
            }
        }
        if (kind != DocumentKind.Unknown)
        {
            return kind;
        }
        if (
            lines.Opening.Any(line =>
                line.StartsWith("摘要", StringComparison.Ordinal) || line.StartsWith("关键词", StringComparison.Ordinal)
            )
        )
        {
            return DocumentKind.Article;
        }
        return heading.Title is null && plan is not null ? DocumentKind.Plan : DocumentKind.Unknown;
    }

    /// <summary>The title as read; of a notice that passes a plan on, the plan's own, with the notice's issuer.</summary>
    internal sealed record Heading(string? Title, string? Subtitle, string? NoticeIssuer);
}

using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>What a document says of itself: title, number, issuer, date, region, plan period, kind.</summary>
public static class HeadReader
{
    public static DocumentHead Read(Document document) => DocumentHead.Unknown;
}

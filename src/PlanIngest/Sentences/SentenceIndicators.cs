using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>From headings and paragraphs to records.</summary>
public static class SentenceIndicators
{
    /// <summary><paramref name="knownNames"/>: names of the document's own table rows; they help to cut, never force.</summary>
    public static IReadOnlyList<IndicatorRecord> Read(
        Document document,
        DocumentHead head,
        IReadOnlyCollection<string> knownNames
    ) => [];
}

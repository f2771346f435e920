using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// A paragraph or heading as its author wrote it: pieces that lines, pages or boxes broke apart are joined, stray
/// spaces and hidden markup are left out. <see cref="Text"/> is a copy to understand; every span is turned back into
/// the document's own with <see cref="ToDocument"/>.
/// </summary>
internal sealed class Passage(string text, IReadOnlyList<int> starts, IReadOnlyList<int> origins, OutlineMark? heading)
{
    public string Text { get; } = text;

    /// <summary>Set when the passage is a heading.</summary>
    public OutlineMark? Heading { get; } = heading;

    /// <summary>Where this stretch of the passage stands in the document; what was left out between lies within.</summary>
    public Span ToDocument(Span span) =>
        span.IsEmpty
            ? new Span(OffsetOf(span.Start), 0)
            : Span.Between(OffsetOf(span.Start), OffsetOf(span.End - 1) + 1);

    private int OffsetOf(int at)
    {
        int low = 0,
            high = starts.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (starts[middle] <= at)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }
        return starts.Count == 0 ? 0 : origins[low] + (at - starts[low]);
    }
}

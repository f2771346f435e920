using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// A stretch of a passage with some parts left out (periods, notes in brackets), and where each character of it stands.
/// </summary>
internal readonly record struct Cut(string Text, int[] Places)
{
    public static readonly Cut Empty = new("", []);

    public bool IsEmpty => Text.Length == 0;

    public Cut this[Range range]
    {
        get
        {
            var (start, length) = range.GetOffsetAndLength(Text.Length);
            return length == Text.Length ? this : new Cut(Text.Substring(start, length), Places[range]);
        }
    }

    public Cut Then(Cut next) =>
        IsEmpty ? next
        : next.IsEmpty ? this
        : new Cut(Text + next.Text, [.. Places, .. next.Places]);

    /// <summary>With words that do not stand here put behind it.</summary>
    public Cut With(string words) =>
        new(Text + words, [.. Places, .. Enumerable.Repeat(Places.Length == 0 ? 0 : Places[^1], words.Length)]);

    /// <summary>The smallest stretch of the passage that holds all of it; empty for an empty cut.</summary>
    public Span Span => IsEmpty ? default : Span.Between(Places.Min(), Places.Max() + 1);

    public static Cut Of(string text, Span stretch, IReadOnlyList<Span> without)
    {
        if (stretch.Length <= 0)
        {
            return Empty;
        }
        var places = new int[stretch.Length];
        var said = stretch.Length <= 512 ? stackalloc char[stretch.Length] : new char[stretch.Length];
        // Kept at hand: every character asks.
        ReadOnlySpan<Span> left = without.Count == 0 ? [] : without.ToArray();
        var count = 0;
        for (var at = stretch.Start; at < stretch.End; at++)
        {
            if (Holder(left, at) is { } skip)
            {
                at = skip.End - 1;
                continue;
            }
            if (!PassageBuilder.IsBlank(text[at]))
            {
                places[count] = at;
                said[count++] = text[at];
            }
        }
        return new Cut(new string(said[..count]), count == places.Length ? places : places[..count]);
    }

    private static Span? Holder(ReadOnlySpan<Span> spans, int at)
    {
        foreach (var span in spans)
        {
            if (at >= span.Start && at < span.End)
            {
                return span;
            }
        }
        return null;
    }
}

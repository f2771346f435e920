namespace PlanIngest.Outputs;

/// <summary>
/// Turns offsets in UTF-16 units into offsets in Unicode code points. A text without surrogates, the common case,
/// costs one look over it and nothing after; a surrogate without its other half counts as one code point.
/// </summary>
public sealed class CodePoints
{
    private readonly List<int>? secondHalves;

    public CodePoints(ReadOnlySpan<char> text)
    {
        var at = text.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (at < 0)
        {
            return;
        }
        secondHalves = [];
        while (at < text.Length)
        {
            if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                secondHalves.Add(++at);
            }
            at++;
            var next = text[at..].IndexOfAnyInRange('\uD800', '\uDFFF');
            at = next < 0 ? text.Length : at + next;
        }
    }

    /// <summary>How many code points stand before this offset.</summary>
    public int At(int offset)
    {
        if (secondHalves is null)
        {
            return offset;
        }
        var before = secondHalves.BinarySearch(offset);
        return offset - (before < 0 ? ~before : before);
    }
}

using PlanIngest.Model;

namespace PlanIngest.Outputs;

/// <summary>
/// The words of a record's place for people to read: hidden markup left out, each run of white space one space, and of
/// a long one the part around the values, with … at the cuts.
/// </summary>
public static class Quotes
{
    /// <summary>In code points: what a person takes in at one look. Set by the contract.</summary>
    public const int Longest = 300;

    private const char Cut = '…';

    public static string Of(Document document, IndicatorRecord record)
    {
        var source = document.Shown.AsSpan(record.Span.Start, record.Span.Length);
        var values = Values(record);
        Span<char> few = stackalloc char[1024];
        var folded = source.Length <= few.Length ? few : new char[source.Length];
        int length = 0,
            first = 0,
            last = 0;
        for (var at = 0; at < source.Length; at++)
        {
            if (record.Span.Start + at == values.Start)
            {
                first = length;
            }
            var c = source[at];
            if (!White.Is(c))
            {
                if (c != Document.Hidden)
                {
                    folded[length++] = c;
                }
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
            if (record.Span.Start + at < values.End)
            {
                last = length;
            }
        }
        var quote = folded[..length].TrimEnd(' ');
        if (quote.IsEmpty)
        {
            return record.Name;
        }
        return quote.Length <= Longest || Count(quote) <= Longest
            ? quote.ToString()
            : Around(quote, Math.Min(first, quote.Length), Math.Min(last, quote.Length));
    }

    private static Span Values(IndicatorRecord record)
    {
        if (record.Observations.Count == 0)
        {
            return new Span(record.Span.Start, 0);
        }
        var values = record.Observations[0].Span;
        foreach (var observation in record.Observations)
        {
            values = values.Union(observation.Span);
        }
        return values;
    }

    /// <summary>The longest stretch with the values in its middle; where they alone are too long, from the first on.</summary>
    private static string Around(ReadOnlySpan<char> quote, int first, int last)
    {
        const int Room = Longest - 2;
        var spare = Math.Max(0, Room - (last - first));
        var start = Math.Max(0, Math.Min(first - spare / 2, quote.Length - Room));
        start = start > 0 && char.IsLowSurrogate(quote[start]) ? start + 1 : start;
        var end = Math.Min(quote.Length, start + Room);
        end = end < quote.Length && char.IsLowSurrogate(quote[end]) ? end - 1 : end;
        var part = quote[start..end].Trim(' ');
        return string.Concat(start > 0 ? [Cut] : "", part, end < quote.Length ? [Cut] : "");
    }

    private static int Count(ReadOnlySpan<char> text) => new CodePoints(text).At(text.Length);
}

using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>
/// Finds the words that say when, in prose and in header cells. Reads the text as shown; spans count in it. Years
/// outside 1900 to 2100 are no years.
/// </summary>
public static class PeriodReader
{
    /// <summary>In order, not overlapping. With <paramref name="bareYears"/> (header cells) a year needs no 年.</summary>
    public static IReadOnlyList<PeriodMention> FindAll(
        string text,
        Span stretch,
        DocumentHead head,
        bool bareYears = false
    )
    {
        List<PeriodMention>? found = null;
        var at = stretch.Start;
        while (at < stretch.End)
        {
            if (MayBegin(text[at]) && new PeriodScanner(text, stretch, head, bareYears).TryRead(at, out var mention))
            {
                (found ??= []).Add(mention);
                at = mention.Span.End;
            }
            else
            {
                at++;
            }
        }
        return found ?? (IReadOnlyList<PeriodMention>)[];
    }

    /// <summary>The only period of a header cell, or the last where a range or a date is written in parts; null for none.</summary>
    public static PeriodMention? ReadHeader(string text, Span cell, DocumentHead head)
    {
        var found = FindAll(text, cell, head, bareYears: true);
        return found.Count > 0 ? found[^1] : null;
    }

    private static bool MayBegin(char c) =>
        c is (>= '0' and <= '9') or (>= '０' and <= '９') || PeriodScanner.Openers.Contains(c);
}

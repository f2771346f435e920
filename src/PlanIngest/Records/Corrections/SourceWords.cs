using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// A document's words as people compare them: what is shown, without white space, so that a line broken elsewhere is
/// the same words. Made once for a document that has corrections.
/// </summary>
public sealed class SourceWords
{
    /// <summary>Characters kept on each side beyond the record: a table row or a clause more, so that twins differ.</summary>
    public const int Around = 40;

    private readonly Document document;
    private readonly string words;

    /// <summary>Of each offset of the text, the number of word characters before it.</summary>
    private readonly int[] before;

    public SourceWords(Document document)
    {
        this.document = document;
        before = new int[document.Text.Length + 1];
        var kept = new StringBuilder(document.Text.Length);
        for (var at = 0; at < document.Shown.Length; at++)
        {
            before[at] = kept.Length;
            if (IsWord(document.Shown[at]))
            {
                kept.Append(document.Shown[at]);
            }
        }
        before[^1] = kept.Length;
        words = kept.ToString();
    }

    public static bool Same(string? a, string? b) =>
        string.Equals(a, b, StringComparison.Ordinal) || (a is not null && b is not null && Strip(a) == Strip(b));

    public static string Strip(string text) => text.All(IsWord) ? text : string.Concat(text.Where(IsWord));

    public string Raw(Observation observation) => document.Slice(observation.Span).ToString();

    /// <summary>The words before and after a stretch, to a little beyond the record it belongs to.</summary>
    public (string Before, string After) Surroundings(Span stretch, Span record)
    {
        var from = OnCharacter(Math.Max(0, Math.Min(record.Start, stretch.Start) - Around));
        var to = OnCharacter(Math.Min(document.Text.Length, Math.Max(record.End, stretch.End) + Around));
        return (
            document.Read(Span.Between(from, stretch.Start)),
            document.Read(Span.Between(stretch.End, Math.Max(to, stretch.End)))
        );
    }

    /// <summary>Whether the words right before and right after the stretch are still those. None known: no.</summary>
    public (bool Before, bool After) Agree(Span stretch, Seen seen) =>
        (EndsHere(before[stretch.Start], seen.Before), BeginsHere(before[stretch.End], seen.After));

    /// <summary>Every place where these words stand, as spans of the text without white space at their ends.</summary>
    public IEnumerable<Span> Find(string sought, Span? within = null)
    {
        var stripped = Strip(sought);
        if (stripped.Length == 0)
        {
            yield break;
        }
        var end = within is { } stretch ? before[stretch.End] : words.Length;
        var at = within is { } begin ? before[begin.Start] : 0;
        while ((at = words.IndexOf(stripped, at, end - at, StringComparison.Ordinal)) >= 0)
        {
            yield return Span.Between(OffsetOf(at), OffsetOf(at + stripped.Length - 1) + 1);
            at++;
        }
    }

    /// <summary>The offset in the text of the n-th word character.</summary>
    private int OffsetOf(int word)
    {
        int low = 0,
            high = before.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = before[middle] <= word ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private bool EndsHere(int at, string? sought) =>
        sought is not null
        && Strip(sought) is var stripped
        && (stripped.Length == 0 ? at == 0 : words.AsSpan(0, at).EndsWith(stripped, StringComparison.Ordinal));

    private bool BeginsHere(int at, string? sought) =>
        sought is not null
        && Strip(sought) is var stripped
        && (
            stripped.Length == 0 ? at == words.Length : words.AsSpan(at).StartsWith(stripped, StringComparison.Ordinal)
        );

    private int OnCharacter(int offset) =>
        offset > 0 && offset < document.Text.Length && char.IsLowSurrogate(document.Text[offset]) ? offset - 1 : offset;

    private static bool IsWord(char c) => c != Document.Hidden && !char.IsWhiteSpace(c);
}

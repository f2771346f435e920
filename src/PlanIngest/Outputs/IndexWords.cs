using System.Text;

namespace PlanIngest.Outputs;

/// <summary>
/// The words the index finds records by: of Chinese every character and every pair of neighbours (床位数 is 床, 位, 数,
/// 床位, 位数), of other scripts whole words. Width, case and white space do not matter. Filters are words too, with an
/// underscore before them, so that one look into the index answers both.
/// </summary>
internal static class IndexWords
{
    /// <summary>Adds the words of a text, each once, and a space after each.</summary>
    public static void Add(StringBuilder words, HashSet<int> pairs, string? text)
    {
        if (text is null)
        {
            return;
        }
        var last = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var c = Fold(text[at]);
            if (IsIdeograph(c))
            {
                if (pairs.Add(c))
                {
                    words.Append(c).Append(' ');
                }
                if (IsIdeograph(last) && pairs.Add((last << 16) | c))
                {
                    words.Append(last).Append(c).Append(' ');
                }
            }
            else if (char.IsLetterOrDigit(c))
            {
                while (
                    at < text.Length
                    && Fold(text[at]) is var letter
                    && char.IsLetterOrDigit(letter)
                    && !IsIdeograph(letter)
                )
                {
                    words.Append(letter);
                    at++;
                }
                words.Append(' ');
                at--;
                c = '\0';
            }
            last = char.IsWhiteSpace(c) ? last : c;
        }
    }

    /// <summary>A filter as a word: <c>_flag_unit_missing</c>.</summary>
    public static string Filter(string kind, string value)
    {
        var word = new StringBuilder("_").Append(kind).Append('_');
        foreach (var c in value)
        {
            word.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }
        return word.ToString();
    }

    /// <summary>The words that a record must have for a search to find it; none where nothing searchable was typed.</summary>
    public static IReadOnlyList<string> Sought(string search)
    {
        var words = new StringBuilder();
        Add(words, [], search);
        var all = words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // A pair stands only where both of its characters do.
        var pairs = all.Where(word => word.Length == 2 && IsIdeograph(word[0])).ToHashSet(StringComparer.Ordinal);
        return [.. all.Where(word => !IsPartOf(word, pairs)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text without what search does not look at, for making sure that found words stand together.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded.Append(Fold(c));
            }
        }
        return folded.ToString();
    }

    private static bool IsPartOf(string word, HashSet<string> pairs) =>
        word.Length == 1 && IsIdeograph(word[0]) && pairs.Any(pair => pair.Contains(word[0], StringComparison.Ordinal));

    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\uD7FF' or >= '\uF900' and <= '\uFAFF';

    private static char Fold(char c) =>
        c switch
        {
            >= '！' and <= '～' => char.ToLowerInvariant((char)(c - '！' + '!')),
            '\u3000' => ' ',
            _ => char.ToLowerInvariant(c),
        };
}

namespace PlanIngest.Quantities;

/// <summary>
/// Finds the longest entry of a list of words that stands at a position, blanks between its characters aside. Entries
/// are kept by their first character, longest first.
/// </summary>
internal sealed class WordTable<T>
{
    private readonly int[] first = new int[char.MaxValue + 1];
    private readonly List<(string Word, T Value)[]> groups =
    [
        [],
    ];

    public WordTable(IEnumerable<(string Word, T Value)> entries)
    {
        foreach (var group in entries.GroupBy(entry => entry.Word[0]))
        {
            first[group.Key] = groups.Count;
            groups.Add([.. group.OrderByDescending(entry => entry.Word.Length)]);
        }
    }

    /// <summary>Whether some entry begins with this folded character.</summary>
    public bool Begins(char folded) => first[folded] != 0;

    /// <summary>The end of the longest entry at <paramref name="at"/>, or -1.</summary>
    public int Match(ReadOnlySpan<char> text, int at, int end, out T value)
    {
        value = default!;
        if (at >= end)
        {
            return -1;
        }
        foreach (var (word, entry) in groups[first[Letters.Fold(text[at])]])
        {
            var here = at + 1;
            var letter = 1;
            while (letter < word.Length)
            {
                here = Letters.SkipBlanks(text, here, end);
                if (here >= end || Letters.Fold(text[here]) != word[letter])
                {
                    break;
                }
                here++;
                letter++;
            }
            if (letter == word.Length)
            {
                value = entry;
                return here;
            }
        }
        return -1;
    }
}

using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>The words of <c>context-words.tsv</c> by kind: what stands around a number and decides what it is.</summary>
internal static class ContextWords
{
    public static WordTable<bool> Persons { get; } = Of("person");
    public static WordTable<bool> Slogans { get; } = Of("slogan");
    public static WordTable<bool> Enumerated { get; } = Of("enumerated");
    public static WordTable<bool> Scopes { get; } = Of("scope");
    public static WordTable<bool> Referents { get; } = Of("referent");
    public static WordTable<bool> Standards { get; } = Of("standard");
    public static WordTable<bool> Baselines { get; } = Of("baseline");
    public static WordTable<bool> Goals { get; } = Of("goal");
    public static WordTable<bool> Circles { get; } = Of("circle");
    public static WordTable<bool> Missing { get; } = Of("missing");
    public static WordTable<bool> Marks { get; } = Of("mark");

    /// <summary>Whether one of the words begins at the first character at or behind <paramref name="at"/>.</summary>
    public static bool StandsAt(this WordTable<bool> words, ReadOnlySpan<char> text, int at, int end) =>
        words.Match(text, Letters.SkipBlanks(text, at, end), end, out _) > 0;

    /// <summary>Whether one of the words begins anywhere in the stretch.</summary>
    public static bool StandsIn(this WordTable<bool> words, ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (words.Match(text, at, end, out _) > 0)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether one of the words is all of the stretch.</summary>
    public static bool Is(this WordTable<bool> words, ReadOnlySpan<char> text, int start, int end) =>
        words.Match(text, start, end, out _) == end;

    private static WordTable<bool> Of(string kind) =>
        new(
            Catalog
                .Rows("context-words.tsv")
                .Where(row => row[1] == kind)
                .Select(row => (string.Concat(row[0].Select(Letters.Fold)), true))
        );
}

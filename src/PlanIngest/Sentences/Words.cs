using System.Buffers;
using System.Collections.Frozen;
using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>What a word does in a sentence; each is a class of <c>sentence-words.tsv</c>.</summary>
internal enum WordClass
{
    Joint,
    Change,
    Adverb,
    Lead,
    Place,
    Have,
    Act,
    Predicate,
    Purpose,
    Attribute,
    Slogan,
    Future,
    Nominal,
    Past,
    HeadingPast,
    HeadingFuture,
    Measure,
    Person,
    Keep,
    Box,
    Belonging,
    BareMeasure,
    OfMeasure,
    Compared,
}

/// <summary>
/// The words sentences are cut by. Chinese prints no spaces, so a word is looked for only where it may stand: at an
/// end of a stretch, or at one place of it. A word of the class <see cref="WordClass.Keep"/> that holds the place
/// keeps a shorter one from being seen there (公共 keeps 共).
/// </summary>
internal static class Words
{
    private sealed record Table(FrozenSet<string> All, int Longest)
    {
        public FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup { get; } =
            All.GetAlternateLookup<ReadOnlySpan<char>>();
        public SearchValues<char> First { get; } =
            SearchValues.Create(string.Concat(All.Select(word => word[0]).Distinct()));
    }

    private static readonly Table[] Tables = Load();

    private static readonly string[] Results = ["到了", "达到", "到", "至", "为", "达", "了", "成"];

    private static Table[] Load()
    {
        var rows = Catalog
            .Rows("sentence-words.tsv")
            .ToLookup(
                row => row[0].Replace("-", "", StringComparison.Ordinal),
                row => row[1],
                StringComparer.OrdinalIgnoreCase
            );
        return
        [
            .. Enum.GetNames<WordClass>()
                .Select(name => rows[name].ToFrozenSet(StringComparer.Ordinal))
                .Select(words => new Table(words, words.Max(word => word.Length))),
        ];
    }

    /// <summary>Length of the longest word of the class the text begins with at this place; 0 for none.</summary>
    public static int At(WordClass kind, ReadOnlySpan<char> text, int at)
    {
        var table = Tables[(int)kind];
        if (at >= text.Length || !table.First.Contains(text[at]))
        {
            return 0;
        }
        for (var length = Math.Min(table.Longest, text.Length - at); length > 0; length--)
        {
            if (table.Lookup.Contains(text.Slice(at, length)))
            {
                return length;
            }
        }
        return 0;
    }

    /// <summary>Length of the longest word of the class the text ends with; 0 for none.</summary>
    public static int AtEnd(WordClass kind, ReadOnlySpan<char> text)
    {
        var table = Tables[(int)kind];
        for (var length = Math.Min(table.Longest, text.Length); length > 0; length--)
        {
            if (table.Lookup.Contains(text[^length..]))
            {
                return length;
            }
        }
        return 0;
    }

    /// <summary>As <see cref="At"/>, but 0 where a longer kept word begins at the same place or holds it.</summary>
    public static int Leads(WordClass kind, ReadOnlySpan<char> text)
    {
        var length = At(kind, text, 0);
        return length > 0 && At(WordClass.Keep, text, 0) > length ? 0 : length;
    }

    /// <summary>As <see cref="AtEnd"/>, but 0 where a longer kept word ends there.</summary>
    public static int Closes(WordClass kind, ReadOnlySpan<char> text)
    {
        var length = AtEnd(kind, text);
        return length > 0 && AtEnd(WordClass.Keep, text) > length ? 0 : length;
    }

    /// <summary>Length of a change word with its result mark at the end of the text: 提高到, 增加至, 下降为.</summary>
    public static int ChangeAtEnd(ReadOnlySpan<char> text)
    {
        foreach (var result in Results)
        {
            if (text.EndsWith(result))
            {
                var change = AtEnd(WordClass.Change, text[..^result.Length]);
                if (change > 0)
                {
                    return change + result.Length;
                }
            }
        }
        return 0;
    }

    /// <summary>First place in the text where a word of the class stands; -1 for none. One-character words are not looked for.</summary>
    public static int Find(WordClass kind, ReadOnlySpan<char> text, int from = 0, int shortest = 2)
    {
        var first = Tables[(int)kind].First;
        for (var at = from; at < text.Length; at++)
        {
            var skip = text[at..].IndexOfAny(first);
            if (skip < 0)
            {
                return -1;
            }
            at += skip;
            var length = At(kind, text, at);
            if (length >= shortest && At(WordClass.Keep, text, at) <= length && !IsHeld(text, at, length))
            {
                return at;
            }
        }
        return -1;
    }

    /// <summary>A kept word that begins before the place holds a shorter word: 公共 holds 共, 五年计划 holds 计划.</summary>
    private static bool IsHeld(ReadOnlySpan<char> text, int at, int length)
    {
        for (var from = Math.Max(0, at - 2); from < at; from++)
        {
            if (from + At(WordClass.Keep, text, from) >= at + length)
            {
                return true;
            }
        }
        return false;
    }

    public static bool Has(WordClass kind, ReadOnlySpan<char> text, int shortest = 2) =>
        Find(kind, text, 0, shortest) >= 0;

    /// <summary>A heading that says whether its part is about what was or what shall be.</summary>
    public static bool TellsTense(ReadOnlySpan<char> heading) =>
        Has(WordClass.HeadingPast, heading) || Has(WordClass.HeadingFuture, heading);

    public static bool OpensBox(ReadOnlySpan<char> line) => At(WordClass.Box, line, 0) > 1;

    /// <summary>The text ends as the name of a measure does: …率, …比重, …人数.</summary>
    public static bool IsMeasure(ReadOnlySpan<char> text) => AtEnd(WordClass.Measure, text) > 0;
}

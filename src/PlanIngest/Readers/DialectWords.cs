using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>The words by which tables in text are told from what stands around them (<c>dialect-words.tsv</c>).</summary>
internal static class DialectWords
{
    private static readonly ILookup<string, string> Words = Catalog
        .Rows("dialect-words.tsv")
        .ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly string[] Ordinals = [.. Words["ordinal"]];
    private static readonly string[] Strays = [.. Words["stray"]];
    private static readonly string[] Continuations = [.. Words["continued"]];
    private static readonly string[] Units = [.. Words["unit"]];
    private static readonly string[] Notes = [.. Words["note"]];

    /// <summary>A header cell over row numbers: 序号.</summary>
    public static bool IsOrdinalHeader(ReadOnlySpan<char> cell) => IsOneOf(cell, Ordinals);

    /// <summary>A line left by the page: 此页删除.</summary>
    public static bool IsStray(ReadOnlySpan<char> line) => IsOneOf(line, Strays);

    /// <summary>A line that says the table goes on: 续表1.</summary>
    public static bool IsContinuation(ReadOnlySpan<char> line) => BeginsWith(line, Continuations);

    public static bool IsUnit(ReadOnlySpan<char> line) => BeginsWith(line, Units);

    public static bool IsNote(ReadOnlySpan<char> line) => BeginsWith(line, Notes);

    private static bool IsOneOf(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.SequenceEqual(word))
            {
                return true;
            }
        }
        return false;
    }

    private static bool BeginsWith(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word))
            {
                return true;
            }
        }
        return false;
    }
}

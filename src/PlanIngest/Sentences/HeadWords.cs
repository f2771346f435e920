using System.Collections.Frozen;
using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>The word classes of <c>head-words.tsv</c>.</summary>
internal static class HeadWords
{
    private static readonly ILookup<string, string> Classes = Catalog
        .Rows("head-words.tsv")
        .ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);

    public static readonly string[] Bodies = Of("org");
    public static readonly string[] Institutions = Of("institution");
    public static readonly string[] Places = Of("place");
    public static readonly string[] NoPlaces = Of("common");
    public static readonly string[] Nations = Of("nation");
    public static readonly string[] Endings = Of("ending");
    public static readonly FrozenSet<string> Furniture = Classes["furniture"].ToFrozenSet(StringComparer.Ordinal);

    public static readonly IReadOnlyList<(string Word, DocumentKind Kind)> Kinds =
    [
        .. Classes["plan"].Select(word => (word, DocumentKind.Plan)),
        .. Classes["report"].Select(word => (word, DocumentKind.Report)),
        .. Classes["article"].Select(word => (word, DocumentKind.Article)),
    ];

    /// <summary>A metadata label (发文机关) to its class; longest names first.</summary>
    public static readonly IReadOnlyList<(string Word, string Class)> Labels =
    [
        .. Classes
            .Where(group => group.Key.StartsWith("label-", StringComparison.Ordinal))
            .SelectMany(group => group.Select(word => (word, group.Key)))
            .OrderByDescending(label => label.word.Length),
    ];

    /// <summary>The longest of the words the text ends with; null for none.</summary>
    public static string? EndingOf(ReadOnlySpan<char> text, string[] words)
    {
        string? longest = null;
        foreach (var word in words)
        {
            if (text.EndsWith(word, StringComparison.Ordinal) && word.Length > (longest?.Length ?? 0))
            {
                longest = word;
            }
        }
        return longest;
    }

    private static string[] Of(string name) => [.. Classes[name]];
}

using System.Collections.Frozen;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// The characters meant by those a font draws (⽔ U+2F54 for 水, ⺠ U+2EA0 for 民, ﬁ for fi), and which cannot be known.
/// </summary>
public static class PageCharacters
{
    private static readonly FrozenDictionary<char, string> Meant = Catalog
        .Rows("page-characters.tsv")
        .ToFrozenDictionary(row => row[0][0], row => row[1]);

    public static string Mean(string text)
    {
        var at = 0;
        while (at < text.Length && !IsOdd(text[at]))
        {
            at++;
        }
        if (at == text.Length)
        {
            return text;
        }
        var meant = new StringBuilder(text, 0, at, text.Length + 4);
        foreach (var c in text.AsSpan(at))
        {
            if (Meant.TryGetValue(c, out var other))
            {
                meant.Append(other);
            }
            else if (!char.IsControl(c) && c is not ('\u00AD' or '\u200B' or '\uFEFF'))
            {
                meant.Append(c);
            }
        }
        return meant.ToString();
    }

    /// <summary>How many characters have no known meaning: private use, unmapped, control codes.</summary>
    public static int Unknown(string text)
    {
        var unknown = 0;
        foreach (var c in text)
        {
            var lost =
                c is '\uFFFD' || char.IsControl(c) || (c is >= '\uE000' and <= '\uF8FF' && !Meant.ContainsKey(c));
            unknown += lost ? 1 : 0;
        }
        return unknown;
    }

    private static bool IsOdd(char c) =>
        c is >= '\u2E80' and <= '\u2FDF' or >= '\uE000' and <= '\uFB06' or < ' ' or >= '\u007F' and <= '\u009F'
        || c is '\u00AD' or '\u200B' or '\uFEFF';
}

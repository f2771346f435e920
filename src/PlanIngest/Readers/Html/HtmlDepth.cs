using System.Buffers;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Html;

/// <summary>
/// Holds the nesting of a page under a limit before the parser sees it: start tags deeper than that are taken out,
/// with their end tags; the words between them stay. Nothing is parsed here but the names of tags.
/// </summary>
internal static class HtmlDepth
{
    /// <summary>
    /// No saved page nests its elements deeper, office programs' included; the parser's time for an element grows with
    /// its depth.
    /// </summary>
    private const int Deepest = 96;

    private static readonly HashSet<string> NeverNest =
    [
        .. "area base br col embed hr img input link meta param source track wbr !-- !doctype ?xml".Split(' '),
        // Closed by their like, so that a page may leave their end tags out.
        .. "p li dt dd option tr td th thead tbody tfoot colgroup caption html body head".Split(' '),
    ];

    /// <summary>End tags that close their own element alone, even across others.</summary>
    private static readonly HashSet<string> Formatting =
    [
        .. "a b big code em font i nobr s small strike strong tt u".Split(' '),
    ];

    private static readonly HashSet<string> Raw = [.. "script style textarea title xmp".Split(' ')];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\n\f/>");

    /// <summary>The text itself where nothing is too deep.</summary>
    public static string Limit(string text, Action<Finding> report)
    {
        var open = new List<string>();
        var dropped = new Dictionary<string, int>(StringComparer.Ordinal);
        StringBuilder? kept = null;
        var copied = 0;
        for (var at = text.IndexOf('<'); at >= 0; )
        {
            var (name, isEnd, nameEnd) = NameAt(text, at);
            if (name.Length == 0)
            {
                at = text.IndexOf('<', at + 1);
                continue;
            }
            var close = name == "!--" ? EndOf(text, "-->", at) : EndOf(text, ">", nameEnd);
            if (isEnd ? !Closes(name, open, dropped) : !Opens(name, open, dropped))
            {
                if (kept is null)
                {
                    kept = new StringBuilder(text.Length);
                    report(TooDeep(text.AsSpan(0, at).Count('\n') + 1));
                }
                kept.Append(text, copied, at - copied);
                copied = close;
            }
            if (!isEnd && Raw.Contains(name))
            {
                var end = text.IndexOf("</" + name, close, StringComparison.OrdinalIgnoreCase);
                close = end < 0 ? text.Length : end;
            }
            at = close < text.Length ? text.IndexOf('<', close) : -1;
        }
        return kept is null ? text : kept.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Whether the start tag stays.</summary>
    private static bool Opens(string name, List<string> open, Dictionary<string, int> dropped)
    {
        if (NeverNest.Contains(name) || Raw.Contains(name))
        {
            return true;
        }
        if (open.Count < Deepest)
        {
            open.Add(name);
            return true;
        }
        dropped[name] = dropped.GetValueOrDefault(name) + 1;
        return false;
    }

    /// <summary>Whether the end tag stays.</summary>
    private static bool Closes(string name, List<string> open, Dictionary<string, int> dropped)
    {
        if (dropped.GetValueOrDefault(name) is > 0 and var count)
        {
            dropped[name] = count - 1;
            return false;
        }
        var at = open.LastIndexOf(name);
        if (at >= 0)
        {
            open.RemoveRange(at, Formatting.Contains(name) ? 1 : open.Count - at);
        }
        return true;
    }

    private static (string Name, bool IsEnd, int End) NameAt(string text, int at)
    {
        var rest = text.AsSpan(at + 1, Math.Min(64, text.Length - at - 1));
        if (rest.StartsWith("!--"))
        {
            return ("!--", false, at + 4);
        }
        var isEnd = rest.Length > 0 && rest[0] == '/';
        rest = rest[(isEnd ? 1 : 0)..];
        if (rest.IsEmpty || !char.IsAsciiLetter(rest[0]) && rest[0] is not ('!' or '?'))
        {
            return ("", false, at + 1);
        }
        var length = rest.IndexOfAny(NameEnds);
        length = length < 0 ? rest.Length : length;
        return (Interned(rest[..length]), isEnd, at + 1 + (isEnd ? 1 : 0) + length);
    }

    private static string Interned(ReadOnlySpan<char> name) =>
        Known.TryGetValue(name, out var known) ? known : name.ToString().ToLowerInvariant();

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known =
        "p span div td tr table tbody a b i u br img li ul ol font strong em h1 h2 h3 h4 h5 h6 script style th !-- sup sub o:p"
            .Split(' ')
            .ToDictionary(name => name, StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static int EndOf(string text, string mark, int from)
    {
        var at = text.IndexOf(mark, Math.Min(from, text.Length), StringComparison.Ordinal);
        return at < 0 ? text.Length : at + mark.Length;
    }

    private static Finding TooDeep(int line) =>
        new(
            Severity.Warning,
            "too-deep",
            $"Elements are nested more than {Deepest} deep from line {line} of the file on; the deeper ones were read as plain text of those around them. Save the page again from a browser if words or tables are missing."
        );
}

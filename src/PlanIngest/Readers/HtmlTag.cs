using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// An HTML tag or comment where it stands in a text that is not wholly HTML: Markdown, or plain text a converter left
/// tags in. Whole web pages are read by the HTML reader, not by this.
/// </summary>
/// <param name="Name">Lower case; <c>!--</c> for a comment.</param>
public readonly record struct HtmlTag(Span Span, string Name, bool IsEnd)
{
    /// <summary>Longer than any tag a converter writes; keeps a text full of lone "&lt;" from being searched over and over.</summary>
    private const int LongestTag = 4096;

    private const int LongestComment = 1 << 14;

    private static readonly string[] Names =
    [
        .. "table thead tbody tfoot tr td th caption colgroup col html body head p div br hr b i u s em strong".Split(
            ' '
        ),
        .. "sup sub span font a img center small big mark del ins ul ol li h1 h2 h3 h4 h5 h6 o:p !-- pre code".Split(
            ' '
        ),
    ];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Known = Names
        .ToDictionary(name => name, StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether what ends or begins here stands on a line of its own on the page.</summary>
    public bool BreaksLine => Name is "br" or "p" or "div" or "li" or "tr" or "hr" or "h1" or "h2" or "h3" or "h4";

    /// <summary>The tag that begins with the &lt; at an offset; null for a lone &lt; and for names that are no HTML.</summary>
    public static HtmlTag? At(string text, int at, int end)
    {
        var slice = text.AsSpan(at, end - at);
        if (slice.StartsWith("<!--"))
        {
            var close = slice[..Math.Min(slice.Length, LongestComment)].IndexOf("-->");
            return close < 0 ? null : new HtmlTag(new Span(at, close + 3), "!--", false);
        }
        var isEnd = slice.Length > 1 && slice[1] == '/';
        var name = slice[(isEnd ? 2 : 1)..];
        var length = 0;
        while (length < name.Length && (char.IsAsciiLetterOrDigit(name[length]) || name[length] == ':'))
        {
            length++;
        }
        if (length == 0 || !Known.TryGetValue(name[..length], out var known))
        {
            return null;
        }
        var tagEnd = CloseOf(slice[..Math.Min(slice.Length, LongestTag)]);
        return tagEnd < 0 ? null : new HtmlTag(new Span(at, tagEnd + 1), known, isEnd);
    }

    /// <summary>A whole-number attribute (<c>rowspan</c>); the fallback where it is missing or no number.</summary>
    public int Number(string text, string attribute, int fallback)
    {
        var tag = text.AsSpan(Span.Start, Span.Length);
        var at = tag.IndexOf(attribute, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return fallback;
        }
        var value = tag[(at + attribute.Length)..].TrimStart(" =\"'\\");
        var digits = 0;
        while (digits < value.Length && digits < 6 && char.IsAsciiDigit(value[digits]))
        {
            digits++;
        }
        return digits == 0 ? fallback : int.Parse(value[..digits], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static int CloseOf(ReadOnlySpan<char> tag)
    {
        var quote = '\0';
        for (var at = 1; at < tag.Length; at++)
        {
            var c = tag[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == '>')
            {
                return at;
            }
        }
        return -1;
    }
}

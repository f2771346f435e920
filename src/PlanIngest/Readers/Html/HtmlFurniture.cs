using AngleSharp.Dom;
using PlanIngest.Model;

namespace PlanIngest.Readers.Html;

/// <summary>
/// What on a saved page is frame and not article: menus, buttons, hidden text, scripts. Works by taking away what is
/// surely frame, never by choosing what is article: so that nothing of the article is lost.
/// </summary>
internal sealed class HtmlFurniture
{
    /// <summary>A part this large of a page's words is no frame, whatever its marks say.</summary>
    private const int LargestShare = 3;

    /// <summary>A menu has several links, and they are most of its words.</summary>
    private const int FewestLinks = 3;

    private static readonly HashSet<string> Tags =
    [
        .. "SCRIPT STYLE NOSCRIPT TEMPLATE HEAD NAV ASIDE IFRAME FRAME OBJECT EMBED CANVAS SVG AUDIO VIDEO".Split(' '),
        .. "BUTTON SELECT OPTION TEXTAREA INPUT DATALIST MAP".Split(' '),
    ];

    private static readonly ILookup<string, string> Words = Catalog
        .Rows("html-furniture.tsv")
        .ToLookup(row => row[0], row => row[1], StringComparer.Ordinal);

    private static readonly HashSet<string> Marks = [.. Words["mark"]];
    private static readonly HashSet<string> Places = [.. Words["place"]];
    private static readonly string[] FrameWords = [.. Words["place-word"]];
    private static readonly string[] ListLabels = [.. Words["list"]];

    /// <summary>Of elements with links in them or a mark alone: a great table has a million that nobody asks for.</summary>
    private readonly Dictionary<INode, Weight> weights = [];
    private readonly int whole;

    private int hidden;

    public HtmlFurniture(IElement body) => whole = Weigh(body).Text + hidden;

    /// <summary>Visible characters in the element, counted no further than just past a limit.</summary>
    public static int TextLength(INode element, int limit)
    {
        var length = 0;
        var children = element.ChildNodes;
        for (var at = 0; at < children.Length && length <= limit; at++)
        {
            length += children[at] switch
            {
                IText words => Visible(words.Data),
                IElement inner when !Tags.Contains(inner.NodeName) => TextLength(inner, limit - length),
                _ => 0,
            };
        }
        return length;
    }

    /// <summary>The element and all in it is left out.</summary>
    public bool Is(IElement element)
    {
        if (Tags.Contains(element.NodeName) || IsHidden(element))
        {
            return true;
        }
        return weights.TryGetValue(element, out var weight)
            && weight.Text * LargestShare < whole
            && (IsMarked(element) || IsMenu(element, weight) || IsLinkList(element, weight));
    }

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
        {
            return true;
        }
        var style = element.GetAttribute("style");
        if (
            style is null
            || !(
                style.Contains("none", StringComparison.OrdinalIgnoreCase)
                || style.Contains("hidden", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return false;
        }
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? "" : declaration[..colon].Trim().ToLowerInvariant();
            var value = colon < 0 ? "" : declaration[(colon + 1)..].Trim().ToLowerInvariant();
            if (
                name == "display" && value.StartsWith("none", StringComparison.Ordinal)
                || name == "visibility" && value == "hidden"
                || name == "mso-hide" && value == "all"
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>
    /// Named as a part of the frame, and not for a foot or a box of the article that holds sentences of it: under
    /// <c>content-foot</c> 本规划自印发之日起施行。 stays, 版权所有：某市人民政府。 does not.
    /// </summary>
    private static bool IsMarked(IElement element)
    {
        if (HasMark(element, Marks))
        {
            return true;
        }
        if (!HasMark(element, Places))
        {
            return false;
        }
        var words = element.TextContent;
        return !words.Contains('。', StringComparison.Ordinal)
            || FrameWords.Any(word => words.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static bool HasMark(IElement element, HashSet<string> marks) =>
        HasMark(element.Id, marks) || HasMark(element.ClassName, marks);

    private static bool HasMark(string? names, HashSet<string> marks)
    {
        if (string.IsNullOrEmpty(names))
        {
            return false;
        }
        var start = 0;
        for (var at = 1; at <= names.Length; at++)
        {
            if (
                at == names.Length
                || !char.IsAsciiLetter(names[at])
                || char.IsAsciiLetterUpper(names[at]) && !char.IsAsciiLetterUpper(names[at - 1])
            )
            {
                if (marks.Contains(names[start..at].Trim('-', '_', ' ').ToLowerInvariant()))
                {
                    return true;
                }
                start = at < names.Length && char.IsAsciiLetter(names[at]) ? at : at + 1;
            }
        }
        return false;
    }

    private static bool IsMenu(IElement element, Weight weight) =>
        element.NodeName is "DIV" or "UL" or "OL" or "TD" or "TABLE" or "DL" or "SECTION" or "HEADER" or "FOOTER"
        && weight.Links >= FewestLinks
        && weight.LinkText * 10 > weight.Text * 7;

    /// <summary>相关链接 and 相关文章 over one or two links. Not: 相关链接 between sentences of the article.</summary>
    private static bool IsLinkList(IElement element, Weight weight)
    {
        if (weight.Links == 0 || weight.LinkText * 10 < weight.Text * 4)
        {
            return false;
        }
        var words = element.TextContent.AsSpan().TrimStart();
        foreach (var label in ListLabels)
        {
            if (words.StartsWith(label))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A link to another page; one to a file (附件：指标表.doc) is the article's own.</summary>
    private static bool Leads(IElement element) =>
        element.NodeName == "A"
        && element.GetAttribute("href") is { Length: > 0 } href
        && href[0] != '#'
        && !FileEnds.Any(end => href.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] FileEnds =
    [
        .. ".doc .docx .xls .xlsx .pdf .wps .et .ofd .rtf .zip .rar".Split(' '),
    ];

    private Weight Weigh(INode node, bool inLink = false)
    {
        var (text, linkText, links) = (0, 0, 0);
        var children = node.ChildNodes;
        for (var at = 0; at < children.Length; at++)
        {
            if (children[at] is IText words)
            {
                var length = Visible(words.Data);
                text += length;
                linkText += inLink ? length : 0;
            }
            else if (children[at] is IElement unseen && IsHidden(unseen))
            {
                hidden += Visible(unseen.TextContent);
            }
            else if (children[at] is IElement element && !Tags.Contains(element.NodeName))
            {
                var opens = Leads(element);
                var inner = Weigh(element, inLink || opens);
                text += inner.Text;
                linkText += inner.LinkText;
                links += inner.Links + (opens ? 1 : 0);
            }
        }
        var weight = new Weight(text, linkText, links);
        if (links > 0 || node is IElement self && (HasMark(self, Marks) || HasMark(self, Places)))
        {
            weights[node] = weight;
        }
        return weight;
    }

    private static int Visible(ReadOnlySpan<char> text)
    {
        var count = 0;
        while (!(text = text.TrimStart()).IsEmpty)
        {
            var space = text.IndexOfAny(TextLines.Spaces);
            var run = space < 0 ? text.Length : space;
            count += run;
            text = text[Math.Min(run + 1, text.Length)..];
        }
        return count;
    }

    /// <summary>Visible characters, those of them in links to elsewhere, and such links.</summary>
    private readonly record struct Weight(int Text, int LinkText, int Links);
}

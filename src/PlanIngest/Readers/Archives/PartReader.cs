using System.Text;
using System.Xml;

namespace PlanIngest.Readers.Archives;

/// <summary>
/// Walks one XML part once, forwards. Names are local names: the transitional and strict dialects differ in their
/// namespaces alone, and no element of the formats read here is told apart by its namespace only.
/// </summary>
internal sealed class PartReader(XmlReader xml, int maxDepth) : IDisposable
{
    /// <summary>Whether something lay deeper than the limit and was passed over.</summary>
    public bool TooDeep { get; private set; }

    /// <summary>The child elements of the part's root element.</summary>
    public IEnumerable<string> Root() => xml.MoveToContent() == XmlNodeType.Element ? Children() : [];

    /// <summary>
    /// The names of the child elements of the element the reader stands on, the reader standing on each in turn. A
    /// child may be walked by the same means while it is the current one; what is not walked is passed over.
    /// </summary>
    public IEnumerable<string> Children()
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            yield break;
        }
        if (depth > maxDepth)
        {
            TooDeep = true;
            yield break;
        }
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1)
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>The characters directly inside the current element.</summary>
    public string Text()
    {
        var depth = xml.Depth;
        if (xml.IsEmptyElement)
        {
            return "";
        }
        var first = "";
        StringBuilder? more = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (
                xml.NodeType
                is XmlNodeType.Text
                    or XmlNodeType.Whitespace
                    or XmlNodeType.SignificantWhitespace
                    or XmlNodeType.CDATA
            )
            {
                if (first.Length == 0)
                {
                    first = xml.Value;
                    continue;
                }
                (more ??= new StringBuilder(first)).Append(xml.Value);
            }
        }
        return more?.ToString() ?? first;
    }

    /// <summary>An attribute of the current element by its local name.</summary>
    public string? Attribute(string localName)
    {
        string? value = null;
        while (value is null && xml.MoveToNextAttribute())
        {
            value = xml.LocalName == localName ? xml.Value : null;
        }
        xml.MoveToElement();
        return value;
    }

    /// <summary>A whole number in an attribute; null where it is missing or none.</summary>
    public int? Number(string localName) =>
        int.TryParse(
            Attribute(localName),
            System.Globalization.NumberStyles.AllowLeadingSign,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>A switch: set by its presence, unset by <c>0</c>, <c>false</c> or <c>off</c> in the attribute.</summary>
    public bool Switch(string localName = "val") => Attribute(localName) is not ("0" or "false" or "off" or "none");

    public void Dispose() => xml.Dispose();
}

using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>What the named styles of a file say of paragraphs and runs, their ancestors included.</summary>
internal sealed class WordStyles
{
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);

    /// <param name="part">The styles part; null where the file has none.</param>
    public WordStyles(PartReader? part)
    {
        foreach (var name in part?.Root() ?? [])
        {
            if (name == "style" && part!.Attribute("styleId") is { } id)
            {
                styles.TryAdd(id, ReadStyle(part, part.Switch("default") && part.Attribute("default") is not null));
            }
        }
        DefaultParagraph = styles.FirstOrDefault(style => style.Value is { IsDefault: true, Kind: "paragraph" }).Key;
    }

    /// <summary>The style of paragraphs that name none.</summary>
    public string? DefaultParagraph { get; }

    /// <summary>1 to 9 for a heading style, 0 for none.</summary>
    public int Level(string? id) => First(id, style => style.Level) ?? 0;

    /// <summary>The list of a style, and the level in it (null: the level the list itself ties to the style).</summary>
    public (int List, int? Level, string Style)? List(string? id)
    {
        var level = First(id, style => style.ListLevel);
        foreach (var (name, style) in Ancestry(id))
        {
            if (style.List is { } list)
            {
                return list == 0 ? null : (list, level, name);
            }
        }
        return null;
    }

    public bool IsContents(string? id) =>
        id is not null
        && styles.TryGetValue(id, out var style)
        && style.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase);

    public RunLook Look(string? id) =>
        new(First(id, style => style.Hidden) ?? false, First(id, style => style.Raised) ?? false);

    /// <summary>The number of the list that a list style stands for.</summary>
    public int? ListOfStyle(string id) => First(id, style => style.List);

    private T? First<T>(string? id, Func<Style, T?> said)
        where T : struct
    {
        foreach (var (_, style) in Ancestry(id))
        {
            if (said(style) is { } value)
            {
                return value;
            }
        }
        return null;
    }

    /// <summary>The style and those it is based on, nearest first; a circle is walked once.</summary>
    private IEnumerable<(string Id, Style Style)> Ancestry(string? id)
    {
        for (var steps = 0; id is not null && steps < 32 && styles.TryGetValue(id, out var style); steps++)
        {
            yield return (id, style);
            id = style.BasedOn;
        }
    }

    private static Style ReadStyle(PartReader part, bool isDefault)
    {
        var style = new Style { IsDefault = isDefault, Kind = part.Attribute("type") ?? "" };
        foreach (var name in part.Children())
        {
            style = name switch
            {
                "name" => WithName(style, part.Attribute("val") ?? ""),
                "basedOn" => style with { BasedOn = part.Attribute("val") },
                "pPr" => WithParagraph(style, part),
                "rPr" => WithRun(style, part),
                _ => style,
            };
        }
        return style;
    }

    /// <summary>The built-in headings are known by their names, which no translation of Word changes.</summary>
    private static Style WithName(Style style, string name)
    {
        var level =
            name.StartsWith("heading ", StringComparison.OrdinalIgnoreCase)
            && name.Length == 9
            && name[8] is >= '1' and <= '9'
                ? name[8] - '0'
            : name.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1
            : (int?)null;
        return style with { Name = name, Level = style.Level ?? level };
    }

    private static Style WithParagraph(Style style, PartReader part)
    {
        foreach (var name in part.Children())
        {
            if (name == "outlineLvl" && part.Number("val") is { } outline)
            {
                style = style with { Level = outline is >= 0 and < 9 ? outline + 1 : 0 };
            }
            else if (name == "numPr")
            {
                var (list, level) = ReadList(part);
                style = style with { List = list, ListLevel = level };
            }
        }
        return style;
    }

    private static Style WithRun(Style style, PartReader part)
    {
        foreach (var name in part.Children())
        {
            style = name switch
            {
                "vanish" => style with { Hidden = part.Switch() },
                "vertAlign" => style with { Raised = part.Attribute("val") == "superscript" },
                _ => style,
            };
        }
        return style;
    }

    /// <summary>The list and the level in a <c>numPr</c>.</summary>
    public static (int? List, int? Level) ReadList(PartReader part)
    {
        int? list = null;
        int? level = null;
        foreach (var name in part.Children())
        {
            list = name == "numId" ? part.Number("val") : list;
            level = name == "ilvl" ? part.Number("val") : level;
        }
        return (list, level);
    }

    private sealed record Style
    {
        public string Name { get; init; } = "";
        public string Kind { get; init; } = "";
        public bool IsDefault { get; init; }
        public string? BasedOn { get; init; }
        public int? Level { get; init; }
        public int? List { get; init; }
        public int? ListLevel { get; init; }
        public bool? Hidden { get; init; }
        public bool? Raised { get; init; }
    }
}

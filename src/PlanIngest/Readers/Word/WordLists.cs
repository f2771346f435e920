using System.Globalization;
using System.Text;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>
/// List marks that exist only as definitions (一、 （一） 1. (1)): gives each numbered paragraph the mark it shows. It
/// counts while it is asked, so paragraphs are to be asked for in document order.
/// </summary>
internal sealed class WordLists
{
    private const int Levels = 9;

    private readonly Dictionary<int, ListShape> shapes = [];
    private readonly Dictionary<int, ListUse> uses = [];
    private readonly Dictionary<int, int?[]> counts = [];
    private readonly HashSet<(int List, int Level)> begun = [];
    private readonly WordStyles styles;

    /// <param name="part">The numbering part; null where the file has none.</param>
    /// <param name="styles">Lists may be defined by way of a style.</param>
    public WordLists(PartReader? part, WordStyles styles)
    {
        this.styles = styles;
        foreach (var name in part?.Root() ?? [])
        {
            if (name == "abstractNum" && part!.Number("abstractNumId") is { } shape)
            {
                shapes[shape] = ReadShape(part);
            }
            else if (name == "num" && part!.Number("numId") is { } list)
            {
                uses[list] = ReadUse(part);
            }
        }
    }

    /// <summary>The level of the list that is tied to a style; the outermost where none is.</summary>
    public int LevelOf(int list, string style)
    {
        var levels = Shape(list)?.Shape.Levels ?? [];
        var level = Array.FindIndex(levels, level => level?.Style == style);
        return level < 0 ? 0 : level;
    }

    /// <summary>The mark of the next paragraph of a list at a level, with the space behind it; empty for bullets.</summary>
    public string Next(int list, int level)
    {
        if (level is < 0 or >= Levels || Shape(list) is not var (id, shape, use))
        {
            return "";
        }
        if (!counts.TryGetValue(id, out var count))
        {
            counts[id] = count = new int?[Levels];
        }
        if (use.Starts[level] is { } restart && begun.Add((list, level)))
        {
            count[level] = restart - 1;
        }
        for (var outer = 0; outer < level; outer++)
        {
            count[outer] ??= At(shape, use, outer)?.Start ?? 1;
        }
        var shown = At(shape, use, level);
        count[level] = count[level] is { } last ? last + 1 : shown?.Start ?? 1;
        for (var inner = level + 1; inner < Levels; inner++)
        {
            if (At(shape, use, inner)?.Restarts ?? true)
            {
                count[inner] = null;
            }
        }
        return shown is null ? "" : Mark(shown, depth => (At(shape, use, depth), count[depth] ?? 1));
    }

    private static LevelShape? At(ListShape shape, ListUse use, int level) => use.Levels[level] ?? shape.Levels[level];

    /// <summary>A list's shape, found by way of a list style where the list only refers to one.</summary>
    private (int Id, ListShape Shape, ListUse Use)? Shape(int list)
    {
        if (!uses.TryGetValue(list, out var use) || !shapes.TryGetValue(use.Shape, out var shape))
        {
            return null;
        }
        var id = use.Shape;
        if (
            shape.StyleOf is { } style
            && styles.ListOfStyle(style) is { } styled
            && uses.TryGetValue(styled, out var styledUse)
            && shapes.TryGetValue(styledUse.Shape, out var behind)
        )
        {
            (id, shape) = (styledUse.Shape, behind);
        }
        return (id, shape, use);
    }

    private static string Mark(LevelShape level, Func<int, (LevelShape? Shape, int Count)> at)
    {
        if (level.Format is "bullet" or "none" && !level.Text.Contains('%'))
        {
            return "";
        }
        var mark = new StringBuilder();
        for (var index = 0; index < level.Text.Length; index++)
        {
            var next = index + 1 < level.Text.Length ? level.Text[index + 1] : '\0';
            if (level.Text[index] != '%' || next is < '1' or > '9')
            {
                mark.Append(level.Text[index]);
                continue;
            }
            var (shape, count) = at(next - '1');
            mark.Append(CountFormats.Write(level.Legal ? "decimal" : shape?.Format ?? "decimal", count));
            index++;
        }
        if (mark.Length == 0)
        {
            return "";
        }
        var open = level.Gap != "nothing" && char.IsAscii(mark[^1]);
        return mark.Append(open ? " " : "").ToString();
    }

    private static ListShape ReadShape(PartReader part)
    {
        var shape = new ListShape(new LevelShape?[Levels], null);
        foreach (var name in part.Children())
        {
            if (name == "lvl" && part.Number("ilvl") is >= 0 and < Levels and var level)
            {
                shape.Levels[level] = ReadLevel(part);
            }
            else if (name == "numStyleLink")
            {
                shape = shape with { StyleOf = part.Attribute("val") };
            }
        }
        return shape;
    }

    private static ListUse ReadUse(PartReader part)
    {
        var use = new ListUse(-1, new int?[Levels], new LevelShape?[Levels]);
        foreach (var name in part.Children())
        {
            if (name == "abstractNumId")
            {
                use = use with { Shape = part.Number("val") ?? -1 };
            }
            else if (name == "lvlOverride" && part.Number("ilvl") is >= 0 and < Levels and var level)
            {
                foreach (var change in part.Children())
                {
                    use.Starts[level] = change == "startOverride" ? part.Number("val") : use.Starts[level];
                    use.Levels[level] = change == "lvl" ? ReadLevel(part) : use.Levels[level];
                }
            }
        }
        return use;
    }

    private static LevelShape ReadLevel(PartReader part)
    {
        var level = new LevelShape();
        foreach (var name in part.Children())
        {
            level = name switch
            {
                "start" => level with { Start = part.Number("val") ?? 1 },
                "numFmt" => level with { Format = part.Attribute("val") ?? "decimal" },
                "lvlText" => level with { Text = part.Attribute("val") ?? "" },
                "suff" => level with { Gap = part.Attribute("val") ?? "tab" },
                "lvlRestart" => level with { Restarts = part.Number("val") != 0 },
                "isLgl" => level with { Legal = part.Switch() },
                "pStyle" => level with { Style = part.Attribute("val") },
                _ => level,
            };
        }
        return level;
    }

    private sealed record ListShape(LevelShape?[] Levels, string? StyleOf);

    private sealed record ListUse(int Shape, int?[] Starts, LevelShape?[] Levels);

    private sealed record LevelShape
    {
        public int Start { get; init; } = 1;
        public string Format { get; init; } = "decimal";
        public string Text { get; init; } = "";
        public string Gap { get; init; } = "tab";
        public bool Restarts { get; init; } = true;
        public bool Legal { get; init; }
        public string? Style { get; init; }
    }
}

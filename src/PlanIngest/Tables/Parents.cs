namespace PlanIngest.Tables;

/// <summary>A row that the parts under it belong to.</summary>
/// <param name="Indent">How far its name is set in.</param>
internal sealed record Parent(string Name, string? Ordinal, UnitWords? Unit, int Indent);

/// <summary>Which rows are parts of a row above them.</summary>
internal sealed class Parents(TableLayout layout)
{
    /// <summary>A part is named by a word or two (农村, 风电, 民办学校); a longer name stands by itself.</summary>
    private const int PartLength = 6;

    /// <summary>How the names of indicators end that are no parts of another, whatever they stand under.</summary>
    private const string IndicatorEndings = "量率数额值积度比重长入出资收费款润";

    private readonly bool repeats = RepeatsUnderHeads(layout);
    private Parent? parent;
    private bool inParts;
    private string firstPart = "";

    /// <summary>
    /// The parent of 其中：城镇, and of what follows it: rows without a number among numbered ones, or, where rows have no
    /// numbers, names set in deeper than the parent's or short ones of its unit. Null for a row that stands by itself.
    /// </summary>
    public Parent? Of(NameWords name, string? ordinal, UnitWords? unit)
    {
        if (parent is null || IsHead(name))
        {
            return null;
        }
        if (repeats)
        {
            return parent;
        }
        firstPart = name.IsPart ? name.Words : firstPart;
        inParts = name.IsPart || inParts && ordinal is null && FollowsPart(name, unit);
        return inParts ? parent : null;
    }

    public void Take(Parent row) => parent = row with { Name = NameReader.WithoutBase(row.Name) };

    public void Forget() => (parent, inParts) = (repeats ? parent : null, false);

    /// <summary>总产出指数(上年=100) over rows that stand under 总产出(亿元) too: its unit is said, that of its parts is not.</summary>
    public bool IsHead(NameWords name) => repeats && name.Unit is not null;

    /// <summary>
    /// 第一产业 under 总产出(亿元) and again under 总产出构成(%): the rows without a unit are parts of the head over them. Not:
    /// rows none of which stands twice, or units in a column.
    /// </summary>
    private static bool RepeatsUnderHeads(TableLayout layout)
    {
        var grid = layout.Grid;
        if (layout.Units is not null || layout.Names is null || layout.Shape != TableShape.Indicators)
        {
            return false;
        }
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var head = 0;
        var last = Math.Min(grid.Rows, layout.Header.Body + TableSettings.SampleRows);
        for (var row = layout.Header.Body; row < last; row++)
        {
            var cell = grid.At(row, layout.Names.Index);
            if (grid.IsEmpty(cell) || HeaderReader.Filled(grid, row, 2) < 2)
            {
                continue;
            }
            var name = NameReader.Read(grid.Document, grid.Cells[cell].Span);
            if (name.Unit is not null)
            {
                head = row;
            }
            else if (head == 0)
            {
                return false;
            }
            else if (!name.IsPart && !seen.TryAdd(name.Words, head) && seen[name.Words] != head)
            {
                return true;
            }
        }
        return false;
    }

    private bool FollowsPart(NameWords name, UnitWords? unit) =>
        layout.Ordinals is not null && parent!.Ordinal is not null
        || IndentOf(name) > parent!.Indent
        || unit is { } own
            && parent!.Unit?.Unit == own.Unit
            && name.Unit is null
            && name.Words.Length <= PartLength
            && (!IndicatorEndings.Contains(name.Words[^1]) || EndsLikeFirst(name.Words));

    /// <summary>其中：工业投资, 民间投资: parts named alike.</summary>
    private bool EndsLikeFirst(string words) =>
        words.Length > 2 && firstPart.Length > 2 && words.AsSpan()[^2..].SequenceEqual(firstPart.AsSpan()[^2..]);

    /// <summary>The blanks before a name, a full-width one as two: 　　　职业教育 under 其中：普通教育.</summary>
    public int IndentOf(NameWords name)
    {
        var shown = layout.Grid.Document.Shown;
        var indent = 0;
        for (var at = name.Span.Start - 1; at >= 0 && (shown[at] is ' ' or '\u3000' or '\u00A0'); at--)
        {
            indent += shown[at] == '\u3000' ? 2 : 1;
        }
        return indent;
    }
}

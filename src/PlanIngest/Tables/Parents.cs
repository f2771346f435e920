namespace PlanIngest.Tables;

/// <summary>A row that the parts under it belong to.</summary>
internal sealed record Parent(string Name, string? Ordinal, UnitWords? Unit);

/// <summary>Which rows are parts of a row above them.</summary>
internal sealed class Parents(TableLayout layout)
{
    /// <summary>A part is named by a word or two (农村, 风电, 民办学校); a longer name stands by itself.</summary>
    private const int PartLength = 6;

    /// <summary>How the names of indicators end that are no parts of another, whatever they stand under.</summary>
    private const string IndicatorEndings = "量率数额值积度比重长入出";

    private Parent? parent;
    private bool inParts;

    /// <summary>
    /// The parent of 其中：城镇, and of what follows it: rows without a number among numbered ones, or, where rows have no
    /// numbers, short names of the parent's unit. Null for a row that stands by itself.
    /// </summary>
    public Parent? Of(NameWords name, string? ordinal, UnitWords? unit)
    {
        if (parent is null)
        {
            return null;
        }
        inParts = name.IsPart || inParts && ordinal is null && FollowsPart(name, unit);
        return inParts ? parent : null;
    }

    public void Take(Parent row) => parent = row;

    public void Forget() => (parent, inParts) = (null, false);

    private bool FollowsPart(NameWords name, UnitWords? unit) =>
        layout.Ordinals is not null && parent!.Ordinal is not null
        || unit is { } own
            && parent!.Unit?.Unit == own.Unit
            && name.Unit is null
            && name.Words.Length <= PartLength
            && !IndicatorEndings.Contains(name.Words[^1]);
}

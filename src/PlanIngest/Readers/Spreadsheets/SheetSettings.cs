namespace PlanIngest.Readers.Spreadsheets;

/// <summary>The tolerances of finding tables and prose on a sheet.</summary>
internal sealed record SheetSettings
{
    public static readonly SheetSettings Default = new();

    /// <summary>
    /// Characters from which a cell can be a whole text. Definitions of indicators, the longest words of a table, stay
    /// under 400.
    /// </summary>
    public int Text { get; init; } = 500;

    /// <summary>Sentences or lines such a cell has at least.</summary>
    public int Sentences { get; init; } = 4;

    /// <summary>A last row with one cell this long is a note, not a row without values: names of indicators are shorter.</summary>
    public int Note { get; init; } = 25;

    /// <summary>
    /// How often a sheet may be cut into bands and blocks by turns. Tables in a grid of tables need two turns; a sheet
    /// that needs more is no page for people.
    /// </summary>
    public int Cuts { get; init; } = 6;
}

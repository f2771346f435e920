namespace PlanIngest.Readers.Spreadsheets;

/// <summary>One piece of a number format; <see cref="Text"/> is a literal's words or the run of letters as written.</summary>
internal readonly record struct FormatToken(FormatTokenKind Kind, string Text);

internal enum FormatTokenKind
{
    /// <summary>Shown as it is.</summary>
    Literal,

    /// <summary>0, # or ?</summary>
    Digit,
    Point,
    Comma,
    Percent,

    /// <summary>E+ or E-</summary>
    Exponent,

    /// <summary>/ between digits, or in a date</summary>
    Slash,

    /// <summary>A run of y, m, d, h, s, e or a.</summary>
    Date,

    /// <summary>[h], [mm]: hours or minutes that do not begin again each day.</summary>
    Elapsed,
    HalfDay,

    /// <summary>@: the cell's own words.</summary>
    Words,
    General,
}

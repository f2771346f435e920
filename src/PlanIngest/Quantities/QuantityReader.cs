using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// The quantity grammar. Reads the text as shown (<see cref="Document.Shown"/>: full width, hidden markup and stray
/// spaces do not matter); spans count in the text given.
/// </summary>
public static class QuantityReader
{
    /// <summary>
    /// The quantities of a stretch that is one whole table cell, in order: the cell's own first, then those in
    /// brackets behind it. None for a missing cell (—, /, 无). Goals in words (同比例提高) are quantities here.
    /// </summary>
    public static IReadOnlyList<QuantityMention> ReadCell(string text, Span cell) => [];

    /// <summary>
    /// All quantities in a stretch of prose, in order, not overlapping. Goals in words and grades without a limit are
    /// read; dates, years, ordinals and numbers inside names are not.
    /// </summary>
    public static IReadOnlyList<QuantityMention> FindAll(string text, Span stretch) => [];

    /// <summary>A unit as printed (万人, ㎡, /10万, %) as base unit and the multiplier folded out of it; null if unknown.</summary>
    public static (string Unit, decimal Multiplier)? ReadUnit(ReadOnlySpan<char> printed) => null;
}

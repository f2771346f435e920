namespace PlanIngest.Readers.Spreadsheets;

/// <summary>What a cell's words look like, as far as finding tables on a sheet needs it.</summary>
internal static class SheetWords
{
    /// <summary>2025, 2025年: it heads a column.</summary>
    public static bool IsYear(ReadOnlySpan<char> text)
    {
        var digits = text.TrimEnd("年Ee ");
        return digits.Length == 4 && CellWords.Ordinal(digits) is >= 1900 and <= 2100;
    }

    /// <summary>A figure or a missing value, but no year.</summary>
    public static bool IsValue(ReadOnlySpan<char> text) =>
        !IsYear(text) && (CellWords.IsFigure(text) || CellWords.IsMissing(text));
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// Two quantities in a cell under a two-part header: 例数（1/10万） over 120（3.5）, abs./per 100 000 over 1234/45.6.
/// </summary>
internal static class TwoPart
{
    private static readonly HashSet<string> Counts = Catalog
        .Rows("count-words.tsv")
        .Select(row => HeaderWords.Fold(row[0]))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The header names a count, and its unit is a rate: 人数（%）, n (%), abs./per 100 000. Not: 占比（%）.</summary>
    public static bool IsHeader(HeaderCell header) =>
        header.Unit is { Unit: { Length: > 0 } unit } && unit[0] is '%' or '‰' or '/' && Counts.Contains(header.Folded);

    /// <summary>The two parts of a cell; the whole of it where it has but one.</summary>
    public static (Span First, Span? Second) Cut(Document document, Span cell)
    {
        var shown = document.Shown;
        var at = cell.Start;
        while (
            at < cell.End
            && (CellLooks.Digit(shown[at]) >= 0 || shown[at] is '.' or ',' or '，' || IsGroupSpace(shown, at, cell))
        )
        {
            at++;
        }
        var first = Words.Trim(shown, Span.Between(cell.Start, at));
        var rest = Words.Trim(shown, Span.Between(at, cell.End));
        if (!rest.IsEmpty && shown[rest.Start] is '/' or '／' or '(' or '（')
        {
            var bracket = shown[rest.Start] is '(' or '（' && shown[rest.End - 1] is ')' or '）';
            rest = Words.Trim(shown, Span.Between(rest.Start + 1, rest.End - (bracket ? 1 : 0)));
        }
        return first.IsEmpty || rest.IsEmpty || CellLooks.Digit(shown[rest.Start]) < 0 ? (cell, null) : (first, rest);
    }

    /// <summary>1 234: a space inside a number stands before three digits.</summary>
    private static bool IsGroupSpace(string shown, int at, Span cell) =>
        shown[at] is ' ' or '\u00A0'
        && at + 3 < cell.End
        && CellLooks.Digit(shown[at + 1]) >= 0
        && CellLooks.Digit(shown[at + 2]) >= 0
        && CellLooks.Digit(shown[at + 3]) >= 0
        && (at + 4 == cell.End || CellLooks.Digit(shown[at + 4]) < 0 && shown[at + 4] is not ('.' or ','));
}

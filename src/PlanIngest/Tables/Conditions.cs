using System.Buffers;

namespace PlanIngest.Tables;

/// <summary>
/// Circumstances that figures hold in, as limits around a letter: 10＜μ≤20, Q＜15000, 60000≤Q＜80000. They stand in the
/// header or beside the row's name and are no values. Not: ≥95 (no letter), PM2.5≤35 (a name), 20＜30.
/// </summary>
internal static class Conditions
{
    private const int LongestLetters = 3;
    private static readonly SearchValues<char> Signs = SearchValues.Create("<>≤≥＜＞≦≧");

    public static bool IsOne(ReadOnlySpan<char> shown) => Variable(shown).Length > 0;

    /// <summary>The column's heading ends in the letter that its cells set limits around: 路段交通量 Q over Q＜15000.</summary>
    public static bool AreUnder(Grid grid, HeaderRows header, IReadOnlyList<HeaderCell> path, int column)
    {
        var limits = 0;
        for (var row = header.Body; row < grid.Rows; row++)
        {
            var cell = grid.At(row, column);
            if (grid.IsEmpty(cell))
            {
                continue;
            }
            var variable = Variable(grid.Shown(cell));
            if (variable.IsEmpty || path is not [.., var own] || !EndsIn(own.Folded, variable))
            {
                return false;
            }
            limits++;
        }
        return limits > 1;
    }

    public static Column[] Columns(TableLayout layout) =>
        [.. layout.Columns.Where(column => column.Role == ColumnRole.Condition)];

    /// <summary>母公司 of the caption, and the limits that the row's figures hold within (60000≤Q＜80000).</summary>
    public static string? SeriesOf(Grid grid, int row, Column[] conditions, string? scope)
    {
        foreach (var column in conditions)
        {
            if (grid.At(row, column.Index) is var cell and not Grid.None && IsOne(grid.Shown(cell)))
            {
                var words = Words.Join(grid.Document.Shown, grid.Cells[cell].Span);
                scope = scope is null ? words : $"{scope} {words}";
            }
        }
        return scope;
    }

    /// <summary>大型车比例μ over μ≤10 and 10＜μ≤20.</summary>
    public static bool EndsIn(string heading, ReadOnlySpan<char> variable) =>
        heading.AsSpan().EndsWith(variable, StringComparison.OrdinalIgnoreCase)
        && heading.Length > variable.Length
        && !char.IsAsciiLetter(heading[^(variable.Length + 1)]);

    /// <summary>The letters that limits are set around; empty where the words are no such thing.</summary>
    public static ReadOnlySpan<char> Variable(ReadOnlySpan<char> shown)
    {
        int start = -1,
            end = -1,
            digits = 0;
        for (var at = 0; at < shown.Length; at++)
        {
            var c = shown[at];
            if (char.IsLetter(c) && c < '\u2E80')
            {
                if (start >= 0 && end != at)
                {
                    return [];
                }
                start = start < 0 ? at : start;
                end = at + 1;
            }
            else if (CellLooks.Digit(c) >= 0)
            {
                digits++;
                if (end == at)
                {
                    return [];
                }
            }
            else if (!Signs.Contains(c) && !Words.IsSpace(c) && c is not ('.' or '%' or '％' or ','))
            {
                return [];
            }
        }
        return start >= 0 && digits > 0 && end - start <= LongestLetters && shown.ContainsAny(Signs)
            ? shown[start..end]
            : [];
    }
}

namespace PlanIngest.Readers;

/// <summary>
/// Figures that have grown together where a table lost the marks between its cells: 164.27104.12.7 behind 第一产业 is three
/// figures, or four. So are those before 预期性. Not: 2019.12.31, a date; 3.1.2, the number of a section; anything in a sentence.
/// </summary>
internal static class GrownFigures
{
    /// <summary>How many stretches of figures of a line are more than one figure each.</summary>
    public static int Count(ReadOnlySpan<char> line)
    {
        if (line.ContainsAny('。', '；'))
        {
            return 0;
        }
        var count = 0;
        for (var at = 1; at < line.Length; at++)
        {
            if (!char.IsAsciiDigit(line[at]) || !IsWord(line[at - 1]))
            {
                continue;
            }
            var end = line[at..].IndexOfAnyExcept(Figures);
            var stretch = end < 0 ? line[at..] : line.Slice(at, end);
            at += stretch.Length;
            // 2153308.9预期性: how the goal binds stands in a cell of its own.
            var bound = at + 3 <= line.Length && DialectWords.IsNature(line.Slice(at, 3));
            count += bound || IsSeveral(stretch) ? 1 : 0;
        }
        return count;
    }

    private static readonly System.Buffers.SearchValues<char> Figures = System.Buffers.SearchValues.Create(
        "0123456789."
    );

    private static bool IsWord(char c) =>
        c > '\u2E80' && char.IsLetter(c) || c is ')' or '）' or '%' or '％' or '≥' or '≤';

    private static bool IsSeveral(ReadOnlySpan<char> stretch)
    {
        var points = stretch.Count('.');
        if (points < 2 || points == 2 && stretch.Length > 4 && stretch[4] == '.' && stretch[..2] is "19" or "20")
        {
            return false;
        }
        // Between two points stand the decimals of one figure and the whole of the next.
        var inner = stretch[(stretch.IndexOf('.') + 1)..stretch.LastIndexOf('.')];
        foreach (var part in inner.Split('.'))
        {
            if (inner[part].Length < 2)
            {
                return false;
            }
        }
        return true;
    }
}

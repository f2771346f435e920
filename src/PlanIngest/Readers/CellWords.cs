using System.Buffers;

namespace PlanIngest.Readers;

/// <summary>What a cell's words look like, as far as a reader needs it to find rows and columns.</summary>
internal static class CellWords
{
    private static readonly SearchValues<char> NoValue = SearchValues.Create("-—–－―/／…\\─*");
    private static readonly SearchValues<char> Limits = SearchValues.Create("＜＞<>≤≥≦≧=＝~～±+-－ 约[［【〔(（");

    /// <summary>A cell that holds no value: —, /, …</summary>
    public static bool IsMissing(ReadOnlySpan<char> cell) => cell.Length <= 3 && !cell.ContainsAnyExcept(NoValue);

    /// <summary>
    /// A cell that holds a figure with perhaps a limit before it and a unit behind: 79.3, ≥95%, 15 万, 1～2; not a name
    /// with a number in it (5岁以下儿童死亡率).
    /// </summary>
    public static bool IsFigure(ReadOnlySpan<char> cell)
    {
        if (cell.IsEmpty || cell.Length > 24)
        {
            return false;
        }
        var start = cell.IndexOfAnyExcept(Limits);
        if (start < 0 || !(char.IsDigit(cell[start])))
        {
            return false;
        }
        if (start + 2 < cell.Length && cell[start + 1] is 'G' or 'D' && cell[start + 2] > '\u2E80')
        {
            // 5G基站数, 3D打印: a name.
            return false;
        }
        var letters = 0;
        var before = ' ';
        foreach (var c in cell[start..])
        {
            if ((before is '.' or '．' or '、' or '。') && c > '\u2E80' && char.IsLetter(c))
            {
                // 1.空气质量: a list mark.
                return false;
            }
            before = c;
            letters += char.IsLetter(c) ? 1 : 0;
        }
        return letters <= 5;
    }

    /// <summary>The whole number a cell is; -1 for anything else (1.5, 1个, 001234567).</summary>
    public static int Ordinal(ReadOnlySpan<char> cell)
    {
        var value = 0;
        if (cell.Length is 0 or > 6)
        {
            return -1;
        }
        foreach (var c in cell)
        {
            var digit = c is >= '０' and <= '９' ? c - '０' : c - '0';
            if (digit is < 0 or > 9)
            {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}

namespace PlanIngest.Sentences;

/// <summary>
/// A document's own number (包府办发〔2022〕125号) near its top. Not one that a sentence cites in brackets or behind a
/// title (《…》（国办发〔2017〕37号）).
/// </summary>
internal static class DocumentNumberReader
{
    /// <summary>A document's number stands before its text.</summary>
    private const int Lines = 30;

    /// <summary>The letters of a number (包府办发) are no longer.</summary>
    private const int LongestPrefix = 12;

    public static string? Read(IReadOnlyList<string> lines) =>
        lines.Take(Lines).Select(InLine).FirstOrDefault(number => number is not null);

    private static string? InLine(string line)
    {
        for (var at = line.IndexOfAny(['〔', '［', '[', '﹝', '【', '（', '(']); at >= 0; at = NextBracket(line, at))
        {
            if (
                at + 6 > line.Length
                || !Year(line.AsSpan(at + 1, 4))
                || line[at + 5] is not ('〕' or '］' or ']' or '﹞' or '】' or '）' or ')')
            )
            {
                continue;
            }
            var end = at + 6;
            end += end < line.Length && line[end] == '第' ? 1 : 0;
            var digits = end;
            while (end < line.Length && char.IsAsciiDigit(line[end]))
            {
                end++;
            }
            var start = PrefixStart(line, at);
            if (end > digits && end < line.Length && line[end] == '号' && start < at && !IsCited(line, start))
            {
                return line[start..(end + 1)];
            }
        }
        return null;
    }

    private static int NextBracket(string line, int at) =>
        line.IndexOfAny(['〔', '［', '[', '﹝', '【', '（', '('], at + 1);

    private static bool Year(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, out var year) && year is > 1900 and < 2101;

    private static int PrefixStart(string line, int bracket)
    {
        var start = bracket;
        while (start > 0 && bracket - start < LongestPrefix && char.IsLetter(line[start - 1]))
        {
            start--;
        }
        if (start == bracket)
        {
            return bracket;
        }
        var title = HeadWords.Endings.Max(ending =>
        {
            var at = line.LastIndexOf(ending, bracket - 1, bracket - start, StringComparison.Ordinal);
            return at < 0 ? -1 : at + ending.Length;
        });
        return Math.Max(start, title);
    }

    private static bool IsCited(string line, int start) => start > 0 && line[start - 1] is '（' or '(' or '》' or '、';
}

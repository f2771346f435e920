using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// The header of a run-together table: perhaps 序号, 指标, two years or more, perhaps a change; the first row number
/// follows it.
/// </summary>
/// <param name="End">Where the first row begins.</param>
/// <param name="Cells">序号 (if there), 指标, the years, the change (if there).</param>
internal sealed record RunTogetherHeader(
    int Start,
    int End,
    IReadOnlyList<Span> Cells,
    bool HasOrdinal,
    int Years,
    bool HasChange
)
{
    private const int Longest = 160;

    /// <summary>A header and a row or two.</summary>
    private const int Shortest = 60;

    /// <summary>Reads 序号指标名称2000年2005年增减情况1…; refuses 指标体系2025年基本建成, where no second year follows.</summary>
    /// <param name="at">Where 指标 stands; not before <paramref name="lineStart"/>.</param>
    public static RunTogetherHeader? Read(string text, int lineStart, int at)
    {
        var limit = Math.Min(text.Length, at + Longest);
        var nameEnd = at + 2;
        nameEnd += text.AsSpan(nameEnd, limit - nameEnd).StartsWith("名称") ? 2 : 0;
        var years = new List<int>();
        var position = SkipSpace(text, nameEnd, limit);
        if (!IsYear(text, position, limit))
        {
            return null;
        }
        while (position < limit && text[position] is not ('。' or '，' or '；' or '\t' or '|'))
        {
            if (IsYear(text, position, limit))
            {
                years.Add(position);
                position += 5;
            }
            else if (text[position] == '1' && years.Count > 1)
            {
                return Made(text, lineStart, at, nameEnd, years, position);
            }
            else if (char.IsAsciiDigit(text[position]))
            {
                return null;
            }
            else
            {
                position++;
            }
        }
        return null;
    }

    /// <summary>
    /// 类别序号指标名称单位目标值权重经济发展1人均…: 序号 before the names, two headings behind them, then the first row's number,
    /// all without a mark; or 主要指标2020年2025年性质人均…. Refuses a sentence, and headings parted by blanks or tabs.
    /// </summary>
    public static bool IsHeader(ReadOnlySpan<char> line, int at)
    {
        if (line.Length < Shortest || line.ContainsAny("。；\t|"))
        {
            return false;
        }
        var behind = line[at..Math.Min(line.Length, at + Longest)];
        return HoldsYears(behind) || (line[..at].EndsWith("序号") || line[..at].EndsWith("编号")) && Heads(behind);
    }

    /// <summary>
    /// Two years with at most 现状值 between them, right behind 指标, 指标项 or 指标名称单位. Not: 主要指标2020年与2025年相比.
    /// </summary>
    private static bool HoldsYears(ReadOnlySpan<char> behind)
    {
        var (at, years) = (2, 0);
        for (var gap = 0; at + 5 <= behind.Length && gap <= (years == 0 ? 6 : 4) && years < 2; )
        {
            var year = behind[at + 4] == '年' && behind.Slice(at, 4).IndexOfAnyExceptInRange('0', '9') < 0;
            if (!year && "与和至到较比、，,及".Contains(behind[at]))
            {
                return false;
            }
            (years, gap) = year ? (years + 1, 0) : (years, gap + 1);
            at += year ? 5 : 1;
        }
        return years == 2;
    }

    private static bool Heads(ReadOnlySpan<char> behind)
    {
        for (var first = behind.IndexOf('1'); first >= 0; )
        {
            if (first + 1 < behind.Length && char.IsLetter(behind[first + 1]) && !char.IsAsciiDigit(behind[first - 1]))
            {
                var header = behind[..first];
                var headings = 0;
                foreach (var word in (ReadOnlySpan<string>)["单位", "目标", "权重", "属性", "基", "现状", "年"])
                {
                    headings += header.IndexOf(word) >= 0 ? 1 : 0;
                }
                return headings > 1 && !header.ContainsAny(" ，、");
            }
            var next = behind[(first + 1)..].IndexOf('1');
            first = next < 0 ? -1 : first + 1 + next;
        }
        return false;
    }

    private static RunTogetherHeader Made(string text, int lineStart, int at, int nameEnd, List<int> years, int end)
    {
        var cells = new List<Span>();
        var start = at;
        var before = text.AsSpan(lineStart, at - lineStart).TrimEnd();
        var ordinal = before.EndsWith("序号");
        if (ordinal)
        {
            start = lineStart + before.Length - 2;
            cells.Add(new Span(start, 2));
        }
        cells.Add(Span.Between(at, nameEnd));
        for (var year = 0; year < years.Count; year++)
        {
            var stop = year + 1 < years.Count ? years[year + 1] : end;
            cells.Add(Trimmed(text, years[year], stop));
        }
        var change = ChangeIn(text, cells[^1]);
        if (change > 0)
        {
            var last = cells[^1];
            cells[^1] = Trimmed(text, last.Start, change);
            cells.Add(Trimmed(text, change, last.End));
        }
        return new RunTogetherHeader(start, end, cells, ordinal, years.Count, change > 0);
    }

    /// <summary>Where the words for the change begin behind the last year; 0 where there are none.</summary>
    private static int ChangeIn(string text, Span lastYear)
    {
        var words = text.AsSpan(lastYear.Start, lastYear.Length);
        foreach (var word in (ReadOnlySpan<string>)["增减", "增长", "变化", "增幅", "年均"])
        {
            if (words.IndexOf(word) >= 0)
            {
                return lastYear.Start + 5;
            }
        }
        return 0;
    }

    private static bool IsYear(string text, int at, int limit) =>
        at + 5 <= limit && text[at + 4] == '年' && text.AsSpan(at, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && TextLines.IsSpace(text[at]))
        {
            at++;
        }
        return at;
    }

    private static Span Trimmed(string text, int start, int end)
    {
        while (end > start && TextLines.IsSpace(text[end - 1]))
        {
            end--;
        }
        return Span.Between(SkipSpace(text, start, end), end);
    }
}

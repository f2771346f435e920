using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Sentences;

/// <summary>
/// The day a document was issued: a date alone on its line at the beginning or the end, behind a signature
/// (某市人民政府 2025年5月25日), or with the occasion under a title (——2026年2月4日在…会议上). Not a date in a sentence.
/// </summary>
internal static class IssueDateReader
{
    public static Period? Read(HeadLines lines) =>
        lines.Closing.Reverse().Select(Signed).FirstOrDefault(date => date is not null)
        ?? lines.Opening.Select(Opening).FirstOrDefault(date => date is not null)
        ?? (IssuerReader.OnTitlePage(lines) is { } at ? AloneOnLine(lines.Opening[at + 1]) : null);

    /// <summary>A line that is a month or a day and nothing else: 2026年2月, 二○二六年二月.</summary>
    public static Period? AloneOnLine(string line)
    {
        var found = PeriodReader.FindAll(line, new Span(0, line.Length), DocumentHead.Unknown);
        return
            found is [{ Period: { IsInterval: false, Start.Month: > 0 } date } mention]
            && mention.Span.Length == line.Length
            ? date
            : null;
    }

    /// <summary>A full date (2022年8月21日, 二○○七年十一月二十二日, 2026-02-12) that a text begins with.</summary>
    public static Period? DateAtStart(string text)
    {
        if (
            text.Length >= 10
            && Period.TryParse(text.AsSpan(0, 10).ToString().Replace('/', '-'), out var iso)
            && iso.Start.Day > 0
        )
        {
            return iso;
        }
        return FullDateAt(text, 0, out _);
    }

    private static Period? Opening(string line)
    {
        if (line.Length >= 10 && line[4] is '-' or '/' && IsStamp(line[10..]) && DateAtStart(line) is { } iso)
        {
            return iso;
        }
        var text = line.TrimStart('—', '-', '（', '(', '\u3000');
        if (FullDateAt(text, 0, out var end) is not { } date)
        {
            return null;
        }
        var rest = text[end..];
        return rest.Length == 0 || IsOccasion(rest) || rest[0] is '\u3000' or '）' or ')' || line != text ? date : null;
    }

    /// <summary>Behind a date 10:22, 00:51　国务院公报: a time, and whose page it is. Not: 至2021-03-09报名, 起施行。</summary>
    private static bool IsStamp(string rest)
    {
        var source = rest.TrimStart("0123456789:：\u3000".ToCharArray());
        return source.Length == 0
            || source.Length < rest.Length
                && rest[0] == '\u3000'
                && source.Length <= LongestSource
                && source.All(char.IsLetter);
    }

    /// <summary>A longer one is a sentence.</summary>
    private const int LongestSource = 20;

    /// <summary>在第五届全国人民代表大会第二次会议上, 在市十五届人大一次会议上. Not: 在全市范围内开展检查。</summary>
    private static bool IsOccasion(string rest) =>
        rest.Length <= LongestOccasion
        && rest[0] == '在'
        && rest.TrimEnd('）', ')', '\u3000') is var place
        && (place.EndsWith("会上", StringComparison.Ordinal) || place.EndsWith("会议上", StringComparison.Ordinal));

    /// <summary>A longer line is a sentence.</summary>
    private const int LongestOccasion = 60;

    /// <summary>Nothing but a date, or a body and a date.</summary>
    private static Period? Signed(string line)
    {
        for (var at = line.Length - 1; at >= 0; at--)
        {
            if (FullDateAt(line, at, out var end) is { } date && end >= line.TrimEnd('）', ')', '\u3000').Length)
            {
                var before = line[..at].TrimEnd('\u3000', '（', '(');
                return
                    before.Length == 0
                    || (before.Length <= 40 && HeadWords.EndingOf(before, HeadWords.Bodies) is not null)
                    ? date
                    : null;
            }
        }
        return null;
    }

    private static Period? FullDateAt(string text, int at, out int end)
    {
        end = at;
        if (at >= text.Length || (at > 0 && char.IsDigit(text[at - 1])))
        {
            return null;
        }
        var found = PeriodReader.FindAll(text, Span.Between(at, Math.Min(text.Length, at + 24)), DocumentHead.Unknown);
        if (
            found.Count == 0
            || found[0].Span.Start != at
            || found[0].Period is not { IsInterval: false, Start.Day: > 0 } date
        )
        {
            return null;
        }
        end = found[0].Span.End;
        return date;
    }
}

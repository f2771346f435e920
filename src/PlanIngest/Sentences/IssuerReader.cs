namespace PlanIngest.Sentences;

/// <summary>
/// Who issued a document: the body in its title (国务院关于…, 某市人民政府对…的报告), over a notice, or the signature
/// at its end.
/// </summary>
internal static class IssuerReader
{
    /// <summary>Names of bodies are no longer; what is longer is a sentence.</summary>
    private const int LongestName = 30;

    public static string? Read(HeadLines lines, HeadReader.Heading heading) =>
        heading.NoticeIssuer
        ?? BodyBefore(heading.Title, "关于")
        ?? BodyBefore(heading.Title, "对")
        ?? Signature(lines.Closing)
        ?? lines.Opening.Take(10).Select(Signed).FirstOrDefault(name => name is not null)
        ?? (OnTitlePage(lines) is { } at ? lines.Opening[at] : null);

    /// <summary>Lines of a title page: title, body and date.</summary>
    private const int TitlePage = 8;

    /// <summary>The line of the body on a title page, with a date alone on the line below; null without one.</summary>
    public static int? OnTitlePage(HeadLines lines)
    {
        for (var at = 1; at + 1 < Math.Min(lines.Opening.Count, TitlePage); at++)
        {
            if (IsBody(lines.Opening[at]) && IssueDateReader.AloneOnLine(lines.Opening[at + 1]) is not null)
            {
                return at;
            }
        }
        return null;
    }

    /// <summary>The body that a title names before 关于; null where what stands there is none.</summary>
    public static string? BodyBefore(string? title, string word)
    {
        var at = title?.IndexOf(word, StringComparison.Ordinal) ?? -1;
        return at > 0 && IsBody(title![..at]) ? title[..at] : null;
    }

    private static string? Signature(IReadOnlyList<string> closing)
    {
        for (var at = closing.Count - 1; at >= 0; at--)
        {
            if (Signed(closing[at]) is { } signed)
            {
                return signed;
            }
            if (
                at + 1 < closing.Count
                && IsBody(closing[at])
                && IssueDateReader.DateAtStart(closing[at + 1]) is not null
            )
            {
                return closing[at];
            }
        }
        return null;
    }

    /// <summary>某市人民政府　2025年5月25日.</summary>
    private static string? Signed(string line)
    {
        var blank = line.IndexOf('\u3000', StringComparison.Ordinal);
        return blank > 0 && IsBody(line[..blank]) && IssueDateReader.DateAtStart(line[(blank + 1)..]) is not null
            ? line[..blank]
            : null;
    }

    private static bool IsBody(string name) =>
        name.Length is > 1 and <= LongestName
        && name.All(c => char.IsLetter(c) || c is '（' or '）' or '\u3000')
        && HeadWords.EndingOf(name, HeadWords.Bodies) is not null;
}

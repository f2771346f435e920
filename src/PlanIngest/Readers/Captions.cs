using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// The title over a table in a text, the unit note between them (单位：万人) and the notes under it (注：…).
/// </summary>
internal static class Captions
{
    /// <summary>A title is a line, not a sentence.</summary>
    private const int LongestTitle = 80;

    /// <summary>One that says it is a title (表2 …, with its translation behind it) may be longer.</summary>
    private const int LongestNumberedTitle = 240;

    private const int LongestAside = 16;

    /// <summary>Blank lines a title may stand above its table.</summary>
    private const int FurthestTitle = 3;

    public static void Find(TextLines lines, TableDraft draft)
    {
        Above(lines, draft);
        Below(lines, draft);
    }

    private static void Above(TextLines lines, TableDraft draft)
    {
        var line = lines.LineOf(draft.Region.Start);
        var before = InlineMarks.Trim(lines, Span.Between(lines[line].Start, draft.Region.Start));
        if (!before.IsEmpty)
        {
            return;
        }
        var blanks = 0;
        for (line--; line >= 0 && blanks <= FurthestTitle; line--)
        {
            var span = InlineMarks.Trim(lines, lines.Trimmed(line));
            var text = lines.Slice(span);
            if (text.IsEmpty)
            {
                blanks++;
            }
            else if (IsAside(text))
            {
                blanks = 0;
            }
            else if (DialectWords.IsUnit(text) && text.Length < LongestTitle)
            {
                draft.Notes.Add(new Span(span.Start, text.TrimEnd(" |").Length));
                blanks = 0;
            }
            else if (Title(lines, span) is { } title && (draft.Caption is null || IsNumbered(lines.Slice(title))))
            {
                // A title in two languages: the one that is not a translation stands first.
                draft.Caption = title;
                if (!IsTranslation(lines.Slice(title)))
                {
                    return;
                }
                blanks = 0;
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>（八月）, (person), a pipe that is left of an empty cell: between the title and its table.</summary>
    private static bool IsAside(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd(" |");
        return line.IsEmpty
            || line.Length <= LongestAside
                && !DialectWords.IsUnit(line)
                && line is ['(' or '（', .., ')' or '）']
                && line[1..^1].IndexOfAny("(（)）") < 0;
    }

    private static bool IsTranslation(ReadOnlySpan<char> title) => title.StartsWith("Tab", StringComparison.Ordinal);

    private static bool IsNumbered(ReadOnlySpan<char> title) => title[0] is '表' or '附' || title.StartsWith("续表");

    /// <summary>
    /// Reads “十四五”主要指标, ## 表1 主要指标; refuses a sentence (到2025年,…提高。) and a line that leads in to the
    /// table (如下：).
    /// </summary>
    private static Span? Title(TextLines lines, Span span)
    {
        var text = lines.Slice(span);
        text = text.TrimEnd(" |");
        span = new Span(span.Start, text.Length);
        var marks = text.TrimStart('#');
        span = lines.Trim(Span.Between(span.End - marks.Length, span.End));
        span = Unwrapped(lines, span);
        text = lines.Slice(span);
        return
            text.Length is 0 or > LongestNumberedTitle
            || text.Length > LongestTitle && !IsNumbered(text) && !IsTranslation(text)
            || text[^1] is '。' or '；' or '：' or ':' or ';' or '，' or '|' or '.'
            || text.Contains('。')
            || PageBreak.IsStray(text)
            ? null
            : span;
    }

    /// <summary>A line that says it is a title: 表 1, 附表2, 专栏3, Table 4.</summary>
    public static bool IsNumberedTitle(ReadOnlySpan<char> line)
    {
        foreach (var word in (ReadOnlySpan<string>)["附表", "表", "专栏", "Table"])
        {
            if (
                line.StartsWith(word)
                && line[word.Length..].TrimStart() is [>= '0' and <= '9' or '一' or '二' or '三', ..]
            )
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The title without the emphasis around it.</summary>
    private static Span Unwrapped(TextLines lines, Span span)
    {
        var text = lines.Slice(span);
        return text.Length > 4 && text.StartsWith("**") && text.EndsWith("**")
            ? new Span(span.Start + 2, span.Length - 4)
            : span;
    }

    private static void Below(TextLines lines, TableDraft draft)
    {
        var blanks = 0;
        for (var line = lines.LineOf(draft.Region.End) + 1; line < lines.Count && blanks <= 1; line++)
        {
            var span = lines.Trimmed(line);
            if (span.IsEmpty)
            {
                blanks++;
            }
            else if (DialectWords.IsNote(lines.Slice(span)))
            {
                draft.Notes.Add(span);
            }
            else
            {
                return;
            }
        }
    }
}

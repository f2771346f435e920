using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>How deep the quotes and lists of a Markdown text are nested, found before a parser that recurses sees them.</summary>
internal static class MarkdownDepth
{
    /// <summary>Markdig refuses lists nested 64 deep and quotes nested 128 deep; no plan comes near.</summary>
    private const int Deepest = 48;

    /// <summary>Lists nest by indent, two columns at least for each level.</summary>
    private const int DeepestIndent = 2 * Deepest;

    /// <summary>In order; a line counts by the marks and blanks it begins with.</summary>
    public static List<int> LinesTooDeep(TextLines lines)
    {
        var deep = new List<int>();
        for (var line = 0; line < lines.Count; line++)
        {
            var text = lines.Slice(line);
            if (text.Length > Deepest && IsTooDeep(text))
            {
                deep.Add(line);
            }
        }
        return deep;
    }

    public static Finding Finding(Span line, int number) =>
        new(
            Severity.Warning,
            "too-deep",
            $"Line {number} begins with quotes or lists nested more than {Deepest} deep; it and others like it were read as plain text. Check whether their marks are meant.",
            line
        );

    private static bool IsTooDeep(ReadOnlySpan<char> text)
    {
        var (marks, indent) = (0, 0);
        foreach (var c in text)
        {
            if (c is '>' or '-' or '*' or '+')
            {
                marks++;
            }
            else if (c is ' ' or '\t')
            {
                indent += c == '\t' ? 4 : 1;
            }
            else if (!char.IsAsciiDigit(c) && c is not ('.' or ')'))
            {
                break;
            }
            if (marks > Deepest || indent > DeepestIndent)
            {
                return !IsRule(text);
            }
        }
        return false;
    }

    /// <summary>A line of dashes or stars is a rule, not a list.</summary>
    private static bool IsRule(ReadOnlySpan<char> text) =>
        text[0] != '>' && !text.ContainsAnyExcept(text[0], ' ') && !text.Contains(' ');
}

using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>Stretches of the shown text and their words, hidden markup aside.</summary>
internal static class Words
{
    public static bool IsSpace(char c) => c == Document.Hidden || White.Is(c);

    public static Span Trim(string shown, Span span)
    {
        int start = span.Start,
            end = span.End;
        while (start < end && IsSpace(shown[start]))
        {
            start++;
        }
        while (end > start && IsSpace(shown[end - 1]))
        {
            end--;
        }
        return Span.Between(start, end);
    }

    /// <summary>
    /// The words of a stretch with white space that only broke a line removed: between Chinese characters none stays,
    /// between others one space.
    /// </summary>
    public static string Join(string shown, Span span)
    {
        var joined = new StringBuilder(span.Length);
        var space = false;
        for (var at = span.Start; at < span.End; at++)
        {
            var c = shown[at];
            if (c == Document.Hidden)
            {
                continue;
            }
            if (White.Is(c))
            {
                space = joined.Length > 0;
                continue;
            }
            if (space && !IsWide(joined[^1]) && !IsWide(c))
            {
                joined.Append(' ');
            }
            space = false;
            joined.Append(c);
        }
        return joined.ToString();
    }

    /// <summary>Two names that belong together (place and indicator, parent and part) as one.</summary>
    public static string Together(string first, string second) =>
        first.Length == 0 ? second
        : second.Length == 0 || first == second ? first
        : IsWide(first[^1]) || IsWide(second[0]) ? first + second
        : $"{first} {second}";

    public static bool IsWide(char c) => c >= '\u2E80';
}

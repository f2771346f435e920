using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Word;

/// <summary>
/// A text pasted from a page often loses its paragraph ends: what is left of them is the indent of two full-width
/// spaces, and headings set in bold. Each becomes a line again.
/// </summary>
internal static class RunTogether
{
    private const char Indent = '\u3000';
    private const string Ends = "。！？；：!?;:”）)…";

    /// <summary>The paragraph with <c>\n</c> where a paragraph or a heading of its own began.</summary>
    public static string Parted(WordParagraph paragraph)
    {
        var text = paragraph.Text;
        var cuts = new SortedSet<int>();
        Indents(text, paragraph.Bold, cuts);
        Headings(text, paragraph.Bold, cuts);
        if (cuts.Count == 0)
        {
            return text;
        }
        var parted = new StringBuilder(text.Length + cuts.Count);
        var from = 0;
        foreach (var cut in cuts)
        {
            parted.Append(text, from, cut - from).Append('\n');
            from = cut;
        }
        return parted.Append(text, from, text.Length - from).ToString();
    }

    // An indent behind the end of a sentence or of a bold heading.
    // 请予审议。　　过去的一年，极不平凡 · 一、2023年工作回顾　　过去的一年 — not 2023年　　2024年
    private static void Indents(string text, IReadOnlyList<Span> bold, SortedSet<int> cuts)
    {
        for (var at = text.IndexOf("\u3000\u3000", StringComparison.Ordinal); at >= 0; )
        {
            var end = at;
            while (end < text.Length && text[end] == Indent)
            {
                end++;
            }
            var before = at - 1;
            if (before >= 0 && end < text.Length && (Ends.Contains(text[before]) || bold.Any(span => span.End == at)))
            {
                cuts.Add(end);
            }
            at = text.IndexOf("\u3000\u3000", end, StringComparison.Ordinal);
        }
    }

    // Bold words that are a numbered heading and begin behind the end of a sentence.
    // …认真加以解决。**二、2024年政府工作安排** · 民兵工作。**（一）加强领导。**各级要 — not 要坚持**一个中心**
    private static void Headings(string text, IReadOnlyList<Span> bold, SortedSet<int> cuts)
    {
        foreach (var span in bold)
        {
            var before = span.Start - 1;
            while (before >= 0 && text[before] == Indent)
            {
                before--;
            }
            if (before >= 0 && Ends.Contains(text[before]) && IsNumbered(text.AsSpan(span.Start, span.Length)))
            {
                cuts.Add(span.Start);
            }
        }
    }

    private static bool IsNumbered(ReadOnlySpan<char> words) =>
        ListMark.Read(words)
            is {
                Kind: ListMarkKind.Chapter
                    or ListMarkKind.Section
                    or ListMarkKind.Chinese
                    or ListMarkKind.ChineseInBrackets
            };
}

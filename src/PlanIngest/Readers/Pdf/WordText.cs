using System.Text;

namespace PlanIngest.Readers.Pdf;

/// <summary>How words become running text: spaces by the white between them, none between Chinese characters.</summary>
public static class WordText
{
    public static string Join(IReadOnlyList<PageWord> words)
    {
        if (words.Count == 1)
        {
            return words[0].Text;
        }
        var text = new StringBuilder();
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0 && SpaceBetween(words[i - 1], words[i]))
            {
                text.Append(' ');
            }
            text.Append(words[i].Text);
        }
        return text.ToString();
    }

    /// <summary>Text of several lines of one cell or paragraph; a line that ends or begins in Chinese joins without a space.</summary>
    public static string JoinLines(IEnumerable<string> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length > 0 && line.Length > 0 && !IsWide(text[^1]) && !IsWide(line[0]) && NeedsSpace(text[^1]))
            {
                text.Append(' ');
            }
            text.Append(line);
        }
        return text.ToString();
    }

    /// <summary>Length as printed, in letters: a Chinese character is as wide, and says as much, as two.</summary>
    public static int Letters(string text)
    {
        var letters = text.Length;
        foreach (var c in text)
        {
            letters += IsWide(c) ? 1 : 0;
        }
        return letters;
    }

    /// <summary>Chinese, Japanese and full-width signs, which are set without spaces.</summary>
    public static bool IsWide(char c) =>
        c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F'
        || c is >= '\uFF00' and <= '\uFFEF'
        || char.IsSurrogate(c);

    private static bool NeedsSpace(char last) => last is not ('-' or '/' or '—' or '–');

    private static bool SpaceBetween(PageWord left, PageWord right)
    {
        var gap = right.Box.X0 - left.Box.X1;
        var size = Math.Max(left.Size, right.Size);
        if (!IsWide(left.Text[^1]) && !IsWide(right.Text[0]))
        {
            return gap > PdfTolerances.Space * size;
        }
        // 合  计: single characters spread over their cell are one word.
        return gap > PdfTolerances.WideSpace * size && !(left.Text.Length == 1 && right.Text.Length == 1);
    }
}

using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// Parts a passage into sentences at 。！？ and, where a sentence is longer than any author writes, at the last comma
/// within the bound, so that no later step looks back further.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>Characters a sentence may have; the longest of the samples has 900.</summary>
    public const int Longest = 1200;

    public static IEnumerable<Span> Split(string text)
    {
        var start = 0;
        var comma = -1;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c is '，' or '；' or ';' or '、')
            {
                comma = at;
            }
            if (EndsHere(text, at))
            {
                var end = at + 1;
                while (end < text.Length && text[end] is '”' or '’' or '）' or ')' or '」' or '』')
                {
                    end++;
                }
                yield return Span.Between(start, c is '.' or '．' ? at : end);
                start = end;
                at = end - 1;
                comma = -1;
            }
            else if (at - start >= Longest)
            {
                var end = comma > start ? comma + 1 : at;
                yield return Span.Between(start, end);
                start = end;
                comma = -1;
            }
        }
        if (start < text.Length)
        {
            yield return Span.Between(start, text.Length);
        }
    }

    /// <summary>A number with a point of its own before this one: 系数达到0.45.按水资源. Not the mark 1.加强.</summary>
    private static bool EndsDecimal(string text, int at)
    {
        var from = at - 1;
        while (from > 0 && char.IsAsciiDigit(text[from]))
        {
            from--;
        }
        return from > 0 && from < at - 1 && text[from] == '.';
    }

    private static bool EndsHere(string text, int at) =>
        text[at] switch
        {
            '。' or '！' or '？' or '!' or '?' => true,
            '.' or '．' => at > 0
                && at + 1 < text.Length
                && text[at + 1] is >= '\u4E00' and < '\uA000'
                && (text[at - 1] is >= '\u4E00' and < '\uA000' || EndsDecimal(text, at)),
            _ => false,
        };
}

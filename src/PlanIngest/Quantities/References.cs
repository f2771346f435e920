using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>Comparisons with a level that is no number: 高于全国平均水平, ≥基期指标, 达到国家指标要求.</summary>
internal static class References
{
    /// <summary>No reference names its level in more characters than this.</summary>
    private const int Longest = 16;

    /// <summary>
    /// Reads a reference that begins at a limit or a 达到 of prose and ends in 平均水平 or the like; adds it to the found.
    /// </summary>
    public static bool ReadProse(string text, Token token, int end, List<QuantityMention> found)
    {
        if (
            token.Kind is not (TokenKind.Limit or TokenKind.Reach)
            || (token.Kind == TokenKind.Reach && text[token.Start] != '达')
            || !ContextWords.Scopes.StandsAt(text, token.End, end)
        )
        {
            return false;
        }
        var start = Letters.SkipBlanks(text, token.End, end);
        var close = Referent(text, start, Math.Min(end, start + Longest));
        if (
            close < 0
            || text[start..close] is var words
                && (words.Contains("领先") || words.Contains("先进") || words.Contains("中等以上"))
        )
        {
            return false;
        }
        var above = token.Kind == TokenKind.Reach && After(text, close, end, "以上");
        found.Add(
            new QuantityMention(
                Span.Between(token.Start, close),
                Reference(
                    token.Kind == TokenKind.Limit ? PhraseMatch.Of(token.Value)
                        : above ? Comparator.AtLeast
                        : Comparator.Equal,
                    QuantityReader.Words(text, Span.Between(start, close))
                ),
                "reference"
            )
            {
                Core = Span.Between(start, close),
            }
        );
        return true;
    }

    /// <summary>The whole of a cell: comparator words and the words of the level.</summary>
    public static Quantity? ReadCell(string text, Span cell)
    {
        var tokens = new List<Token>();
        new Lexer(text, cell.Start, cell.End, prose: false).Read(tokens);
        var start = cell.Start;
        var comparator = Comparator.Equal;
        var said = false;
        foreach (var token in tokens)
        {
            if (token.Start != Letters.SkipBlanks(text, start, cell.End))
            {
                break;
            }
            if (token.Kind == TokenKind.Limit)
            {
                comparator = PhraseMatch.Of(token.Value);
            }
            else if (
                token.Kind is not (TokenKind.Hold or TokenKind.Approximate)
                && !(token.Kind == TokenKind.Reach && text[token.Start] is '达')
            )
            {
                break;
            }
            (start, said) = (token.End, true);
        }
        var end = cell.End;
        if (said && tokens[^1] is { Kind: TokenKind.After, Value: not "~" } after && after.End == end)
        {
            comparator = PhraseMatch.Of(after.Value);
            end = after.Start;
        }
        start = Letters.SkipBlanks(text, start, end);
        if (!said || start >= end || !ContextWords.Standards.StandsIn(text, start, end))
        {
            return null;
        }
        var words = QuantityReader.Words(text, Span.Between(start, end));
        return Reference(comparator, ContextWords.Baselines.Is(words, 0, words.Length) ? "baseline" : words);
    }

    private static int Referent(ReadOnlySpan<char> text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (ContextWords.Referents.Match(text, at, end, out _) is > 0 and var close)
            {
                return close;
            }
            if (!Letters.IsHan(text[at]) && !Letters.IsBlank(text[at]))
            {
                return -1;
            }
        }
        return -1;
    }

    private static bool After(ReadOnlySpan<char> text, int at, int end, string words)
    {
        at = Letters.SkipBlanks(text, at, end);
        return text[at..end].StartsWith(words);
    }

    private static Quantity Reference(Comparator comparator, string words) =>
        new()
        {
            Kind = QuantityKind.Reference,
            Comparator = comparator,
            Words = words,
        };
}

namespace PlanIngest.Quantities;

/// <summary>
/// A pattern over token kinds: <c>reach|hold* limit? amount after*</c>. Elements are parted by blanks, kinds of one
/// element by <c>|</c>; <c>?</c> and <c>*</c> as usual, greedy and without going back. <c>~amount</c> may stand up to
/// <see cref="LooseGap"/> characters behind the token before it (至少配备1名, 高于全国0.8个百分点).
/// </summary>
internal sealed class PhrasePattern
{
    private const int LooseGap = 6;

    /// <summary>No phrase repeats more verbs than this; it bounds the cost of a text made of verbs.</summary>
    private const int MostRepeats = 8;

    private readonly Element[] elements;

    /// <summary>The kinds a match can begin with, as bits.</summary>
    public ulong First { get; }

    public PhrasePattern(string pattern)
    {
        elements = [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        foreach (var element in elements)
        {
            First |= element.Kinds;
            if (element.Repeat == '\0')
            {
                break;
            }
        }
    }

    /// <summary>How many tokens from <paramref name="at"/> on the pattern covers; 0 where it does not match.</summary>
    public int Match(ReadOnlySpan<Token> tokens, int at)
    {
        var here = at;
        foreach (var element in elements)
        {
            if (element.Repeat == '*')
            {
                for (var times = 0; times < MostRepeats && Fits(element, tokens, here, at); times++)
                {
                    here++;
                }
            }
            else if (Fits(element, tokens, here, at))
            {
                here++;
            }
            else if (element.Repeat == '\0')
            {
                return 0;
            }
        }
        return here - at;
    }

    private static bool Fits(Element element, ReadOnlySpan<Token> tokens, int here, int first)
    {
        if (here >= tokens.Length || (element.Kinds & Bit(tokens[here].Kind)) == 0)
        {
            return false;
        }
        return here == first || tokens[here].Glued || (element.Loose && tokens[here].Gap is > 0 and <= LooseGap);
    }

    public static ulong Bit(TokenKind kind) => 1UL << (int)kind;

    private static Element Parse(string word)
    {
        var loose = word[0] == '~';
        var repeat = word[^1] is '?' or '*' ? word[^1] : '\0';
        var kinds = 0UL;
        foreach (var name in word.Trim('~', '?', '*').Split('|'))
        {
            kinds |= name switch
            {
                "lead" => Leads,
                _ => Bit(Enum.Parse<TokenKind>(name, ignoreCase: true)),
            };
        }
        return new Element(kinds, repeat, loose);
    }

    /// <summary>Verbs before a value.</summary>
    private static ulong Leads =>
        Bit(TokenKind.Reach)
        | Bit(TokenKind.Hold)
        | Bit(TokenKind.Control)
        | Bit(TokenKind.From)
        | Bit(TokenKind.To)
        | Bit(TokenKind.Until)
        | Bit(TokenKind.Adverb)
        | Bit(TokenKind.Done);

    private readonly record struct Element(ulong Kinds, char Repeat, bool Loose);
}

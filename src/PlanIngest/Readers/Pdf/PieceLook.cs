namespace PlanIngest.Readers.Pdf;

/// <summary>What kind of words stand in a cell, as far as the cutting of tables needs to know.</summary>
public static class PieceLook
{
    /// <summary>From here on a character is a word or a syllable.</summary>
    private const char FirstIdeograph = '\u3041';

    /// <summary>
    /// A value: figures with signs and at most a few letters (1,234; 12.5%; (3.4); 2010-11; 56 万吨), or what stands
    /// for a missing one (—, n.a., x). Not a value: a name with a figure in it (Table 3, 65 years and over), and a short
    /// word of Chinese (领域, 合计).
    /// </summary>
    public static bool IsValue(string text)
    {
        var (digits, letters, words) = (0, 0, false);
        foreach (var c in text)
        {
            words |= c >= FirstIdeograph;
            digits += char.IsDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }
        return digits > 0
            ? letters <= 2 || letters <= digits && letters <= 4
            : letters == 0
                || !words
                    && letters <= 3
                    && (text.Length <= 2 || text.Contains('.') || text is "n/a" or "N/A" or "NA" or "na");
    }

    /// <summary>The text goes on: the line above ends in the midst of a phrase or this one begins in it.</summary>
    public static bool GoesOn(string above, string below)
    {
        if (above.Length == 0 || below.Length == 0)
        {
            return false;
        }
        var last = above[^1];
        return last is ',' or '-' or '/' or '&' or '，' or '、' or '('
            || char.IsLower(below[0])
            || below[0] is '(' or ')' or '&' or '）' or '，' or '、'
            || EndsInside(above);
    }

    private static bool EndsInside(string text)
    {
        var word = text.AsSpan(text.LastIndexOf(' ') + 1);
        return word
            is "of"
                or "and"
                or "or"
                or "the"
                or "for"
                or "to"
                or "in"
                or "by"
                or "with"
                or "per"
                or "from"
                or "at";
    }

    public static bool IsListMark(string text) =>
        text.Length <= 4
        && (
            text[0] is '•' or '●' or '■' or '▪' or '–' or '-' or '·' or '*' or '◦' or '\uF0B7' or '\uF0A7' or '○' or '➢'
            || text[^1] is '.' or ')' or '、' or '）'
        );
}

using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// A cell that sets limits around a variable: 60000≤Q＜80000 and 30≥μ＞20 are the range between them, 20＜μ is μ's
/// limit from below. Refused: 60000≤Q＞80000 (two ways at once), 80000≤Q＜60000 (nothing lies there), 2＜5 (no variable).
/// Q＜15000 is a limit as any other and is read by the grammar; so is what has another shape than these.
/// </summary>
internal static class Bounds
{
    /// <summary>A variable is a letter or a short word: Q, μ, PM, 人均值.</summary>
    private const int LongestVariable = 6;

    /// <summary>True for a cell of that shape, also where its limits contradict each other and it states nothing.</summary>
    public static bool Read(ReadOnlySpan<char> text, Span cell, ReadOnlySpan<Token> tokens, out Quantity? read)
    {
        read = null;
        if (
            tokens.Length is not (2 or 4)
            || tokens[0] is not { Kind: TokenKind.Amount, Unit.Kind: UnitKind.None } first
            || !IsSign(tokens[1], first.End, text)
            || !IsVariable(text[tokens[1].End..(tokens.Length == 2 ? cell.End : tokens[2].Start)])
        )
        {
            return false;
        }
        var sign = tokens[1].Value;
        if (tokens.Length == 2)
        {
            read = Turned(sign) is { } comparator ? Quantity.Number(Value(first), null, comparator) : null;
            return read is not null;
        }
        if (tokens[3] is not { Kind: TokenKind.Amount } last || last.End != cell.End || !IsSign(tokens[2], -1, text))
        {
            return false;
        }
        if (sign[0] == tokens[2].Value[0])
        {
            read = sign[0] == '<' ? Between(first, last, last) : Between(last, first, last);
        }
        return true;
    }

    private static bool IsSign(Token token, int behind, ReadOnlySpan<char> text) =>
        token.Kind == TokenKind.Limit
        && token.Value.Length > 0
        && (behind < 0 || token.Start - behind <= 1)
        && !Letters.IsHan(text[token.Start]);

    private static bool IsVariable(ReadOnlySpan<char> words)
    {
        words = words.Trim();
        foreach (var c in words)
        {
            if (!char.IsLetter(c) && !Letters.IsBlank(c))
            {
                return false;
            }
        }
        return words.Length is > 0 and <= LongestVariable;
    }

    /// <summary>20＜μ says of μ that it is more than 20.</summary>
    private static Comparator? Turned(string sign) =>
        sign switch
        {
            "<" => Comparator.MoreThan,
            "<=" => Comparator.AtLeast,
            ">" => Comparator.LessThan,
            ">=" => Comparator.AtMost,
            _ => null,
        };

    /// <summary>Multiplier and unit stand behind the last of the two: 0.5≤x≤1.2万元.</summary>
    private static Quantity? Between(Token low, Token high, Token last)
    {
        var unit = last.Unit.Kind == UnitKind.None ? 1 : last.Unit.Multiplier;
        var (from, to) = (Value(low, last.Number.Scale * unit), Value(high, last.Number.Scale * unit));
        return from < to
            ? new Quantity
            {
                Kind = QuantityKind.Range,
                Low = from,
                High = to,
                Unit = last.Unit.Base,
            }
            : null;
    }

    /// <summary>Without zeros behind its last digit.</summary>
    private static decimal Value(Token amount, decimal shared = 1) =>
        amount.Number.Value
        * (amount.Number.Scale == 1 ? shared : amount.Number.Scale)
        / 1.0000000000000000000000000000m;
}

using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>The tokens a rule matched, and what is read from them the same way in all rules.</summary>
internal readonly ref struct PhraseMatch(ReadOnlySpan<Token> tokens)
{
    public ReadOnlySpan<Token> Tokens { get; } = tokens;

    public bool Has(TokenKind kind) => IndexOf(kind) >= 0;

    public int IndexOf(TokenKind kind, int from = 0)
    {
        for (var at = from; at < Tokens.Length; at++)
        {
            if (Tokens[at].Kind == kind)
            {
                return at;
            }
        }
        return -1;
    }

    public string? ValueOf(TokenKind kind) => IndexOf(kind) is >= 0 and var at ? Tokens[at].Value : null;

    public Token Amount => Tokens[IndexOf(TokenKind.Amount)];

    /// <summary>The limit the words give: behind the number before in front of it before 控制在.</summary>
    public Comparator Comparator
    {
        get
        {
            string? before = null,
                behind = null;
            foreach (var token in Tokens)
            {
                before = token.Kind == TokenKind.Limit ? token.Value : before;
                behind = token.Kind == TokenKind.After && token.Value != "~" ? token.Value : behind;
            }
            return Of(behind ?? before ?? (Has(TokenKind.Control) ? "<=" : ""));
        }
    }

    public bool HasLimit
    {
        get
        {
            foreach (var token in Tokens)
            {
                if (token.Kind == TokenKind.Limit || (token.Kind == TokenKind.After && token.Value != "~"))
                {
                    return true;
                }
            }
            return false;
        }
    }

    public bool Approximate
    {
        get
        {
            foreach (var token in Tokens)
            {
                if (
                    token.Kind == TokenKind.Approximate
                    || (token.Kind == TokenKind.After && token.Value == "~")
                    || (token.Kind == TokenKind.Limit && token.Value.EndsWith("approximate", StringComparison.Ordinal))
                    || (token.Kind == TokenKind.Amount && token.Number.More)
                )
                {
                    return true;
                }
            }
            return false;
        }
    }

    public bool Suspect
    {
        get
        {
            foreach (var token in Tokens)
            {
                if (token.Suspect)
                {
                    return true;
                }
            }
            return false;
        }
    }

    public static Comparator Of(string words) =>
        words.AsSpan() switch
        {
            ['>', '=', ..] => Comparator.AtLeast,
            ['<', '=', ..] => Comparator.AtMost,
            ['>', ..] => Comparator.MoreThan,
            ['<', ..] => Comparator.LessThan,
            _ => Comparator.Equal,
        };
}

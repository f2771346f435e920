namespace PlanIngest.Quantities;

/// <summary>What a word is to the grammar: the second column of <c>words.tsv</c>, and what the lexer makes itself.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word that would otherwise be mistaken for one of the others; never becomes a token.</summary>
    Plain,

    /// <summary>A number with the unit behind it.</summary>
    Amount,

    /// <summary>A year, month, day, or plan period.</summary>
    Date,

    /// <summary>七级, B++, Ⅲ类.</summary>
    Grade,
    Limit,
    After,
    Approximate,
    Reach,
    Hold,
    Control,
    From,
    To,

    /// <summary>至 and 到: a range between two amounts, 到 the value reached before one.</summary>
    Until,
    Change,
    Growth,
    Speed,
    At,
    Basis,
    Than,
    Per,
    Adverb,
    Done,
    Dash,
    And,
    Negative,
    Plus,
    Colon,
    Original,
    Half,
    Halved,
    Double,
    Zero,
    NegativeGrowth,
    Cover,
    Plan,
}

/// <summary>A row of <c>words.tsv</c>.</summary>
internal sealed record Word(TokenKind Kind, string Value);

/// <summary>One word or amount of a stretch of text. Characters the grammar does not know make no token.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End)
{
    /// <summary>Nothing but blanks stands between it and the token before.</summary>
    public bool Glued { get; init; }

    /// <summary>How many unknown characters stand between it and the token before.</summary>
    public int Gap { get; init; }

    /// <summary>The word's value: a comparator, a direction, a year.</summary>
    public string Value { get; init; } = "";
    public Numeral Number { get; init; }
    public Unit Unit { get; init; }

    /// <summary>It looks like a slip of character recognition.</summary>
    public bool Suspect { get; init; }
}

using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// Cuts a stretch of text into the tokens of the quantity grammar in one pass. Titles (《…》) and short quotations
/// (“1+12+N”) of prose hold names, not quantities, and are passed over.
/// </summary>
internal readonly ref struct Lexer(ReadOnlySpan<char> text, int start, int end, bool prose)
{
    /// <summary>A quotation up to this long is a name: “两个维护”, “三区三线”, “千企万店”行动.</summary>
    private const int ShortQuotation = 14;
    private const int LongestTitle = 80;

    [Flags]
    private enum Class : byte
    {
        None = 0,
        Digit = 1,
        Numeral = 2,
        Word = 4,
        Latin = 8,
        Blank = 16,
        Quote = 32,
        Roman = 64,
    }

    private static readonly WordTable<Word> Words = new(
        Catalog.Rows("words.tsv").Select(row => (Key(row[0]), new Word(Kind(row[1]), row.Length > 2 ? row[2] : "")))
    );

    private static readonly Class[] Classes = Classify();

    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Appends the tokens of the stretch, in order.</summary>
    public void Read(List<Token> tokens)
    {
        var at = start;
        var solid = start;
        var gap = 0;
        while (at < end)
        {
            var kind = Classes[text[at]];
            if (kind == Class.Blank)
            {
                at++;
                continue;
            }
            var next = kind == Class.None ? at + 1 : ReadAt(tokens, at, kind, solid, gap);
            if (tokens.Count > 0 && tokens[^1].End == next && tokens[^1].Start == at)
            {
                gap = 0;
            }
            else
            {
                gap = Letters.IsHan(text[at]) ? gap + next - at : 99;
            }
            at = next;
            solid = next;
        }
    }

    private int ReadAt(List<Token> tokens, int at, Class kind, int solid, int gap)
    {
        if (kind.HasFlag(Class.Quote) && prose && SkipQuoted(at) is > 0 and var behind)
        {
            return behind;
        }
        var glued = tokens.Count > 0 && tokens[^1].End == solid && gap == 0;
        if (kind.HasFlag(Class.Word) && Words.Match(text, at, end, out var word) is > 0 and var wordEnd)
        {
            return ReadWord(tokens, at, word, wordEnd, glued, gap);
        }
        if ((kind & (Class.Digit | Class.Numeral | Class.Latin | Class.Roman)) != 0 && ReadGrade(at) is { } grade)
        {
            tokens.Add(grade with { Glued = glued, Gap = gap });
            return grade.End;
        }
        if ((kind & (Class.Digit | Class.Numeral)) != 0)
        {
            return ReadAmount(tokens, at, glued, gap);
        }
        if (kind.HasFlag(Class.Quote) && text[at] is '》' or '《' && DigitFollows(at + 1))
        {
            // 》 64%: character recognition reads ≥ so.
            tokens.Add(
                new Token(TokenKind.Limit, at, at + 1)
                {
                    Value = text[at] == '》' ? ">=" : "<=",
                    Glued = glued,
                    Gap = gap,
                    Suspect = true,
                }
            );
            return at + 1;
        }
        return kind.HasFlag(Class.Latin) ? SkipLatin(at) : at + 1;
    }

    private int ReadWord(List<Token> tokens, int at, Word word, int next, bool glued, int gap)
    {
        var token = new Token(word.Kind, at, next)
        {
            Value = word.Value,
            Glued = glued,
            Gap = gap,
        };
        switch (word.Kind)
        {
            case TokenKind.Plain:
                return next;
            case TokenKind.Negative when prose && text[at] is '△' or '▲':
                // A list mark, as often as not; in the cells of accounts △747 is -747.
                return next;
            case TokenKind.Amount:
                token = token with
                {
                    Number = new Numeral(decimal.Parse(word.Value.Split(' ')[0], null), next)
                    {
                        Style = NumeralStyle.Chinese,
                    },
                    Unit = new Unit("%", 1, UnitKind.Rate, next),
                };
                break;
            case TokenKind.Change when Letters.After(text, next, end) is '到' or '至' or '为':
                token = token with { Kind = TokenKind.To, End = Letters.SkipBlanks(text, next, end) + 1 };
                break;
            case TokenKind.Than:
                if (ReadBasis(next) is not var (basis, basisEnd))
                {
                    return next;
                }
                token = token with { Kind = TokenKind.Basis, End = basisEnd, Value = basis };
                break;
            case TokenKind.Plan:
                token = token with { Kind = TokenKind.Date };
                break;
        }
        tokens.Add(token);
        return token.End;
    }

    /// <summary>What stands behind 比 or 较: 2015年, 2015年末, “十三五”末. The year it means; null for anything else.</summary>
    private (string Year, int End)? ReadBasis(int at)
    {
        at = Letters.SkipBlanks(text, at, end);
        if (at >= end)
        {
            return null;
        }
        if (Letters.IsDigit(Letters.Fold(text[at])) || ChineseNumerals.Digit(text[at]) >= 0)
        {
            return
                Numerals.Read(text, at, end) is { } numeral
                && IsYear(numeral)
                && Letters.After(text, numeral.End, end) == '年'
                ? (numeral.Value.ToString("0", null), YearEnd(Letters.SkipBlanks(text, numeral.End, end) + 1))
                : null;
        }
        var quoted = text[at] is '“' or '"';
        at += quoted ? 1 : 0;
        if (Words.Match(text, at, end, out var word) is not (> 0 and var next) || word.Kind != TokenKind.Plan)
        {
            return null;
        }
        next += quoted && next < end && text[next] is '”' or '"' ? 1 : 0;
        return next < end && text[next] is '末' or '期' ? (word.Value, YearEnd(next)) : null;
    }

    /// <summary>末, 底, 期末, 同期 behind a year.</summary>
    private int YearEnd(int at)
    {
        while (at < end && text[at] is '末' or '底' or '期' or '初' or '同' or '的' or '相')
        {
            at++;
        }
        return at < end && text[at] == '比' && text[at - 1] == '相' ? at + 1 : at;
    }

    private static bool IsYear(Numeral numeral) =>
        numeral is { Scale: 1, HasPoint: false, Digits: 4, More: false, High: null, Value: >= 1900 and <= 2100 };

    private int ReadAmount(List<Token> tokens, int at, bool glued, int gap)
    {
        if (Numerals.Read(text, at, end, !prose) is not { } numeral)
        {
            return SkipNumber(at);
        }
        var token = new Token(TokenKind.Amount, at, numeral.End)
        {
            Number = numeral,
            Glued = glued,
            Gap = gap,
            Suspect = numeral.Suspect,
        };
        var next = Letters.SkipBlanks(text, numeral.End, end);
        if (next < end && text[next] == '年' && IsYear(numeral))
        {
            tokens.Add(token with { Kind = TokenKind.Date, End = YearEnd(next + 1) });
            return tokens[^1].End;
        }
        if (numeral.RateUnit is { } rate)
        {
            tokens.Add(token with { Unit = new Unit(rate, 1, UnitKind.Rate, numeral.End) });
            return numeral.End;
        }
        if (numeral.IsFraction)
        {
            tokens.Add(token);
            return numeral.End;
        }
        var unit = UnitBehind(numeral, next);
        if (unit.Kind is UnitKind.Calendar)
        {
            tokens.Add(token with { Kind = TokenKind.Date, End = unit.End });
            return unit.End;
        }
        if (unit.Kind is UnitKind.None)
        {
            return ReadBare(tokens, token);
        }
        tokens.Add(Counted(token, unit));
        return tokens[^1].End;
    }

    /// <summary>A grade; behind a letter (a name such as ISO9001A级) there is none.</summary>
    private Token? ReadGrade(int at) =>
        !Letters.IsLatin(Letters.Before(text, at, start)) && Grades.Read(text, at, end) is var (close, value, unit)
            ? new Token(TokenKind.Grade, at, close)
            {
                Number = new Numeral(value ?? 0, close),
                Unit = new Unit(unit, 1, unit is null ? UnitKind.None : UnitKind.Grade, close),
            }
            : null;

    private Unit UnitBehind(Numeral numeral, int next)
    {
        var unit = Units.Read(text, next, end);
        return unit.DigitsOnly && prose && numeral is { Style: not NumeralStyle.Digits, Scale: 1, Value: < 10_000 }
            ? default
            : unit;
    }

    /// <summary>A number no unit follows; digits that letters follow (5G, 3D) are part of a name.</summary>
    private int ReadBare(List<Token> tokens, Token token)
    {
        if (token.End < end && Letters.IsLatin(Letters.Fold(text[token.End])))
        {
            return SkipLatin(token.End);
        }
        tokens.Add(token);
        return token.End;
    }

    private Token Counted(Token token, Unit unit)
    {
        var number = token.Number;
        var unitEnd = unit.End;
        if (unit.Kind is UnitKind.Tenths)
        {
            // 七成五 is 75%.
            var half = unitEnd < end ? ChineseNumerals.Digit(text[unitEnd]) : -1;
            number = number with { Value = number.Value * 10 + Math.Max(half, 0), High = number.High * 10 };
            unit = new Unit("%", 1, UnitKind.Rate, unitEnd + (half > 0 ? 1 : 0));
        }
        else if (unitEnd < end && text[unitEnd] == '多' && !Letters.IsHan(Letters.After(text, unitEnd + 1, end)))
        {
            number = number with { More = true };
            unit = unit with { End = unitEnd + 1 };
        }
        else if (unitEnd < end && text[unitEnd] == '半' && unit.Kind is UnitKind.Times)
        {
            number = number with { Value = number.Value + 0.5m };
            unit = unit with { End = unitEnd + 1 };
        }
        else if (unitEnd < end && text[unitEnd] == '整')
        {
            unit = unit with { End = unitEnd + 1 };
        }
        return token with { Number = number, Unit = unit, End = unit.End };
    }

    private int SkipNumber(int at)
    {
        while (
            at < end && (Letters.IsDigit(Letters.Fold(text[at])) || text[at] == '.' || ChineseNumerals.Begins(text[at]))
        )
        {
            at++;
        }
        return at;
    }

    /// <summary>PM2.5, COVID-19, ISO15189: letters and what hangs on them are a name, unless a % or 万 ends it.</summary>
    private int SkipLatin(int at)
    {
        while (at < end && Letters.IsLatin(Letters.Fold(text[at])))
        {
            at++;
        }
        var number = at;
        while (
            at < end
            && Letters.Fold(text[at]) is var c
            && (Letters.IsLatin(c) || Letters.IsDigit(c) || (c is '.' or '-' && DigitFollows(at + 1)))
        )
        {
            at++;
        }
        return at > number && Letters.After(text, at, end) is '%' or '‰' or '万' or '亿' ? number : at;
    }

    private bool DigitFollows(int at) => Letters.IsDigit(Letters.After(text, at, end));

    /// <summary>The end of a title or short quotation that opens here; -1 where none does.</summary>
    private int SkipQuoted(int at)
    {
        var (close, longest) = text[at] switch
        {
            '“' => ('”', ShortQuotation),
            '「' => ('」', ShortQuotation),
            '"' => ('"', ShortQuotation),
            '《' => ('》', LongestTitle),
            '〔' => ('〕', ShortQuotation),
            _ => ('\0', 0),
        };
        var inside = text[(at + 1)..Math.Min(end, at + 2 + longest)];
        var length = longest == 0 ? -1 : inside.IndexOf(close);
        return length < 0 || inside[..length].ContainsAny('%', '％', '\n') ? -1 : at + length + 2;
    }

    private static string Key(string word) => string.Concat(word.Where(c => !Letters.IsBlank(c)).Select(Letters.Fold));

    private static TokenKind Kind(string name) =>
        Enum.Parse<TokenKind>(name.Replace("-", "", StringComparison.Ordinal), true);

    private static Class[] Classify()
    {
        var classes = new Class[char.MaxValue + 1];
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var c = Letters.Fold((char)code);
            classes[code] = Letters.IsBlank((char)code)
                ? Class.Blank
                : (Letters.IsDigit(c) ? Class.Digit : Class.None)
                    | (ChineseNumerals.Begins(c) ? Class.Numeral : Class.None)
                    | (Words.Begins(c) ? Class.Word : Class.None)
                    | (Letters.IsLatin(c) ? Class.Latin : Class.None)
                    | (c is >= 'Ⅰ' and <= 'Ⅹ' ? Class.Roman : Class.None)
                    | (c is '“' or '"' or '「' or '《' or '》' or '〔' ? Class.Quote : Class.None);
        }
        return classes;
    }
}

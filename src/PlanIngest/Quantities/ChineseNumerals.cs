namespace PlanIngest.Quantities;

/// <summary>Numbers in Chinese characters: 一亿零三百万, 叁佰贰拾, 廿五, 二〇二五, 三点五, 十七八.</summary>
internal static class ChineseNumerals
{
    /// <summary>More characters than this are no number anybody wrote.</summary>
    private const int Longest = 24;

    /// <summary>万亿 is the greatest that is written.</summary>
    private const int MostGreatMultipliers = 2;

    /// <summary>The value of 〇 to 九 in all their forms, or -1.</summary>
    public static int Digit(char c) =>
        c switch
        {
            '〇' or '零' or '○' => 0,
            '一' or '壹' => 1,
            '二' or '两' or '贰' => 2,
            '三' or '叁' => 3,
            '四' or '肆' => 4,
            '五' or '伍' => 5,
            '六' or '陆' => 6,
            '七' or '柒' => 7,
            '八' or '捌' => 8,
            '九' or '玖' => 9,
            _ => -1,
        };

    /// <summary>The value of 十 to 亿, of 廿 and 卅 too, or 0.</summary>
    public static decimal Multiplier(char c) =>
        c switch
        {
            '十' or '拾' => 10m,
            '廿' => 20m,
            '卅' => 30m,
            '百' or '佰' => 100m,
            '千' or '仟' => 1000m,
            '万' or '萬' => 10_000m,
            '亿' or '億' => 100_000_000m,
            _ => 0m,
        };

    public static bool Begins(char c) => Digit(c) >= 0 || Multiplier(c) > 0;

    /// <summary>Reads the longest number at a position; null where there is none.</summary>
    public static Numeral? Read(ReadOnlySpan<char> text, int at, int end)
    {
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        var great = 0;
        var last = at;
        var point = -1;
        for (var here = at; here < end; here = Letters.SkipBlanks(text, here + 1, end))
        {
            var c = text[here];
            if (c is '点' or '點' && point < 0 && count > 0 && DecimalFollows(text, here, end))
            {
                point = count;
            }
            else if (c == '、' && point < 0 && SaysOneOrOther(letters[..count], text, here, end))
            {
                continue;
            }
            else if (!Begins(c) || (Multiplier(c) > 0 && count > 0 && Units.BeginsUnit(text, here, end)))
            {
                break;
            }
            great += Multiplier(c) >= 10_000 ? 1 : 0;
            if (count == Longest || great > MostGreatMultipliers)
            {
                return null;
            }
            letters[count++] = c;
            last = here + 1;
        }
        if (count == 0)
        {
            return null;
        }
        return point < 0 ? Whole(letters[..count], last) : Decimal(letters[..count], point, last);
    }

    /// <summary>二、三百亿, 十五、六万: two neighbours before a multiplier. Not: 第二、三产业, 一、二十年来的成就.</summary>
    private static bool SaysOneOrOther(ReadOnlySpan<char> letters, ReadOnlySpan<char> text, int mark, int end)
    {
        var low = letters.Length > 0 ? Digit(letters[^1]) : -1;
        return low >= 2
            && mark + 2 < end
            && Digit(text[mark + 1]) == low + 1
            && Multiplier(text[mark + 2]) > 0
            && text[mark + 2] is not ('廿' or '卅');
    }

    private static bool DecimalFollows(ReadOnlySpan<char> text, int point, int end)
    {
        var next = Letters.SkipBlanks(text, point + 1, end);
        return next < end && Digit(text[next]) >= 0;
    }

    private static Numeral Whole(ReadOnlySpan<char> letters, int end)
    {
        var digits = 0;
        var positional = letters.Length > 1;
        foreach (var c in letters)
        {
            digits += Digit(c) >= 0 ? 1 : 0;
            positional &= Digit(c) >= 0;
        }
        var style =
            digits == 0 && letters[0] is not ('十' or '拾' or '廿' or '卅')
                ? NumeralStyle.MultiplierAlone
                : NumeralStyle.Chinese;
        var pair = ApproximatePair(letters);
        if (pair >= 0)
        {
            return new Numeral(Evaluate(letters, pair + 1), end)
            {
                High = Evaluate(letters, pair),
                Style = style,
                Digits = digits,
            };
        }
        var value = positional ? Positional(letters) : Evaluate(letters, -1);
        return new Numeral(value, end) { Style = style, Digits = digits };
    }

    /// <summary>Where two neighbouring digits mean "the one or the other" (三五, 七八, 十七八); -1 for nowhere.</summary>
    private static int ApproximatePair(ReadOnlySpan<char> letters)
    {
        var found = -1;
        for (var at = 0; at + 1 < letters.Length; at++)
        {
            int low = Digit(letters[at]),
                high = Digit(letters[at + 1]);
            if (low < 0 || high < 0)
            {
                continue;
            }
            if (found >= 0 || low == 0 || !(high == low + 1 || (low, high) == (3, 5)))
            {
                return -1;
            }
            found = at;
        }
        return found;
    }

    private static decimal Positional(ReadOnlySpan<char> letters)
    {
        var value = 0m;
        foreach (var c in letters)
        {
            value = value * 10 + Digit(c);
        }
        return value;
    }

    /// <summary>The value of 一亿零三百万 and the like; the digit at <paramref name="skip"/> is left out.</summary>
    private static decimal Evaluate(ReadOnlySpan<char> letters, int skip)
    {
        decimal total = 0,
            section = 0,
            last = 0;
        var digit = -1;
        var zero = false;
        for (var at = 0; at < letters.Length; at++)
        {
            if (at == skip)
            {
                continue;
            }
            var multiplier = Multiplier(letters[at]);
            if (multiplier == 0)
            {
                digit = Digit(letters[at]);
                zero |= digit == 0;
                continue;
            }
            if (multiplier < 10_000)
            {
                section += Math.Max(digit, digit < 0 ? 1 : 0) * multiplier;
                last = multiplier is 20 or 30 ? 10 : multiplier;
            }
            else
            {
                section += Math.Max(digit, 0);
                section = section == 0 && total == 0 ? 1 : section;
                (total, section) =
                    multiplier > 10_000 ? ((total + section) * multiplier, 0) : (total + section * multiplier, 0);
                last = multiplier;
            }
            digit = -1;
            zero = false;
        }
        if (digit > 0)
        {
            // 三万五 is 35000, 一百零五 is 105.
            section += !zero && last >= 100 ? digit * last / 10 : digit;
        }
        return total + section;
    }

    private static Numeral Decimal(ReadOnlySpan<char> letters, int point, int end)
    {
        var whole = Whole(letters[..point], end);
        decimal value = whole.Value,
            place = 0.1m,
            scale = 1;
        foreach (var c in letters[(point + 1)..])
        {
            if (Digit(c) >= 0)
            {
                value += Digit(c) * place;
                place /= 10;
            }
            else
            {
                scale *= Multiplier(c);
            }
        }
        return new Numeral(value, end)
        {
            Style = NumeralStyle.Chinese,
            Scale = scale,
            HasPoint = true,
            Digits = whole.Digits,
        };
    }
}

namespace PlanIngest.Quantities;

/// <summary>Numbers as written in digits, Chinese numerals and both (2百万, 1亿2000万), with their multipliers.</summary>
internal static class Numerals
{
    /// <summary>More digits than this do not fit a decimal with its multipliers, and are no quantity.</summary>
    private const int MostDigits = 15;

    /// <summary>No multiplier of a plan is greater, and no number before one; what is greater is refused.</summary>
    private const decimal LargestScale = 1_000_000_000_000m;

    private const int FractionDecimals = 12;

    /// <param name="decimalComma">79,3 is a number: so in cells of other languages, never in Chinese prose.</param>
    public static Numeral? Read(ReadOnlySpan<char> text, int at, int end, bool decimalComma = false)
    {
        var first = Letters.Fold(text[at]);
        var read = Letters.IsDigit(first)
            ? ReadDigits(text, at, end, decimalComma)
            : ChineseNumerals.Read(text, at, end);
        if (read is not { } numeral)
        {
            return null;
        }
        numeral = WithPower(text, WithScale(text, numeral, end), end);
        numeral = TooGreat(numeral) ? default : WithFraction(text, numeral, end);
        return numeral.End == 0 || TooGreat(numeral) ? null : numeral;
    }

    private static bool TooGreat(Numeral numeral) =>
        numeral.Scale > LargestScale || (numeral.Value > LargestScale && numeral.Scale > 1);

    private static Numeral? ReadDigits(ReadOnlySpan<char> text, int at, int end, bool decimalComma)
    {
        decimal value = 0,
            place = 1;
        int digits = 0,
            group = 0,
            groups = 1,
            here = at;
        bool point = false,
            suspect = false;
        while (here < end)
        {
            var c = Letters.Fold(text[here]);
            if (Letters.IsDigit(c))
            {
                if (++digits > MostDigits)
                {
                    return null;
                }
                value = value * 10 + (c - '0');
                place *= point ? 10 : 1;
                group++;
                here++;
                continue;
            }
            var next = Letters.SkipBlanks(text, here + 1, end);
            if ((c is '.' or '·' || c == '。' && next == here + 1) && !point && DigitsAt(text, next, end) > 0)
            {
                // 19. 6: a blank behind the point joins only single digits to it, "1. 2024年" is a list mark. 76。7: a scan.
                suspect |= next > here + 1 || c != '.';
                point = true;
            }
            else if (c == ',' && !point && Thousands(text, here + 1, end, group, groups))
            {
                groups++;
            }
            else if (c == ',' && decimalComma && !point && DigitsAt(text, here + 1, end) is 1 or 2)
            {
                point = true;
            }
            else if (
                Letters.IsBlank(text[here]) && JoinBlank(text, here, end, group, groups, point) is > 0 and var join
            )
            {
                groups += join == 3 ? 1 : 0;
                suspect |= join != 3;
                next = Letters.SkipBlanks(text, here, end);
                if (Letters.Fold(text[next]) == '.')
                {
                    here = next;
                    continue;
                }
            }
            else
            {
                break;
            }
            here = next;
            group = 0;
        }
        if (here < end && Letters.Fold(text[here]) == '.' && point && DigitsAt(text, here + 1, end) > 0)
        {
            // 2.3.1: a heading's number.
            return null;
        }
        return new Numeral(value / place, here)
        {
            HasPoint = point,
            Suspect = suspect,
            Digits = digits,
        };
    }

    /// <summary>Whether a group of exactly three digits begins here and groups of three may follow.</summary>
    private static bool Thousands(ReadOnlySpan<char> text, int at, int end, int group, int groups) =>
        (groups == 1 ? group is >= 1 and <= 3 : group == 3) && DigitsAt(text, at, end) == 3;

    /// <summary>
    /// What a blank inside digits means: 3, a group of thousands follows (8 182); 1, a slip between single digits
    /// (2 0 1 5, 9 0, 1 9 .6); 0, it parts two numbers.
    /// </summary>
    private static int JoinBlank(ReadOnlySpan<char> text, int at, int end, int group, int groups, bool point)
    {
        var next = Letters.SkipBlanks(text, at, end);
        if (next >= end || text[at..next].Contains('\n'))
        {
            return 0;
        }
        if (Letters.Fold(text[next]) == '.')
        {
            return !point && DigitsAt(text, Letters.SkipBlanks(text, next + 1, end), end) > 0 ? 1 : 0;
        }
        var following = DigitsAt(text, next, end);
        if (!point && following == 3 && Thousands(text, next, end, group, groups))
        {
            return 3;
        }
        return following == 1 && group == 1 ? 1 : 0;
    }

    private static int DigitsAt(ReadOnlySpan<char> text, int at, int end)
    {
        var count = 0;
        while (at + count < end && count < 5 && Letters.IsDigit(Letters.Fold(text[at + count])))
        {
            count++;
        }
        return count;
    }

    /// <summary>余 and 多 between number and multiplier, the multiplier, and a lower part behind it (1亿2000万).</summary>
    private static Numeral WithScale(ReadOnlySpan<char> text, Numeral numeral, int end)
    {
        var here = numeral.End;
        while (true)
        {
            var next = Letters.SkipBlanks(text, here, end);
            if (next >= end)
            {
                return numeral;
            }
            if (!numeral.More && IsMore(text, next, end))
            {
                numeral = numeral with { More = true, End = next + 1 };
            }
            else if (
                ChineseNumerals.Multiplier(text[next]) is > 0 and not (20 or 30) and var by
                && !Units.BeginsUnit(text, next, end)
                && numeral.Scale <= LargestScale
            )
            {
                numeral = IsOfLowerPart(numeral, by)
                    ? numeral with
                    {
                        Value = numeral.Value + numeral.Value % OneYi * (by - 1),
                        End = next + 1,
                    }
                    : numeral with
                    {
                        Scale = numeral.Scale * by,
                        End = next + 1,
                    };
                numeral = WithLowerPart(text, numeral, end);
            }
            else
            {
                return numeral;
            }
            here = numeral.End;
        }
    }

    /// <summary>四亿零七百多万: 万 multiplies only what stands behind 亿. Not: 七百多万.</summary>
    private static bool IsOfLowerPart(Numeral numeral, decimal by) =>
        by == 10_000
        && numeral is { Style: NumeralStyle.Chinese, Scale: 1, High: null, More: true, Value: > OneYi }
        && numeral.Value % OneYi is > 0 and < 10_000;

    /// <summary>亿.</summary>
    private const decimal OneYi = 100_000_000m;

    /// <summary>1亿2000万, 3万5千: the part behind is smaller than the multiplier before it.</summary>
    private static Numeral WithLowerPart(ReadOnlySpan<char> text, Numeral numeral, int end)
    {
        if (
            numeral.HasPoint
            || numeral.Scale > LargestScale
            || numeral.End >= end
            || !Letters.IsDigit(Letters.Fold(text[numeral.End]))
            || ReadDigits(text, numeral.End, end, false) is not { HasPoint: false } lower
        )
        {
            return numeral;
        }
        var part = WithScale(text, lower, end);
        var sum = part.Value * part.Scale;
        return sum >= numeral.Scale
            ? numeral
            : part with
            {
                Value = numeral.Value * numeral.Scale + sum,
                Scale = 1,
                Style = numeral.Style,
                Digits = numeral.Digits + part.Digits,
            };
    }

    /// <summary>余, 多 and 几 between a number and what it counts; 多 of 多少 and 多样 is none.</summary>
    private static bool IsMore(ReadOnlySpan<char> text, int at, int end) =>
        text[at] switch
        {
            '余' => Letters.After(text, at + 1, end) is not '热',
            '多' => Letters.After(text, at + 1, end) is not ('少' or '样' or '维' or '发')
                && !IsManifold(text, at, end),
            '几' or '来' => Units.Read(text, at + 1, end).Kind is not UnitKind.None and not UnitKind.Calendar,
            _ => false,
        };

    /// <summary>多元化, 多元投入. Not: 五亿多元.</summary>
    private static bool IsManifold(ReadOnlySpan<char> text, int at, int end) =>
        Letters.After(text, at + 1, end) == '元'
        && at + 2 < end
        && "化文投融主参共治体".Contains(Letters.After(text, at + 2, end));

    /// <summary>1.2×10⁴.</summary>
    private static Numeral WithPower(ReadOnlySpan<char> text, Numeral numeral, int end)
    {
        var at = Letters.SkipBlanks(text, numeral.End, end);
        if (at + 3 >= end || text[at] is not ('×' or '*') || !text[(at + 1)..].StartsWith("10"))
        {
            return numeral;
        }
        var here = text[at + 3] == '^' ? at + 4 : at + 3;
        if (here >= end || Units.SmallDigit(text[here]) is not (> 0 and var power))
        {
            return numeral;
        }
        var scale = numeral.Scale;
        for (var step = 0; step < power; step++)
        {
            scale *= 10;
        }
        return numeral with { Scale = scale, End = here + 1 };
    }

    /// <summary>百分之九十五, 万分之0.90, 三分之二; 1/3 and 2/3 in digits.</summary>
    private static Numeral WithFraction(ReadOnlySpan<char> text, Numeral below, int end)
    {
        var at = Letters.SkipBlanks(text, below.End, end);
        if (at >= end)
        {
            return below;
        }
        if (text[at] == '分' && Letters.After(text, at + 1, end) == '之')
        {
            at = Letters.SkipBlanks(text, Letters.SkipBlanks(text, at + 1, end) + 1, end);
            return at < end && Read(text, at, end) is { } part ? OfParts(below, part) : default;
        }
        if (Letters.Fold(text[at]) != '/' || below is not { Style: NumeralStyle.Digits, HasPoint: false, Scale: 1 })
        {
            return below;
        }
        at++;
        if (
            below.Value is < 1 or >= 100
            || DigitsAt(text, at, end) is 0 or > 2
            || ReadDigits(text, at, end, false) is not { HasPoint: false } under
            || under.Value <= below.Value
            || (under.End < end && (text[under.End] == '/' || ChineseNumerals.Multiplier(text[under.End]) > 0))
        )
        {
            return below;
        }
        return under with { Value = Math.Round(below.Value / under.Value, FractionDecimals), IsFraction = true };
    }

    private static Numeral OfParts(Numeral below, Numeral part)
    {
        var whole = below.Value * below.Scale;
        if (whole == 0)
        {
            return default;
        }
        var rate = whole switch
        {
            100m => "%",
            1000m => "‰",
            10_000m => "/万",
            100_000m => "/10万",
            _ => null,
        };
        return rate is null
            ? part with
            {
                Value = Math.Round(part.Value * part.Scale / whole, FractionDecimals),
                Scale = 1,
                IsFraction = true,
                Style = NumeralStyle.Chinese,
            }
            : part with
            {
                RateUnit = rate,
                Style = NumeralStyle.Chinese,
            };
    }
}

using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>Units as printed, alone (㎡, 人次) and composed (微克/立方米, 张/千人, kg·hm-2, /10万).</summary>
internal static class Units
{
    private static readonly WordTable<Unit> Table = new(
        Catalog.Rows("units.tsv").Select(row => (Key(row[0]), FromRow(row)))
    );

    /// <summary>A unit that begins here with a character that could also be a multiplier: 千瓦, 百分点.</summary>
    public static bool BeginsUnit(ReadOnlySpan<char> text, int at, int end) =>
        text[at] is '千' or '百' && Table.Match(text, at, end, out var unit) > 0 && unit.Kind is not UnitKind.Trap;

    /// <summary>Reads the longest unit at a position; <see cref="UnitKind.None"/> where there is none.</summary>
    public static Unit Read(ReadOnlySpan<char> text, int at, int end)
    {
        at = Letters.SkipBlanks(text, at, end);
        var unit = ReadSimple(text, at, end);
        if (unit.Kind is UnitKind.None && (at >= end || Letters.Fold(text[at]) != '/'))
        {
            return unit;
        }
        // /10万 alone: nothing stands over the stroke.
        unit = unit.Kind is UnitKind.None ? unit with { Multiplier = 1 } : unit;
        while (ReadDenominator(text, Math.Max(unit.End, at), end) is var (denominator, next))
        {
            unit = new Unit($"{unit.Base}{denominator}", unit.Multiplier, Composed(unit.Kind), next);
        }
        return unit;
    }

    /// <summary>
    /// A unit that is all of the words given, as headers and captions print it: with a multiplier in front (万人,
    /// 10⁴元, also printed 104元).
    /// </summary>
    public static (string? Unit, decimal Multiplier)? ReadWhole(ReadOnlySpan<char> printed)
    {
        var (at, end) = Trim(printed);
        if (at == end)
        {
            return null;
        }
        // 1/10万 is /10万.
        at += end - at > 2 && Letters.Fold(printed[at]) == '1' && Letters.Fold(printed[at + 1]) == '/' ? 1 : 0;
        var whole = Read(printed, at, end);
        if (whole.Kind is not UnitKind.None && whole.End == end)
        {
            return (whole.Base, whole.Multiplier);
        }
        var multiplier = 1m;
        if (PowerOfTen(printed, ref at, end) is { } power)
        {
            multiplier = power;
        }
        for (; at < end && ChineseNumerals.Multiplier(printed[at]) is > 0 and var by && multiplier < 1e15m; at++)
        {
            if (BeginsUnit(printed, at, end))
            {
                break;
            }
            multiplier *= by;
        }
        whole = Read(printed, at, end);
        return whole.Kind is not UnitKind.None && whole.End == end ? (whole.Base, multiplier * whole.Multiplier) : null;
    }

    private static Unit FromRow(string[] row)
    {
        var kind = row[3] switch
        {
            "none" => UnitKind.Count,
            var name => Enum.Parse<UnitKind>(name, ignoreCase: true),
        };
        return new Unit(
            row[1].Length == 0 ? null : row[1],
            decimal.Parse(row[2], CultureInfo.InvariantCulture),
            kind,
            0
        )
        {
            DigitsOnly = row.Length > 4 && row[4] == "digits",
        };
    }

    private static string Key(string printed) =>
        string.Concat(printed.Where(c => !Letters.IsBlank(c)).Select(Letters.Fold));

    private static Unit ReadSimple(ReadOnlySpan<char> text, int at, int end)
    {
        var next = Table.Match(text, at, end, out var unit);
        if (next < 0 || unit.Kind is UnitKind.Trap)
        {
            return default;
        }
        // m is no unit in "mm2" or "5G"-like words: a Latin unit ends where the letters end.
        if (Letters.IsLatin(Letters.Fold(text[next - 1])) && next < end)
        {
            var after = Letters.Fold(text[next]);
            if (Letters.IsLatin(after))
            {
                return default;
            }
        }
        return unit with { End = next };
    }

    private static UnitKind Composed(UnitKind kind) =>
        kind is UnitKind.Money or UnitKind.Count or UnitKind.Measure ? kind : UnitKind.Measure;

    private static (string Words, int End)? ReadDenominator(ReadOnlySpan<char> text, int at, int end)
    {
        var here = Letters.SkipBlanks(text, at, end);
        if (here >= end)
        {
            return null;
        }
        var mark = Letters.Fold(text[here]);
        if (mark is '·' or '•' or '⋅' or '∙' or '.')
        {
            return InversePower(text, here + 1, end);
        }
        if (mark is not ('/' or '每'))
        {
            return null;
        }
        here = Letters.SkipBlanks(text, here + 1, end);
        var from = here;
        while (here < end && (Letters.IsDigit(Letters.Fold(text[here])) || IsScale(text, here, end)))
        {
            here++;
        }
        if (!IsRound(text[from..here]))
        {
            return null;
        }
        var scale = Scale(text[from..here]);
        var unit = ReadSimple(text, Letters.SkipBlanks(text, here, end), end);
        if (unit.Kind is not UnitKind.None && (mark == '/' || unit.Kind is UnitKind.Measure or UnitKind.Time))
        {
            return ($"/{scale}{unit.Base ?? text[here..unit.End].ToString().Trim()}", unit.End);
        }
        return mark == '/' && scale.Length > 0 && !Letters.IsDigit(scale[^1]) ? ($"/{scale}", here) : null;
    }

    private static bool IsScale(ReadOnlySpan<char> text, int at, int end) =>
        ChineseNumerals.Multiplier(text[at]) > 0 && !BeginsUnit(text, at, end);

    /// <summary>10, 100, 十万 divide; 600MW/1200MWh are two quantities.</summary>
    private static bool IsRound(ReadOnlySpan<char> words)
    {
        for (var at = 0; at < words.Length; at++)
        {
            if (Letters.Fold(words[at]) is >= '1' and <= '9' && (at > 0 || Letters.Fold(words[at]) != '1'))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>10万 and 十万 are one.</summary>
    private static string Scale(ReadOnlySpan<char> words)
    {
        Span<char> folded = stackalloc char[Math.Min(words.Length, 16)];
        for (var at = 0; at < folded.Length; at++)
        {
            folded[at] = Letters.Fold(words[at]);
        }
        return folded switch
        {
            "" => "",
            "十万" => "10万",
            "百万" => "100万",
            _ => folded.ToString(),
        };
    }

    /// <summary>hm-2, kg⁻¹, d^-1 behind the dot of kg·hm-2.</summary>
    private static (string Words, int End)? InversePower(ReadOnlySpan<char> text, int at, int end)
    {
        at = Letters.SkipBlanks(text, at, end);
        var letters = at;
        while (letters < end && (Letters.IsLatin(Letters.Fold(text[letters])) || Letters.IsHan(text[letters])))
        {
            letters++;
        }
        var here = letters;
        here += here < end && text[here] == '^' ? 1 : 0;
        here = Letters.SkipBlanks(text, here, end);
        if (here >= end || Letters.Fold(text[here]) is not ('-' or '⁻' or '–' or '—'))
        {
            return null;
        }
        here = Letters.SkipBlanks(text, here + 1, end);
        var power = here < end ? SmallDigit(text[here]) : -1;
        if (power is < 1 or > 3)
        {
            return null;
        }
        var printed = power == 1 ? text[at..letters].ToString() : $"{text[at..letters]}{power}";
        var unit = ReadSimple(printed, 0, printed.Length);
        return unit.Kind is UnitKind.None || unit.End != printed.Length ? null : ($"/{unit.Base}", here + 1);
    }

    /// <summary>10⁴, 10^4, 104 and 108 in front of a unit.</summary>
    private static decimal? PowerOfTen(ReadOnlySpan<char> text, ref int at, int end)
    {
        if (end - at < 3 || text[at] != '1' || text[at + 1] != '0')
        {
            return null;
        }
        var here = text[at + 2] == '^' ? at + 3 : at + 2;
        if (here >= end || SmallDigit(text[here]) is not (> 0 and var power))
        {
            return null;
        }
        at = Letters.SkipBlanks(text, here + 1, end);
        var value = 1m;
        for (var step = 0; step < power; step++)
        {
            value *= 10;
        }
        return value;
    }

    /// <summary>The value of a digit, raised or not; -1 for anything else.</summary>
    public static int SmallDigit(char c) =>
        c switch
        {
            '¹' => 1,
            '²' => 2,
            '³' => 3,
            '⁰' => 0,
            >= '⁴' and <= '⁹' => c - '⁰',
            _ when Letters.IsDigit(Letters.Fold(c)) => Letters.Fold(c) - '0',
            _ => -1,
        };

    private static (int Start, int End) Trim(ReadOnlySpan<char> printed)
    {
        int at = Letters.SkipBlanks(printed, 0, printed.Length),
            end = printed.Length;
        while (end > at && Letters.IsBlank(printed[end - 1]))
        {
            end--;
        }
        return (at, end);
    }
}

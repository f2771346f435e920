using System.Buffers;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>What a printed figure leaves open: it was rounded to its last digit (55.31亿, 三亿零四百万, 七点八).</summary>
internal static class Printed
{
    private const string Points = ".．点";
    private static readonly SearchValues<char> ChineseDigits = SearchValues.Create(
        "〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖两"
    );

    /// <summary>The numbers that are printed as this one: half a unit of its last digit to either side.</summary>
    public static (decimal Least, decimal Most) Bounds(Document document, Observation observation)
    {
        var raw = document.Read(observation.Span);
        var value = observation.Quantity.Value!.Value;
        var half = LastDigit(raw, value) / 2;
        return (value - half, value + half);
    }

    /// <summary>What one of the last digit counts, in base units: 1000000 of 55.31亿, 10000 of 三亿零四百万.</summary>
    private static decimal LastDigit(string raw, decimal value)
    {
        var (last, scale) = Digits(raw, value) ?? Characters(raw);
        var point = raw.AsSpan(0, last + 1).LastIndexOfAny(Points);
        for (var decimals = point < 0 ? 0 : last - point; decimals > 0; decimals--)
        {
            scale /= 10;
        }
        return scale;
    }

    /// <summary>The run of digits that is the value (in 比2015年增长10% not the year), and its multiplier.</summary>
    private static (int Last, decimal Scale)? Digits(string raw, decimal value)
    {
        for (var first = 0; first < raw.Length; first++)
        {
            if (!char.IsAsciiDigit(raw[first]))
            {
                continue;
            }
            var end = first;
            while (end < raw.Length && (char.IsAsciiDigit(raw[end]) || raw[end] is '.' or ','))
            {
                end++;
            }
            if (
                decimal.TryParse(
                    raw.AsSpan(first, end - first),
                    NumberStyles.Number,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && number > 0
                && IsPowerOfTen(value / number)
            )
            {
                return (end - 1, value / number);
            }
            first = end;
        }
        return null;
    }

    private static (int Last, decimal Scale) Characters(string raw)
    {
        var last = raw.AsSpan().LastIndexOfAny(ChineseDigits);
        var scale = 1m;
        for (var at = last + 1; at < raw.Length && Multiplier(raw[at]) is var times && times > 1; at++)
        {
            scale *= times;
        }
        return (last, scale);
    }

    private static bool IsPowerOfTen(decimal number)
    {
        while (number >= 10)
        {
            number /= 10;
        }
        return number == 1;
    }

    private static decimal Multiplier(char c) =>
        c switch
        {
            '十' or '拾' => 10,
            '百' or '佰' => 100,
            '千' or '仟' => 1000,
            '万' or '萬' => 10_000,
            '亿' or '億' => 100_000_000,
            _ => 1,
        };
}

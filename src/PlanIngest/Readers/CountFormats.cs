using System.Globalization;
using System.Text;

namespace PlanIngest.Readers;

/// <summary>A list count as it is shown: 3, ３, 三, 叁, 丙, 寅, ③, iii, c. Unknown formats show plain digits.</summary>
internal static class CountFormats
{
    private const string Small = "零一二三四五六七八九";
    private const string Zeros = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];

    public static string Write(string format, int count) =>
        format switch
        {
            "bullet" or "none" => "",
            "decimalZero" => count.ToString("00", CultureInfo.InvariantCulture),
            "decimalFullWidth" or "decimalFullWidth2" => FullWidth(count),
            "lowerLetter" => Letters(count),
            "upperLetter" => Letters(count).ToUpperInvariant(),
            "lowerRoman" => Romans(count),
            "upperRoman" => Romans(count).ToUpperInvariant(),
            "chineseCounting"
            or "chineseCountingThousand"
            or "taiwaneseCounting"
            or "taiwaneseCountingThousand"
            or "japaneseCounting"
            or "ideographDigital" when count < 10 => Grouped(count, Small, "十百千"),
            "chineseCounting" or "chineseCountingThousand" or "taiwaneseCountingThousand" or "japaneseCounting" =>
                Grouped(count, Small, "十百千"),
            "taiwaneseCounting" when count < 100 => Grouped(count, Small, "十百千"),
            "ideographDigital" or "taiwaneseCounting" or "taiwaneseDigital" or "japaneseDigitalTenThousand" => Digits(
                count
            ),
            "chineseLegalSimplified" => Grouped(count, Legal, "拾佰仟"),
            "ideographTraditional" => Wheel(count, Stems),
            "ideographZodiac" => Wheel(count, Branches),
            "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Enclosed(count, '①', 20),
            "decimalEnclosedParen" => Enclosed(count, '⑴', 20),
            "decimalEnclosedFullstop" => Enclosed(count, '⒈', 20),
            "ideographEnclosedCircle" => Enclosed(count, '㊀', 10),
            _ => Plain(count),
        };

    private static string Plain(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string FullWidth(int count) =>
        string.Concat(Plain(count).Select(digit => char.IsAsciiDigit(digit) ? (char)(digit + 0xFEE0) : digit));

    private static string Digits(int count) =>
        string.Concat(Plain(count).Select(digit => char.IsAsciiDigit(digit) ? Zeros[digit - '0'] : digit));

    private static string Wheel(int count, string signs) =>
        count >= 1 && count <= signs.Length ? signs[count - 1].ToString() : Plain(count);

    private static string Enclosed(int count, char first, int last) =>
        count >= 1 && count <= last ? ((char)(first + count - 1)).ToString() : Plain(count);

    private static string Letters(int count) =>
        count is < 1 or > 780 ? Plain(count) : new string((char)('a' + ((count - 1) % 26)), ((count - 1) / 26) + 1);

    private static string Romans(int count)
    {
        if (count is < 1 or > 3999)
        {
            return Plain(count);
        }
        var signs = new StringBuilder();
        foreach (var (value, sign) in Roman)
        {
            for (; count >= value; count -= value)
            {
                signs.Append(sign);
            }
        }
        return signs.ToString();
    }

    /// <summary>Place-value numerals below ten thousand: 十一, 二十, 一百零三.</summary>
    private static string Grouped(int count, string digits, string places)
    {
        if (count is < 1 or > 9999)
        {
            return Plain(count);
        }
        var numeral = new StringBuilder();
        var owed = false;
        for (int place = 3, unit = 1000; place >= 0; place--, unit /= 10)
        {
            var digit = count / unit % 10;
            if (digit == 0)
            {
                owed = numeral.Length > 0;
                continue;
            }
            if (owed)
            {
                numeral.Append(digits[0]);
                owed = false;
            }
            if (digit != 1 || place != 1 || numeral.Length > 0 || digits == Legal)
            {
                numeral.Append(digits[digit]);
            }
            if (place > 0)
            {
                numeral.Append(places[place - 1]);
            }
        }
        return numeral.ToString();
    }
}

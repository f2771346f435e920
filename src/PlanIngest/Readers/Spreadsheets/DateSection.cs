using System.Globalization;
using System.Text;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Shows a day count as a date or time.</summary>
internal static class DateSection
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>The last day spreadsheets know, 9999-12-31.</summary>
    private const double LastDay = 2_958_466;

    /// <summary>Spreadsheets count a 29 February 1900 that never was; days before it are one off.</summary>
    private const double PhantomDay = 60;

    /// <summary>Null where the number is no date.</summary>
    public static string? Show(FormatSection section, double days, bool from1904)
    {
        if (days < 0 || days >= LastDay)
        {
            return null;
        }
        var start = from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, days < PhantomDay ? 31 : 30);
        var ticks = (long)Math.Round(days * 86_400_000) * TimeSpan.TicksPerMillisecond;
        var showsFractions = section.Tokens.Any(token => token.Kind == FormatTokenKind.Point);
        var moment = new DateTime(start.Ticks + ticks);
        if (!showsFractions)
        {
            moment = new DateTime(
                (moment.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond
            );
        }
        var shown = new StringBuilder();
        var twelve = section.Has(FormatTokenKind.HalfDay);
        for (var at = 0; at < section.Tokens.Count; at++)
        {
            var token = section.Tokens[at];
            shown.Append(
                token.Kind switch
                {
                    FormatTokenKind.Date => Part(section, at, moment, twelve),
                    FormatTokenKind.Elapsed => Elapsed(token.Text, days),
                    FormatTokenKind.HalfDay => HalfDay(token.Text, moment),
                    FormatTokenKind.Digit when showsFractions => Fraction(section.Tokens, at, moment),
                    _ => token.Text,
                }
            );
        }
        return shown.ToString();
    }

    private static string Part(FormatSection section, int at, DateTime moment, bool twelve)
    {
        var (letter, length) = (section.Tokens[at].Text[0], section.Tokens[at].Text.Length);
        return letter switch
        {
            'y' when length <= 2 => Number(moment.Year % 100, 2),
            'y' or 'e' => section.ChineseFigures ? Digits(moment.Year) : Number(moment.Year, 4),
            'm' when IsMinute(section.Tokens, at) => Number(moment.Minute, length),
            'm' when length >= 3 => Month(moment, length),
            'm' => Figure(section, moment.Month, length),
            'd' when length >= 3 => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(moment.DayOfWeek)[
                ..(length == 3 ? 3 : ^0)
            ],
            'd' => Figure(section, moment.Day, length),
            'h' => Number(twelve ? ((moment.Hour + 11) % 12) + 1 : moment.Hour, length),
            's' => Number(moment.Second, length),
            'a' => (length > 3 ? "星期" : "") + Weekdays[(int)moment.DayOfWeek],
            _ => section.Tokens[at].Text,
        };
    }

    /// <summary>An m means minutes next to hours or seconds.</summary>
    private static bool IsMinute(IReadOnlyList<FormatToken> tokens, int at) =>
        Neighbour(tokens, at, -1) == 'h' || Neighbour(tokens, at, 1) == 's';

    private static char Neighbour(IReadOnlyList<FormatToken> tokens, int at, int step)
    {
        for (at += step; at >= 0 && at < tokens.Count; at += step)
        {
            if (tokens[at].Kind is FormatTokenKind.Date or FormatTokenKind.Elapsed)
            {
                return tokens[at].Text[0];
            }
        }
        return '\0';
    }

    private static string Month(DateTime moment, int length)
    {
        var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(moment.Month);
        return length switch
        {
            3 => name[..3],
            5 => name[..1],
            _ => name,
        };
    }

    private static string Elapsed(string letters, double days)
    {
        var unit = letters[0] switch
        {
            'h' => 24,
            'm' => 24 * 60,
            _ => 24 * 60 * 60,
        };
        return Math.Floor((days * unit) + 1e-6)
            .ToString("F0", CultureInfo.InvariantCulture)
            .PadLeft(letters.Length, '0');
    }

    private static string HalfDay(string text, DateTime moment) => text.Split('/')[moment.Hour < 12 ? 0 : 1];

    private static string Fraction(IReadOnlyList<FormatToken> tokens, int at, DateTime moment)
    {
        var place = 0;
        for (var before = at; before >= 0 && tokens[before].Kind == FormatTokenKind.Digit; before--)
        {
            place++;
        }
        return place > 3 ? "0" : moment.Millisecond.ToString("000", CultureInfo.InvariantCulture)[place - 1].ToString();
    }

    private static string Figure(FormatSection section, int number, int length) =>
        section.ChineseFigures ? CountFormats.Write("chineseCounting", number) : Number(number, length);

    private static string Digits(int number) =>
        string.Concat(Number(number, 4).Select(digit => "〇一二三四五六七八九"[digit - '0']));

    private static string Number(int number, int length) =>
        number.ToString(CultureInfo.InvariantCulture).PadLeft(Math.Min(length, 4), '0');
}

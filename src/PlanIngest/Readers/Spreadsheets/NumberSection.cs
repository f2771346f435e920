using System.Globalization;
using System.Text;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Shows a number by one section of a format: places, thousands, per cent, scales (a comma behind the places divides
/// by a thousand), exponents and fractions. Literals may stand between the places: <c>0!.0,"万"</c> shows 12345 as 1.2万.
/// </summary>
internal static class NumberSection
{
    /// <summary>More decimal places than a stored number can have.</summary>
    private const int MostDecimals = 20;

    /// <param name="section">No date.</param>
    /// <param name="value">Not negative.</param>
    public static string Show(FormatSection section, double value)
    {
        if (section.IsGeneral)
        {
            return GeneralFormat.Show(value);
        }
        if (section.Has(FormatTokenKind.Exponent))
        {
            return Scientific(section, value);
        }
        var number = (decimal)value;
        foreach (var _ in section.Tokens.Where(token => token.Kind == FormatTokenKind.Percent))
        {
            number *= 100;
        }
        if (section.Has(FormatTokenKind.Slash) && section.Has(FormatTokenKind.Digit))
        {
            return FractionSection.Show(section, number);
        }
        var places = Places.Of(section.Tokens);
        for (var scale = 0; scale < places.Scales; scale++)
        {
            number /= 1000;
        }
        number = Math.Round(number, Math.Min(places.Decimals, MostDecimals), MidpointRounding.AwayFromZero);
        return Laid(section.Tokens, places, number, value);
    }

    private static string Scientific(FormatSection section, double value)
    {
        var at = section.Tokens.ToList().FindIndex(token => token.Kind == FormatTokenKind.Exponent);
        var (mantissa, behind) = (section.Tokens.Take(at).ToList(), section.Tokens.Skip(at + 1).ToList());
        var places = Places.Of(mantissa);
        var step = Math.Max(1, places.Whole);
        var exponent = value == 0 ? 0 : (int)Math.Floor(Math.Log10(value));
        exponent = step * (int)Math.Floor((double)exponent / step);
        var figure = Math.Round(
            (decimal)(value / Math.Pow(10, exponent)),
            Math.Min(places.Decimals, MostDecimals),
            MidpointRounding.AwayFromZero
        );
        if (figure >= (decimal)Math.Pow(10, step))
        {
            exponent += step;
            figure /= (decimal)Math.Pow(10, step);
        }
        var sign =
            exponent < 0 ? "-"
            : section.Tokens[at].Text[1] == '+' ? "+"
            : "";
        var digits = behind.Count(token => token.Kind == FormatTokenKind.Digit);
        var power = Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        var rest = behind.Where(token => token.Kind == FormatTokenKind.Literal).Select(token => token.Text);
        return $"{Laid(mantissa, places, figure, value)}E{sign}{power}{string.Concat(rest)}";
    }

    /// <summary>The tokens with the digits of a rounded number put into their places.</summary>
    private static string Laid(IReadOnlyList<FormatToken> tokens, Places places, decimal number, double value)
    {
        var text = number.ToString("F" + Math.Min(places.Decimals, MostDecimals), CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        whole = whole == "0" ? "" : whole;
        var decimals = point < 0 ? "" : text[(point + 1)..];
        var shown = new StringBuilder();
        var (wholeAt, decimalAt, pointAt) = (0, 0, -1);
        foreach (var token in tokens)
        {
            switch (token.Kind)
            {
                case FormatTokenKind.Digit when pointAt < 0:
                    Whole(shown, token.Text[0], places, whole, wholeAt++);
                    break;
                case FormatTokenKind.Digit:
                    Decimal(shown, token.Text[0], decimals, decimalAt++);
                    break;
                case FormatTokenKind.Point when pointAt < 0:
                    shown.Append(places.Whole == 0 ? whole : "");
                    pointAt = shown.Length;
                    shown.Append('.');
                    break;
                case FormatTokenKind.Comma:
                    break;
                case FormatTokenKind.General or FormatTokenKind.Words:
                    shown.Append(GeneralFormat.Show(value));
                    break;
                default:
                    shown.Append(token.Text);
                    break;
            }
        }
        // Spreadsheets keep the point of 0.## on a whole number; it is no figure and is dropped.
        var isBare = pointAt >= 0 && (pointAt + 1 == shown.Length || !char.IsAsciiDigit(shown[pointAt + 1]));
        return (isBare ? shown.Remove(pointAt, 1) : shown).ToString();
    }

    /// <summary>The place takes its digit; the first one also those for which there are no places.</summary>
    private static void Whole(StringBuilder shown, char place, Places places, string whole, int at)
    {
        var from = whole.Length - places.Whole + at;
        for (var index = at == 0 && from > 0 ? 0 : from; index <= from; index++)
        {
            // The digits that stand to the right of this one, to know where the thousands are parted.
            var right = whole.Length - 1 - index;
            if (index >= 0)
            {
                shown.Append(whole[index]);
            }
            else if (index == from && place == '0')
            {
                shown.Append('0');
            }
            else if (index == from && place == '?')
            {
                shown.Append(' ');
                continue;
            }
            else
            {
                continue;
            }
            if (places.Thousands && right > 0 && right % 3 == 0)
            {
                shown.Append(',');
            }
        }
    }

    /// <summary># shows no zero at the end.</summary>
    private static void Decimal(StringBuilder shown, char place, string decimals, int at)
    {
        var isEnd = at >= decimals.Length || decimals.AsSpan(at).Trim('0').IsEmpty;
        if (isEnd && place != '0')
        {
            shown.Append(place == '?' ? " " : "");
            return;
        }
        shown.Append(at < decimals.Length ? decimals[at] : '0');
    }
}

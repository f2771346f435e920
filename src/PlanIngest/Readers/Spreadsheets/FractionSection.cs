using System.Globalization;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Shows a number as whole and fraction: <c># ?/?</c> shows 2.5 as 2 1/2, <c># ?/8</c> as 2 4/8.</summary>
internal static class FractionSection
{
    public static string Show(FormatSection section, decimal number)
    {
        var slash = section.Tokens.ToList().FindIndex(token => token.Kind == FormatTokenKind.Slash);
        var before = section.Tokens.Take(slash).Count(token => token.Kind == FormatTokenKind.Digit);
        var places = section.Tokens.Skip(slash + 1).Count(token => token.Kind == FormatTokenKind.Digit);
        var named = string.Concat(section.Tokens.Skip(slash + 1).Select(token => token.Text));
        var whole = before > places ? decimal.Truncate(number) : 0;
        var (over, under) =
            int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var fixedUnder) && fixedUnder > 0
                ? ((int)Math.Round((number - whole) * fixedUnder, MidpointRounding.AwayFromZero), fixedUnder)
                : Nearest(number - whole, (int)Math.Pow(10, Math.Clamp(places, 1, 3)) - 1);
        if (over == under && before > places)
        {
            (whole, over) = (whole + 1, 0);
        }
        var fraction = over == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{over}/{under}");
        return whole == 0 && over > 0 ? fraction : $"{whole.ToString(CultureInfo.InvariantCulture)} {fraction}".Trim();
    }

    private static (int Over, int Under) Nearest(decimal value, int largest)
    {
        var best = (Over: 0, Under: 1, Error: value);
        for (var under = 1; under <= largest && best.Error > 0; under++)
        {
            var over = Math.Round(value * under, MidpointRounding.AwayFromZero);
            var error = Math.Abs(value - (over / under));
            if (error < best.Error && over < int.MaxValue)
            {
                best = ((int)over, under, error);
            }
        }
        return (best.Over, best.Under);
    }
}

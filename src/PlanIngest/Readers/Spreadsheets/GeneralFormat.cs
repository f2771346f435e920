using System.Globalization;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>A number without a format of its own.</summary>
internal static class GeneralFormat
{
    /// <summary>So many characters of a fraction a cell shows, the point included.</summary>
    private const int Width = 11;

    public static string Show(double value)
    {
        if (value != 0 && (Math.Abs(value) < 1e-9 || Math.Abs(value) >= 1e15))
        {
            return value.ToString("0.#####E+00", CultureInfo.InvariantCulture);
        }
        var number = (decimal)value;
        var whole = decimal.Truncate(Math.Abs(number)).ToString(CultureInfo.InvariantCulture).Length;
        var decimals = Math.Clamp(Width - 1 - whole, 0, 15);
        var rounded = Math.Round(number, decimals, MidpointRounding.AwayFromZero);
        return rounded.ToString("0.###############", CultureInfo.InvariantCulture);
    }
}

using System.Globalization;

namespace PlanIngest.Model;

/// <summary>
/// A year, month or day, or an interval of two of the same. <see cref="ToString"/> is the contract's ISO 8601 form:
/// <c>2025</c>, <c>2024-12</c>, <c>2025-05-25</c>, <c>2021/2025</c>. Default is not a period; absence is null.
/// </summary>
public readonly record struct Period(PeriodPoint Start, PeriodPoint? End = null)
{
    public static Period Year(int year) => new(new PeriodPoint(year));

    public static Period Years(int first, int last) => new(new PeriodPoint(first), new PeriodPoint(last));

    public bool IsInterval => End is not null;
    public int LastYear => (End ?? Start).Year;

    public override string ToString() => End is { } end ? $"{Start}/{end}" : Start.ToString();

    /// <summary>Reads the ISO form; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        var slash = text.IndexOf('/');
        if (slash < 0)
        {
            if (!PeriodPoint.TryParse(text, out var point))
            {
                return false;
            }
            period = new Period(point);
            return true;
        }
        if (
            !PeriodPoint.TryParse(text[..slash], out var start)
            || !PeriodPoint.TryParse(text[(slash + 1)..], out var end)
        )
        {
            return false;
        }
        period = new Period(start, end);
        return true;
    }
}

/// <summary>A calendar year, optionally with month and day; zero is "not said".</summary>
public readonly record struct PeriodPoint(int Year, int Month = 0, int Day = 0)
{
    public override string ToString() =>
        Month == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}")
        : Day == 0 ? string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Month:D2}-{Day:D2}");

    public static bool TryParse(ReadOnlySpan<char> text, out PeriodPoint point)
    {
        point = default;
        if (text.Length is not (4 or 7 or 10) || !Number(text[..4], out var year))
        {
            return false;
        }
        int month = 0,
            day = 0;
        if (text.Length >= 7 && (text[4] != '-' || !Number(text[5..7], out month) || month is < 1 or > 12))
        {
            return false;
        }
        if (text.Length == 10 && (text[7] != '-' || !Number(text[8..10], out day) || day is < 1 or > 31))
        {
            return false;
        }
        point = new PeriodPoint(year, month, day);
        return true;
    }

    private static bool Number(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

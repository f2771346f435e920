using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>
/// The Chinese five-year plans by number. From the sixth (“六五”, 1981) each follows the last without a gap; the first
/// five are listed as history has them.
/// </summary>
public static class PlanPeriods
{
    private const string Digits = "一二三四五六七八九";

    private static readonly (int Start, int End)[] Early =
    [
        (1953, 1957),
        (1958, 1962),
        (1966, 1970),
        (1971, 1975),
        (1976, 1980),
    ];

    /// <summary>The plan of that number (1 to 30); null outside.</summary>
    public static PlanPeriod? Number(int number) =>
        number switch
        {
            < 1 or > 30 => null,
            <= 5 => new PlanPeriod(NameOf(number), Early[number - 1].Start, Early[number - 1].End),
            _ => new PlanPeriod(NameOf(number), 1981 + (number - 6) * 5, 1985 + (number - 6) * 5),
        };

    /// <summary>The plan that runs in this year; null between plans.</summary>
    public static PlanPeriod? Around(int year)
    {
        for (var number = 1; number <= 30; number++)
        {
            if (Number(number) is { } plan && plan.Start <= year && year <= plan.End)
            {
                return plan;
            }
        }
        return null;
    }

    /// <summary>The plan whose years these are; null when none has just them.</summary>
    public static PlanPeriod? OfYears(int start, int end)
    {
        for (var number = 1; number <= 30; number++)
        {
            if (Number(number) is { } plan && plan.Start == start && plan.End == end)
            {
                return plan;
            }
        }
        return null;
    }

    /// <summary>The plan of that name (十四五); null for any other words.</summary>
    public static PlanPeriod? Named(string name) =>
        Enumerable.Range(1, 30).Where(number => NameOf(number) == name).Select(Number).FirstOrDefault();

    private static string NameOf(int number)
    {
        var tens = number / 10;
        var ones = number % 10;
        var name = tens switch
        {
            0 => "",
            1 => "十",
            _ => $"{Digits[tens - 1]}十",
        };
        return name + (ones == 0 ? "" : Digits[ones - 1]) + "五";
    }
}

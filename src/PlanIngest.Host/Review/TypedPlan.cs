using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Host.Review;

/// <summary>A plan period as a person types and reads it: <c>十四五 2021-2025</c>.</summary>
public static class TypedPlan
{
    private const string Dashes = "-–—~～至";

    /// <summary>
    /// Reads <c>十四五</c>, <c>2021-2025</c> and <c>三年行动 2018—2020</c>; refuses a name that is no five-year plan's
    /// without its years (<c>三年行动</c>), and years alone that are no such plan's (<c>2018-2020</c>).
    /// </summary>
    public static PlanPeriod? Parse(string typed)
    {
        var text = typed.Trim().Trim('“', '”', '"');
        var at = text.LastIndexOf(' ') + 1;
        if (Years(text.AsSpan(at)) is var (start, end))
        {
            var name = text[..at].Trim().Trim('“', '”', '"');
            return start > end ? null
                : name.Length > 0 ? new PlanPeriod(name, start, end)
                : PlanPeriods.OfYears(start, end);
        }
        return PlanPeriods.Named(text);
    }

    /// <summary>As it would be typed.</summary>
    public static string Show(PlanPeriod? plan) =>
        plan is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{plan.Name} {plan.Start}-{plan.End}");

    private static (int Start, int End)? Years(ReadOnlySpan<char> text) =>
        text.Length > 4
        && Dashes.Contains(text[4], StringComparison.Ordinal)
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        && int.TryParse(text[4..].TrimStart(Dashes), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && end is > 1000 and < 10000
            ? (start, end)
            : null;
}

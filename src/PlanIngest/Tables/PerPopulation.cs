namespace PlanIngest.Tables;

/// <summary>
/// Rates per so many people as other languages print them: per 100 000 live births, на 100 тыс. населения, 人口10万対.
/// </summary>
internal static class PerPopulation
{
    private static readonly string[] Leads = ["per ", "на ", "人口"];
    private static readonly (string Word, int Times)[] Multipliers =
    [
        ("тыс", 1_000),
        ("thousand", 1_000),
        ("million", 1_000_000),
        ("млн", 1_000_000),
        ("千", 1_000),
        ("万", 10_000),
    ];

    /// <summary>The unit as the contract writes it (/10万, /万, /千); null for other words.</summary>
    public static string? Read(string words)
    {
        foreach (var lead in Leads)
        {
            if (words.StartsWith(lead, StringComparison.OrdinalIgnoreCase))
            {
                return Of(Count(words.AsSpan(lead.Length)));
            }
        }
        return null;
    }

    private static long Count(ReadOnlySpan<char> words)
    {
        var count = 0L;
        var at = 0;
        while (
            at < words.Length
            && (CellLooks.Digit(words[at]) >= 0 || words[at] is ' ' or ',' or '\u00A0')
            && count < 1_000_000
        )
        {
            count = CellLooks.Digit(words[at]) is >= 0 and var digit ? count * 10 + digit : count;
            at++;
        }
        foreach (var (word, times) in Multipliers)
        {
            if (words[at..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return Math.Max(1, count) * times;
            }
        }
        return count;
    }

    private static string? Of(long count) =>
        count switch
        {
            1_000 => "/千",
            10_000 => "/万",
            100_000 => "/10万",
            1_000_000 => "/100万",
            _ => null,
        };
}

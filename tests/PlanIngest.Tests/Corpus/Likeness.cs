namespace PlanIngest.Tests.Corpus;

/// <summary>How alike two names are, 0 to 1, by the pairs of characters they share; punctuation and width aside.</summary>
public static class Likeness
{
    public static double Of(string a, string b)
    {
        var (x, y) = (Plain(a), Plain(b));
        if (x == y)
        {
            return 1;
        }
        var left = Pairs(x);
        var right = Pairs(y);
        var shared = left.GroupBy(pair => pair)
            .Sum(group => Math.Min(group.Count(), right.Count(pair => pair == group.Key)));
        return 2.0 * shared / (left.Count + right.Count);
    }

    private static string Plain(string name) =>
        string.Concat(name.Where(c => !char.IsWhiteSpace(c) && !"“”\"《》、,，。;；:：".Contains(c)))
            .Replace('（', '(')
            .Replace('）', ')');

    private static List<string> Pairs(string name) =>
        [.. $"^{name}$".Zip($"^{name}$".Skip(1), (first, second) => $"{first}{second}")];
}

namespace PlanIngest.Model;

/// <summary>What many rows have alike, each kept once: the first of its kind stands for all.</summary>
internal sealed class RecordPatterns<T>(IEqualityComparer<T> alike)
    where T : notnull
{
    /// <summary>Rows with more differences than this are not alike, and nothing is saved by looking on.</summary>
    private const int Most = 4096;

    private readonly Dictionary<T, int> numbers = new(alike);
    private readonly List<T> patterns = [];

    public T this[int number] => patterns[number];

    /// <summary>The number of its pattern; null where there are too many.</summary>
    public int? Of(T one)
    {
        if (numbers.TryGetValue(one, out var number))
        {
            return number;
        }
        if (patterns.Count == Most)
        {
            return null;
        }
        numbers.Add(one, patterns.Count);
        patterns.Add(one);
        return patterns.Count - 1;
    }
}

/// <summary>Alike in all but id, name, ordinal, place in the text and observations.</summary>
internal sealed class RecordAlike : IEqualityComparer<IndicatorRecord>
{
    public static readonly RecordAlike Instance = new();

    public bool Equals(IndicatorRecord? one, IndicatorRecord? other) =>
        one is not null
        && other is not null
        && one.Unit == other.Unit
        && one.Nature == other.Nature
        && one.Responsible == other.Responsible
        && one.Tier == other.Tier
        && one.Confidence == other.Confidence
        && one.KeyWords == other.KeyWords
        && one.Category.SequenceEqual(other.Category)
        && one.Flags.SequenceEqual(other.Flags);

    /// <summary>The key words are their table's: without them all the tables of a document would have the few hashes.</summary>
    public int GetHashCode(IndicatorRecord one) =>
        HashCode.Combine(one.Unit, one.Responsible, one.Nature, one.Tier, one.KeyWords);
}

/// <summary>Alike in all but value, row, place in the text, and the places of name and unit.</summary>
internal sealed class ObservationAlike : IEqualityComparer<Observation>
{
    public static readonly ObservationAlike Instance = new();

    public bool Equals(Observation? one, Observation? other) =>
        one is not null
        && other is not null
        && one.Id == other.Id
        && one.Role == other.Role
        && one.Period == other.Period
        && one.Series == other.Series
        && one.Cell?.Column == other.Cell?.Column
        && one.Cell?.Table == other.Cell?.Table
        && Alike(one.Quantity, other.Quantity)
        && Alike(one.Evidence, other.Evidence)
        && one.Flags.SequenceEqual(other.Flags);

    public int GetHashCode(Observation one) =>
        HashCode.Combine(
            one.Cell?.Column,
            one.Role,
            one.Quantity.Kind,
            one.Quantity.Comparator,
            one.Quantity.Unit,
            one.Quantity.Words
        );

    private static bool Alike(Quantity one, Quantity other) =>
        one.Kind == other.Kind
        && one.Comparator == other.Comparator
        && one.Unit == other.Unit
        && one.Approximate == other.Approximate
        && one.Words == other.Words
        && one.Change == other.Change
        && one.Value is null == other.Value is null;

    private static bool Alike(Evidence one, Evidence other) =>
        one.Rule == other.Rule
        && one.Header == other.Header
        && one.Period == other.Period
        && one.Name is null == other.Name is null
        && one.Unit is null == other.Unit is null;
}

namespace PlanIngest.Model;

/// <summary>What many records have alike, each kept once: the first of its kind stands for all.</summary>
internal sealed class Patterns<T>(IEqualityComparer<T> alike)
    where T : notnull
{
    private readonly Dictionary<T, int> numbers = new(alike);
    private readonly Chunks<T> patterns = new();

    public T this[int number] => patterns[number];

    public int Of(T one)
    {
        if (!numbers.TryGetValue(one, out var number))
        {
            numbers.Add(one, number = patterns.Count);
            patterns.Add(one);
        }
        return number;
    }
}

/// <summary>Alike in all but id, name, ordinal, key words, place in the text and observations.</summary>
internal sealed class RecordAlike : IEqualityComparer<IndicatorRecord>
{
    public static readonly RecordAlike Instance = new();

    public bool Equals(IndicatorRecord? one, IndicatorRecord? other) =>
        one is not null
        && other is not null
        && one.Unit == other.Unit
        && one.Nature == other.Nature
        && one.Responsible == other.Responsible
        && one.Origin == other.Origin
        && one.Tier == other.Tier
        && one.Confidence == other.Confidence
        && one.Category.SequenceEqual(other.Category)
        && one.Flags.SequenceEqual(other.Flags);

    public int GetHashCode(IndicatorRecord one) =>
        HashCode.Combine(
            one.Unit,
            one.Responsible,
            (int)(one.Nature ?? (Nature)(-1)),
            (int)one.Tier,
            one.Category.Count > 0 ? one.Category[^1] : null,
            one.Flags.Count
        );
}

/// <summary>Alike in all but value, row, table, place in the text, and the places of name, unit and own period.</summary>
internal sealed class ObservationAlike : IEqualityComparer<PlacedObservation>
{
    public static readonly ObservationAlike Instance = new();

    public bool Equals(PlacedObservation placed, PlacedObservation beside)
    {
        var (one, other) = (placed.Observation, beside.Observation);
        return one.Cell?.Column == other.Cell?.Column
            && one.Role == other.Role
            && one.Period == other.Period
            && one.Id == other.Id
            && one.Series == other.Series
            && Alike(one.Quantity, other.Quantity)
            && one.Evidence.Rule == other.Evidence.Rule
            && one.Evidence.Name is null == other.Evidence.Name is null
            && one.Evidence.Unit is null == other.Evidence.Unit is null
            && placed.HeaderFrom(0) == beside.HeaderFrom(0)
            && placed.HasOwnPeriod == beside.HasOwnPeriod
            && (placed.HasOwnPeriod || placed.PeriodFrom(0) == beside.PeriodFrom(0))
            && one.Flags.SequenceEqual(other.Flags);
    }

    public int GetHashCode(PlacedObservation placed)
    {
        var one = placed.Observation;
        return HashCode.Combine(
            one.Cell?.Column ?? 0,
            one.Period?.Start.Year ?? 0,
            ((int)one.Role << 8) + ((int)one.Quantity.Kind << 4) + (int)(one.Quantity.Comparator ?? (Comparator)15),
            one.Quantity.Unit,
            one.Quantity.Words,
            one.Series,
            placed.HeaderFrom(0)?.Start ?? 0,
            placed.HasOwnPeriod ? 0 : placed.PeriodFrom(0)?.Start ?? 0
        );
    }

    private static bool Alike(Quantity one, Quantity other) =>
        one.Kind == other.Kind
        && one.Comparator == other.Comparator
        && one.Unit == other.Unit
        && one.Approximate == other.Approximate
        && one.Words == other.Words
        && one.Change == other.Change
        && one.Value is null == other.Value is null;
}

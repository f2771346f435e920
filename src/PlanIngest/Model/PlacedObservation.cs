namespace PlanIngest.Model;

/// <summary>
/// An observation with what its places are counted from: words in the header of its table from the anchor, a period in
/// its own row or sentence from nothing, being the record's.
/// </summary>
internal readonly record struct PlacedObservation(Observation Observation, Span Record, int Anchor)
{
    /// <summary>The words of its period stand in its row, or it has no header where they could stand.</summary>
    public bool HasOwnPeriod => Observation.Evidence is var evidence && IsOwnPeriod(evidence, Record);

    public static bool IsOwnPeriod(Evidence evidence, Span record) =>
        evidence.Period is { } period && (evidence.Header is null || record.Contains(period));

    /// <summary>Where the header's words stand in a table with this anchor.</summary>
    public Span? HeaderFrom(int anchor) => From(Observation.Evidence.Header, anchor);

    /// <inheritdoc cref="HeaderFrom"/>
    public Span? PeriodFrom(int anchor) => From(Observation.Evidence.Period, anchor);

    private Span? From(Span? span, int anchor) =>
        span is { } there ? there with { Start = there.Start - Anchor + anchor } : null;
}

/// <summary>Where the words stand that name an observation, its unit and its own period.</summary>
internal readonly record struct WordPlaces(Span Name, Span Unit, Span Period)
{
    public static WordPlaces Of(Observation one, Span record) =>
        new(
            one.Evidence.Name ?? default,
            one.Evidence.Unit ?? default,
            PlacedObservation.IsOwnPeriod(one.Evidence, record) ? one.Evidence.Period!.Value : default
        );

    /// <summary>Those of all observations, as they mostly are the same words; null where they differ.</summary>
    public static WordPlaces? SharedBy(IndicatorRecord record)
    {
        var shared = new WordPlaces();
        for (var at = 0; at < record.Observations.Count; at++)
        {
            var one = Of(record.Observations[at], record.Span);
            shared = new(
                Filled(shared.Name, one.Name),
                Filled(shared.Unit, one.Unit),
                Filled(shared.Period, one.Period)
            );
            if (
                shared.Name != Filled(one.Name, shared.Name)
                || shared.Unit != Filled(one.Unit, shared.Unit)
                || shared.Period != Filled(one.Period, shared.Period)
            )
            {
                return null;
            }
        }
        return shared;
    }

    private static Span Filled(Span first, Span other) => first == default ? other : first;
}

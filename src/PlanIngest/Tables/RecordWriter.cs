using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>From a row that has been read to its records.</summary>
internal static class RecordWriter
{
    public static void Write(
        OpenRecord open,
        RecordColumns[] groups,
        TableLayout layout,
        string keyWords,
        Place? place,
        RecordList into
    )
    {
        for (var group = 0; group < groups.Length; group++)
        {
            var observations = open.Observations[group];
            // Another measure of a row, or a place's, is a record where it has values; an indicator always is.
            if (
                observations.Count == 0
                && (group > 0 || layout.Shape == TableShape.Places || groups[group].Measure is not null)
            )
            {
                continue;
            }
            DropRepeats(observations);
            Changes.SeeSteps(
                layout.Grid.Document,
                observations,
                open.Name.Unit ?? open.Unit ?? open.ParentUnit ?? layout.Caption.Unit
            );
            Changes.Resolve(observations);
            var name = groups[group].NameFor(open.FullName, layout.Caption);
            var flags = FlagsOf(observations, open.Doubtful);
            into.Add(
                new IndicatorRecord
                {
                    Name = name,
                    Unit = UnitOf(observations) ?? open.Name.Unit?.Unit ?? open.Unit?.Unit,
                    Category = open.Category,
                    Ordinal = open.Ordinal,
                    Nature = open.Nature,
                    Responsible = open.Responsible,
                    Origin = Origin.Table,
                    Tier = TierOf(name, observations),
                    Observations = observations,
                    Span = open.Span,
                    Place = place,
                    Flags = flags,
                    KeyWords = keyWords,
                }
            );
        }
    }

    /// <summary>The unit of its levels; that of a change only where it has no other.</summary>
    public static string? UnitOf(List<Observation> observations)
    {
        foreach (var one in observations)
        {
            if (one.Quantity.Kind is not QuantityKind.Change && one.Quantity.Unit is { } unit)
            {
                return unit;
            }
        }
        foreach (var one in observations)
        {
            if (one.Quantity.Change is { Mode: ChangeMode.Absolute } && one.Quantity.Unit is { } unit)
            {
                return unit;
            }
        }
        return null;
    }

    public static IReadOnlyList<string> FlagsOf(List<Observation> observations, bool doubtful)
    {
        List<string>? flags = doubtful ? ["row-doubtful"] : null;
        foreach (var one in observations)
        {
            foreach (var flag in one.Flags)
            {
                if (flags is null || !flags.Contains(flag))
                {
                    (flags ??= []).Add(flag);
                }
            }
        }
        return flags ?? (IReadOnlyList<string>)[];
    }

    /// <summary>A stock or an activity of the past, without a goal, is a count; rates, densities and levels are not.</summary>
    public static Tier TierOf(string name, List<Observation> observations)
    {
        if (observations.Count == 0)
        {
            return Tier.Core;
        }
        foreach (var one in observations)
        {
            if (
                one.Role != Role.Actual
                || IsRatio(one.Quantity.Unit)
                || one.Quantity.Kind is QuantityKind.Grade or QuantityKind.Text
            )
            {
                return Tier.Core;
            }
        }
        return RateWords.Any(word => name.Contains(word, StringComparison.Ordinal)) ? Tier.Core : Tier.Count;
    }

    private static bool IsRatio(string? unit) => unit is not null && unit.AsSpan().IndexOfAny("%‰/") >= 0;

    private static readonly string[] RateWords =
    [
        "率",
        "比重",
        "占比",
        "比例",
        "人均",
        "每",
        "密度",
        "寿命",
        "浓度",
        "指数",
        "水平",
    ];

    /// <summary>A baseline that stands again in the next line of the same indicator counts once.</summary>
    private static void DropRepeats(List<Observation> observations)
    {
        if (observations.Count > 64)
        {
            return;
        }
        for (var index = observations.Count - 1; index > 0; index--)
        {
            var one = observations[index];
            for (var before = 0; before < index; before++)
            {
                var other = observations[before];
                if (
                    one.Role == other.Role
                    && one.Period == other.Period
                    && one.Series == other.Series
                    && one.Quantity == other.Quantity
                    && one.Cell?.Column == other.Cell?.Column
                )
                {
                    observations.RemoveAt(index);
                    break;
                }
            }
        }
    }
}

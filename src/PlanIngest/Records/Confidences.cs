using System.Collections.Frozen;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// The chance that each of a record's observations is wholly right: the odds before anything is known times a factor
/// for each sign (<see cref="ConfidenceSigns"/>). The factors were learnt by counting; <c>confidence.tsv</c> says how.
/// </summary>
public static class Confidences
{
    /// <summary>The row of the odds before any sign.</summary>
    public const string Prior = "prior";

    private static readonly FrozenDictionary<string, decimal> Factors = Catalog
        .Rows("confidence.tsv")
        .ToFrozenDictionary(
            row => row[0],
            row => decimal.Parse(row[1], CultureInfo.InvariantCulture),
            StringComparer.Ordinal
        );

    public static IEnumerable<IndicatorRecord> Rate(Document document, IEnumerable<IndicatorRecord> records) =>
        records.Select(record => record with { Confidence = Of(document, record) });

    private static readonly decimal PlainRow = Chance(["table"]);

    /// <summary>Of the least sure of its observations; of a record without any, that of its row.</summary>
    private static decimal Of(Document document, IndicatorRecord record)
    {
        if (record.Origin == Origin.Table && record.Flags.Count == 0 && IsPlain(record.Observations))
        {
            return PlainRow;
        }
        if (record.Observations.Count == 0)
        {
            return Chance(ConfidenceSigns.Of(document, record, null));
        }
        var least = 1m;
        foreach (var one in record.Observations)
        {
            least = Math.Min(least, Chance(ConfidenceSigns.Of(document, record, one)));
        }
        return least;
    }

    private static bool IsPlain(IReadOnlyList<Observation> observations)
    {
        for (var at = 0; at < observations.Count; at++)
        {
            if (observations[at].Flags.Count > 0)
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A sign that was never counted changes nothing.</summary>
    private static decimal Chance(IEnumerable<string> signs)
    {
        var odds = Factors[Prior];
        foreach (var sign in signs)
        {
            odds *= Factors.GetValueOrDefault(sign, 1);
        }
        return Math.Round(odds / (1 + odds), ConfidenceSettings.Default.Decimals, MidpointRounding.ToZero);
    }
}

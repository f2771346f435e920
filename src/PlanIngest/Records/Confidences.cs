using System.Collections.Frozen;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// The chance that each of a record's observations is wholly right, by the kind of record: how its name looks and what
/// of it had to be inferred. The rates are counted, in <c>confidence.tsv</c>, which says how.
/// </summary>
public static class Confidences
{
    private static readonly FrozenDictionary<string, decimal> Rates = Catalog
        .Rows("confidence.tsv")
        .ToFrozenDictionary(
            row => $"{row[0]} {row[1]}",
            row => Rate(Count(row[2]), Count(row[3])),
            StringComparer.Ordinal
        );

    /// <summary>What a kind that was never counted gets: the assumption alone.</summary>
    private static readonly decimal Unseen = Rate(0, 0);

    public static IEnumerable<IndicatorRecord> Rate(IEnumerable<IndicatorRecord> records) =>
        records.Select(record => record with { Confidence = Of(record) });

    /// <summary>The kind of a record: the look of its name and what was inferred, the key of the table.</summary>
    public static string KindOf(Origin origin, string name, IReadOnlyCollection<string> flags) =>
        $"{(origin == Origin.Table ? "table" : Look(name))} {Inferred(flags)}";

    /// <summary>The share right, pulled towards the assumption where little was counted.</summary>
    public static decimal Rate(int right, int seen)
    {
        var assumed = ConfidenceSettings.Default;
        return Math.Round(
            (right + assumed.Weight * assumed.Share) / (seen + assumed.Weight),
            assumed.Decimals,
            MidpointRounding.ToZero
        );
    }

    private static decimal Of(IndicatorRecord record)
    {
        IReadOnlyCollection<string> flags = record.Flags;
        if (record.Observations.Any(one => one.Flags.Count > 0))
        {
            flags =
            [
                .. flags.Concat(record.Observations.SelectMany(one => one.Flags)).Distinct(StringComparer.Ordinal),
            ];
        }
        return Rates.GetValueOrDefault(KindOf(record.Origin, record.Name, flags), Unseen);
    }

    /// <summary>A measure ends in a noun of measure; long names, lists and names of a word or two go wrong more often.</summary>
    private static string Look(string name)
    {
        var settings = ConfidenceSettings.Default;
        return name.Length > settings.LongName ? "long"
            : name.Length < settings.ShortName ? "tiny"
            : name.AsSpan().ContainsAny('、', '，') ? "list"
            : settings.MeasureEndings.Contains(name[^1]) ? "measure"
            : "thing";
    }

    private static string Inferred(IReadOnlyCollection<string> flags) =>
        flags.Contains("ocr-suspect") || flags.Contains("row-doubtful") || flags.Contains("cells-inferred") ? "doubtful"
        : flags.Contains("name-inferred") ? "name"
        : (flags.Contains("role-inferred"), flags.Contains("period-inferred")) switch
        {
            (true, true) => "role-and-period",
            (true, false) => "role",
            (false, true) => "period",
            _ => "said",
        };

    private static int Count(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}

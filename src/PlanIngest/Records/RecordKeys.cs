using System.Buffers;
using System.Globalization;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>Gives records and observations the contract's stable ids, and names their key form.</summary>
public static class RecordKeys
{
    private static readonly SearchValues<char> Quotation = SearchValues.Create("\"'“”„‟‘’‚‛「」『』﹁﹂﹃﹄〝〞〟");

    /// <summary>What may stand between 每 and 人口: 每千人口, 每10万人口, 每百万人口.</summary>
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789一二三四五六七八九十百千万亿");

    /// <summary>
    /// An id is made of origin, name and key words. Statements alike in all of these are counted in document order;
    /// nothing else about a statement changes its id.
    /// </summary>
    public static IEnumerable<IndicatorRecord> Assign(IEnumerable<IndicatorRecord> records)
    {
        var identity = new RecordIdentity();
        var given = new HashSet<ulong>();
        var repeats = new Dictionary<ulong, int>();
        var stems = new Dictionary<ObservationKind, string>();
        foreach (var record in records)
        {
            identity.Take(record);
            var first = identity.Number(1);
            var number = first;
            if (!given.Add(number))
            {
                var count = repeats.GetValueOrDefault(first, 1);
                do
                {
                    number = identity.Number(++count);
                } while (!given.Add(number));
                repeats[first] = count;
            }
            yield return record with
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"r-{number:x12}"),
                Observations = Assign(record.Observations, stems),
            };
        }
    }

    /// <summary>
    /// The contract's <c>nameKey</c>: full width folded, white space and quotation marks left out, 每千人口 as 每千人.
    /// No synonyms. A name of nothing but these is its own key.
    /// </summary>
    public static string NameKey(string name)
    {
        if (IsKey(name))
        {
            return name;
        }
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var folded = Narrow(c);
            if (White.Is(folded) || Quotation.Contains(folded))
            {
                continue;
            }
            key.Append(folded);
            if (folded == '口' && EndsPerPopulation(key))
            {
                key.Length--;
            }
        }
        return key.Length > 0 ? key.ToString() : name;
    }

    /// <summary>Nothing in it is folded or left out, as in most names.</summary>
    private static bool IsKey(string name)
    {
        foreach (var c in name)
        {
            if (c == '口' || Narrow(c) != c || White.Is(c) || Quotation.Contains(c))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>Role, period, kind and series; a repeat is counted.</summary>
    public static IReadOnlyList<Observation> Assign(IReadOnlyList<Observation> observations) =>
        Assign(observations, []);

    private static Observation[] Assign(
        IReadOnlyList<Observation> observations,
        Dictionary<ObservationKind, string> stems
    )
    {
        var given = new HashSet<string>(observations.Count, StringComparer.Ordinal);
        var assigned = new Observation[observations.Count];
        for (var at = 0; at < assigned.Length; at++)
        {
            var observation = observations[at];
            var kind = ObservationKind.Of(observation);
            if (!stems.TryGetValue(kind, out var stem))
            {
                stems.Add(kind, stem = Stem(observation));
            }
            var id = stem;
            for (var count = 2; !given.Add(id); count++)
            {
                id = $"{stem}-{count}";
            }
            assigned[at] = observation with { Id = id };
        }
        return assigned;
    }

    private static string Stem(Observation observation)
    {
        var stem = $"{ContractWords.Of(observation.Role)}-{observation.Period?.ToString() ?? "open"}";
        if (observation.Quantity.Kind != QuantityKind.Number)
        {
            stem += '-' + ContractWords.Of(observation.Quantity.Kind);
        }
        return observation.Series is { } series ? stem + '-' + series : stem;
    }

    private readonly record struct ObservationKind(Role Role, Period? Period, QuantityKind Kind, string? Series)
    {
        public static ObservationKind Of(Observation one) => new(one.Role, one.Period, one.Quantity.Kind, one.Series);
    }

    /// <summary>The full-width form of an ASCII character as that character.</summary>
    internal static char Narrow(char c) =>
        c switch
        {
            >= '！' and <= '～' => (char)(c - '！' + '!'),
            '\u3000' => ' ',
            _ => c,
        };

    private static bool EndsPerPopulation(StringBuilder key)
    {
        var at = key.Length - 2;
        if (at < 1 || key[at] != '人')
        {
            return false;
        }
        var numerals = at--;
        while (at >= 0 && Numerals.Contains(key[at]))
        {
            at--;
        }
        return at >= 0 && key[at] == '每' && at + 1 < numerals;
    }
}

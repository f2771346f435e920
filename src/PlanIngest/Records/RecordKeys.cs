using System.Buffers;
using System.Security.Cryptography;
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
    public static IReadOnlyList<IndicatorRecord> Assign(IReadOnlyList<IndicatorRecord> records)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var assigned = new IndicatorRecord[records.Count];
        for (var at = 0; at < assigned.Length; at++)
        {
            var record = records[at];
            var identity = $"{ContractWords.Of(record.Origin)}\n{Folded(record.Name)}\n{Folded(record.KeyWords)}";
            string id;
            do
            {
                var count = seen[identity] = seen.GetValueOrDefault(identity) + 1;
                id = IdOf(identity, count);
            } while (!given.Add(id));
            assigned[at] = record with { Id = id, Observations = Assign(record.Observations) };
        }
        return assigned;
    }

    /// <summary>
    /// The contract's <c>nameKey</c>: full width folded, white space and quotation marks left out, 每千人口 as 每千人.
    /// No synonyms. A name of nothing but these is its own key.
    /// </summary>
    public static string NameKey(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var folded = Narrow(c);
            if (char.IsWhiteSpace(folded) || Quotation.Contains(folded))
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

    /// <summary>Role, period, kind and series; a repeat is counted.</summary>
    public static IReadOnlyList<Observation> Assign(IReadOnlyList<Observation> observations)
    {
        var given = new HashSet<string>(StringComparer.Ordinal);
        var assigned = new Observation[observations.Count];
        for (var at = 0; at < assigned.Length; at++)
        {
            var observation = observations[at];
            var stem = Stem(observation);
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

    private static string IdOf(string identity, int count)
    {
        var words = count == 1 ? identity : $"{identity}\n{count}";
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(words), hash);
        return "r-" + Convert.ToHexStringLower(hash[..6]);
    }

    /// <summary>Width folded and white space left out: neither tells two statements apart.</summary>
    private static string Folded(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            var narrow = Narrow(c);
            if (!char.IsWhiteSpace(narrow) && narrow != Document.Hidden)
            {
                folded.Append(narrow);
            }
        }
        return folded.ToString();
    }

    /// <summary>The full-width form of an ASCII character as that character.</summary>
    private static char Narrow(char c) =>
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

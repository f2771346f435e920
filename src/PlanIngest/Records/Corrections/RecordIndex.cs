using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>The machine's records of a document, to be found by id, by look-alike and by the words of their values.</summary>
public sealed class RecordIndex
{
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byRaws = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byRaw = new(StringComparer.Ordinal);
    private readonly Dictionary<Span, List<int>> bySpan = [];

    public RecordIndex(Document document, IReadOnlyList<IndicatorRecord> records)
        : this(new SourceWords(document), records) { }

    public RecordIndex(SourceWords words, IReadOnlyList<IndicatorRecord> records)
    {
        Records = records;
        Words = words;
        for (var at = 0; at < records.Count; at++)
        {
            var record = records[at];
            byId.TryAdd(record.Id, at);
            Add(byKey, KeyOf(record), at);
            Add(byName, NameOf(record.Name) + "\n" + RawsOf(record), at);
            Add(byRaws, RawsOf(record), at);
            foreach (var observation in record.Observations)
            {
                Add(byRaw, SourceWords.Strip(Words.Raw(observation)), at);
                Add(bySpan, observation.Span, at);
            }
        }
    }

    public IReadOnlyList<IndicatorRecord> Records { get; }
    public SourceWords Words { get; }

    public int? ById(string id) => byId.TryGetValue(id, out var at) ? at : null;

    /// <summary>Records made of the same words as this one: only their count tells their ids apart.</summary>
    public IReadOnlyList<int> SameKey(int at) => byKey[KeyOf(Records[at])];

    /// <summary>The records whose values are exactly these words, in order; or, of one value, that hold it.</summary>
    public IReadOnlyList<int> WithRaws(Seen seen, bool whole) =>
        whole || seen.Raw is null
            ? Of(byRaws, string.Join('\n', seen.Raws.Select(SourceWords.Strip)))
            : Of(byRaw, SourceWords.Strip(seen.Raw));

    /// <summary>How many records could be taken for this one by its words, its name and values, or its place.</summary>
    public int Alike(int at)
    {
        var record = Records[at];
        var alike = new HashSet<int>(SameKey(at));
        alike.UnionWith(Of(byName, NameOf(record.Name) + "\n" + RawsOf(record)));
        foreach (var observation in record.Observations)
        {
            alike.UnionWith(bySpan[observation.Span]);
        }
        return alike.Count;
    }

    public static bool SameName(string? a, string? b) => a is not null && b is not null && NameOf(a) == NameOf(b);

    public string RawsOf(IndicatorRecord record) =>
        string.Join('\n', record.Observations.Select(observation => SourceWords.Strip(Words.Raw(observation))));

    private static string NameOf(string name) => RecordKeys.NameKey(name);

    private static string KeyOf(IndicatorRecord record) =>
        $"{record.Origin}\n{NameOf(record.Name)}\n{SourceWords.Strip(record.KeyWords)}";

    private static List<int> Of(Dictionary<string, List<int>> index, string key) =>
        index.TryGetValue(key, out var list) ? list : [];

    private static void Add<TKey>(Dictionary<TKey, List<int>> index, TKey key, int at)
        where TKey : notnull
    {
        if (!index.TryGetValue(key, out var list))
        {
            index[key] = list = [];
        }
        if (list.Count == 0 || list[^1] != at)
        {
            list.Add(at);
        }
    }
}

using Microsoft.Data.Sqlite;

namespace PlanIngest.Outputs;

/// <summary>
/// A filter as SQL, in two ways that find the same records: by the word index, which meets only what matches, and by
/// the columns, which is quicker on the way along an order of which most records match.
/// </summary>
internal sealed class IndexConditions
{
    private readonly List<string> words = [];
    private readonly List<string> always = ["1"];
    private readonly List<string> columns = [];
    private readonly bool hasPath;
    private readonly Dictionary<string, object> parameters = new(StringComparer.Ordinal);

    public IndexConditions(IndexFilter filter)
    {
        Word("region", filter.Region, "d.region = $region");
        Word("status", filter.Status, "coalesce(r.status, 'open') = $status");
        Word("origin", filter.Origin, "r.origin = $origin");
        Word("tier", filter.Tier, "r.tier = $tier");
        Word("flag", filter.Flag, "instr(' ' || r.flags || ' ', ' ' || $flag || ' ')");
        Word("role", filter.Role, Seen("o.role = $role"));
        Word("period", filter.Period, Seen("coalesce(o.period, 'open') = $period"));
        Word("conflict", filter.Conflict ? "yes" : null, Seen("o.conflict = 1"));
        Search(filter.Search);
        if (filter.Below is { } below)
        {
            always.Add("r.confidence < $below");
            parameters["$below"] = (double)below;
        }
        if (!string.IsNullOrEmpty(filter.Path))
        {
            always.Add("(d.path = $path OR substr(d.path, 1, length($path) + 1) = $path || '/')");
            hasPath = true;
            parameters["$path"] = filter.Path.TrimEnd('/');
        }
    }

    public string ByWords =>
        words.Count == 0
            ? From(always)
            : "FROM record_words w CROSS JOIN record r ON r.id = w.rowid JOIN document d ON d.id = r.id / 1048576 "
                + $"WHERE record_words MATCH $words AND {string.Join(" AND ", always)}";

    public string ByColumns => From([.. always, .. columns]);

    public void AddTo(SqliteCommand command)
    {
        if (words.Count > 0)
        {
            command.Parameters.AddWithValue("$words", string.Join(' ', words.Select(word => $"\"{word}\"")));
        }
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }
    }

    /// <summary>Of <see cref="ByWords"/>: the word index gives its rows in this order by itself, so nothing is sorted.</summary>
    public string DocumentOrder => words.Count > 0 ? "w.rowid" : "r.id";

    /// <summary>As <see cref="ByWords"/>, but no more than the first so many.</summary>
    public string FirstByWords(int most) =>
        $"FROM (SELECT r.id AS id {ByWords} LIMIT {most}) found CROSS JOIN record r ON r.id = found.id "
        + "JOIN document d ON d.id = r.id / 1048576";

    /// <summary>For counting alone: the word index by itself where it answers everything.</summary>
    public string Countable =>
        words.Count > 0 && always.Count == 1 ? "FROM record_words WHERE record_words MATCH $words" : ByWords;

    /// <summary>A path is few documents: from them to their records; else along the records.</summary>
    private string From(IEnumerable<string> conditions) =>
        (
            hasPath
                ? "FROM document d CROSS JOIN record r ON r.id BETWEEN d.id * 1048576 AND d.id * 1048576 + 1048575"
                : "FROM record r JOIN document d ON d.id = r.id / 1048576"
        ) + $" WHERE {string.Join(" AND ", conditions)}";

    private static string Seen(string condition) =>
        $"EXISTS (SELECT 1 FROM observation o WHERE o.id BETWEEN r.id * 1024 AND r.id * 1024 + 1023 AND {condition})";

    private void Word(string kind, string? value, string column)
    {
        if (!string.IsNullOrEmpty(value))
        {
            words.Add(IndexWords.Filter(kind, value));
            columns.Add(column);
            parameters['$' + kind] = value;
        }
    }

    private void Search(string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return;
        }
        const string Holds = "holds(r.name, r.quote, $search)";
        var sought = IndexWords.Sought(search);
        words.AddRange(sought);
        var isOneWord = sought.Count == 1 && IndexWords.Folded(search) == sought[0];
        (isOneWord ? columns : always).Add(Holds);
        parameters["$search"] = IndexWords.Folded(search);
    }
}

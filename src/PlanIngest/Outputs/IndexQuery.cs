using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PlanIngest.Outputs;

/// <summary>What to look for among all records. Null or empty: all.</summary>
public sealed record IndexFilter
{
    /// <summary>Words of the name or the source; together as typed.</summary>
    public string? Search { get; init; }

    /// <summary>A document's path, or the beginning of one up to a slash.</summary>
    public string? Path { get; init; }
    public string? Region { get; init; }

    /// <summary><c>open</c>, <c>accepted</c>, <c>corrected</c>, <c>added</c>, <c>rejected</c>.</summary>
    public string? Status { get; init; }
    public string? Origin { get; init; }
    public string? Tier { get; init; }
    public string? Flag { get; init; }
    public string? Role { get; init; }
    public string? Period { get; init; }
    public bool Conflict { get; init; }

    /// <summary>Only records less sure than this.</summary>
    public decimal? Below { get; init; }
    public IndexOrder Order { get; init; }
}

public enum IndexOrder
{
    Document,
    Doubt,
    Name,
}

/// <summary>A record as the list of all records shows it.</summary>
public sealed record IndexedRecord(
    string Path,
    string? Title,
    string Id,
    string Name,
    string? Unit,
    string? Category,
    string Origin,
    string Tier,
    string Values,
    string Quote,
    long Line,
    double Confidence,
    string? Flags,
    string? Status,
    string? Reviewer
);

/// <summary>One page of a list. <see cref="Total"/> is counted to <see cref="IndexQuery.Countable"/> and no further.</summary>
public sealed record IndexPage(IReadOnlyList<IndexedRecord> Records, int Total, bool More)
{
    public bool TotalIsLeast => Total > IndexQuery.Countable;
}

/// <summary>Questions to the index, each answered without reading more of it than a page needs.</summary>
public static class IndexQuery
{
    /// <summary>Nobody reads five thousand hits; counting further would cost more than finding them.</summary>
    public const int Countable = 5_000;

    private const string Columns =
        "d.path, d.title, r.record, r.name, r.unit, r.category, r.origin, r.tier, r.values_text, r.quote, r.line, "
        + "r.confidence, r.flags, r.status, r.reviewer";

    public static IndexPage Find(SqliteConnection index, IndexFilter filter, int skip, int take)
    {
        var conditions = new IndexConditions(filter);
        using var command = index.CreateCommand();
        conditions.AddTo(command);
        command.CommandText = $"SELECT COUNT(*) FROM (SELECT 1 {conditions.Countable} LIMIT {Countable + 1})";
        var total = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        var records = new List<IndexedRecord>();
        if (total > skip)
        {
            // A frequent match is met soon on the way along the order; a rare one is quicker found first, then sorted.
            // Names that hold the same words stand together, so along the names a search may meet none for long: there
            // the countable ones are sorted.
            var isFrequent = total > Countable;
            var isSearch = !string.IsNullOrWhiteSpace(filter.Search);
            var (order, from) = filter.Order switch
            {
                IndexOrder.Doubt when isFrequent => ("r.confidence", conditions.ByColumns),
                IndexOrder.Doubt => ("r.confidence, r.id", conditions.ByWords),
                IndexOrder.Name when isFrequent => (
                    "r.name_key",
                    isSearch ? conditions.FirstByWords(Countable) : conditions.ByColumns
                ),
                IndexOrder.Name => ("r.name_key", conditions.ByWords),
                _ => (conditions.DocumentOrder, conditions.ByWords),
            };
            command.CommandText = $"SELECT {Columns} {from} ORDER BY {order} LIMIT $take OFFSET $skip";
            command.Parameters.AddWithValue("$take", take + 1);
            command.Parameters.AddWithValue("$skip", skip);
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                records.Add(Record(reader));
            }
        }
        var more = records.Count > take;
        return new IndexPage(more ? records[..take] : records, total, more);
    }

    private static IndexedRecord Record(SqliteDataReader row) =>
        new(
            row.GetString(0),
            Text(row, 1),
            row.GetString(2),
            row.GetString(3),
            Text(row, 4),
            Text(row, 5),
            row.GetString(6),
            row.GetString(7),
            row.GetString(8),
            row.GetString(9),
            row.GetInt64(10),
            row.GetDouble(11),
            Text(row, 12),
            Text(row, 13),
            Text(row, 14)
        );

    internal static string? Text(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);
}

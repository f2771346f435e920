using Microsoft.Data.Sqlite;
using PlanIngest.Records;

namespace PlanIngest.Outputs;

/// <summary>A document as the list of documents shows it.</summary>
public sealed record IndexedDocument(
    string Path,
    string? Title,
    string Kind,
    string? Region,
    string? Plan,
    string Sha256,
    long Bytes,
    string MediaType,
    long Records,
    long Reviewed,
    long Rejected,
    long Conflicts,
    long OpenConflicts,
    long Warnings,
    long Errors,
    long Unsettled,
    string? Refusal,
    string? Reviewers
)
{
    /// <summary>Everything looked at, and nothing left to decide.</summary>
    public bool IsFinished =>
        Refusal is null
        && Records + Rejected > 0
        && Reviewed == Records + Rejected
        && OpenConflicts == 0
        && Unsettled == 0;
}

/// <summary>The documents of the index.</summary>
public static class IndexDocuments
{
    private const string Columns =
        "path, title, kind, region, plan, sha256, bytes, media_type, records, reviewed, rejected, conflicts, "
        + "open_conflicts, warnings, errors, unsettled, refusal, reviewers";

    /// <summary>By path. <paramref name="search"/>: part of path, title or region.</summary>
    public static (IReadOnlyList<IndexedDocument> Documents, int Total) List(
        SqliteConnection index,
        string? search,
        int skip,
        int take
    )
    {
        const string Where =
            "WHERE $search = '' OR instr(path, $search) OR instr(title, $search) OR instr(region, $search)";
        using var command = index.CreateCommand();
        command.Parameters.AddWithValue("$search", search ?? "");
        command.Parameters.AddWithValue("$take", take);
        command.Parameters.AddWithValue("$skip", skip);
        command.CommandText = $"SELECT COUNT(*) FROM document {Where}";
        var total = (int)(long)command.ExecuteScalar()!;
        command.CommandText = $"SELECT {Columns} FROM document {Where} ORDER BY path LIMIT $take OFFSET $skip";
        return (Read(command), total);
    }

    public static IndexedDocument? Find(SqliteConnection index, string path)
    {
        using var command = index.CreateCommand();
        command.CommandText = $"SELECT {Columns} FROM document WHERE path = $path";
        command.Parameters.AddWithValue("$path", path);
        return Read(command).FirstOrDefault();
    }

    /// <summary>Of every document: when its output was last changed, and its size.</summary>
    public static IReadOnlyDictionary<string, (long Stamp, long Size)> Stamps(SqliteConnection index)
    {
        using var command = index.CreateCommand();
        command.CommandText = "SELECT path, stamp, size FROM document";
        using var row = command.ExecuteReader();
        var stamps = new Dictionary<string, (long, long)>(StringComparer.Ordinal);
        while (row.Read())
        {
            stamps[row.GetString(0)] = (row.GetInt64(1), row.GetInt64(2));
        }
        return stamps;
    }

    /// <summary>What the newest version of a document changed against the one before.</summary>
    public static IReadOnlyList<OutputChange> ChangesOf(SqliteConnection index, string path)
    {
        using var command = index.CreateCommand();
        command.CommandText =
            "SELECT kind, record, name, before, after FROM change "
            + "WHERE document_id = (SELECT id FROM document WHERE path = $path) ORDER BY rowid";
        command.Parameters.AddWithValue("$path", path);
        using var row = command.ExecuteReader();
        var changes = new List<OutputChange>();
        while (row.Read())
        {
            var kind = ContractValues.Parse<ChangeKind>(row.GetString(0))!.Value;
            changes.Add(
                new(kind, row.GetString(1), row.GetString(2), IndexQuery.Text(row, 3), IndexQuery.Text(row, 4))
            );
        }
        return changes;
    }

    internal static string? Sha256Of(SqliteConnection index, long id)
    {
        using var command = index.CreateCommand();
        command.CommandText = "SELECT sha256 FROM document WHERE id = $id";
        command.Parameters.AddWithValue("$id", id);
        return command.ExecuteScalar() as string;
    }

    internal static List<ComparedRecord> RecordsOf(SqliteConnection index, long id)
    {
        using var command = index.CreateCommand();
        command.CommandText =
            "SELECT record, name, name_key, values_text FROM record WHERE id BETWEEN $first AND $last "
            + "AND coalesce(status, '') <> 'rejected' ORDER BY id";
        command.Parameters.AddWithValue("$first", id * IndexSchema.RecordsPerDocument);
        command.Parameters.AddWithValue("$last", (id + 1) * IndexSchema.RecordsPerDocument - 1);
        using var row = command.ExecuteReader();
        var records = new List<ComparedRecord>();
        while (row.Read())
        {
            records.Add(new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)));
        }
        return records;
    }

    private static List<IndexedDocument> Read(SqliteCommand command)
    {
        using var row = command.ExecuteReader();
        var documents = new List<IndexedDocument>();
        while (row.Read())
        {
            documents.Add(
                new IndexedDocument(
                    row.GetString(0),
                    IndexQuery.Text(row, 1),
                    row.GetString(2),
                    IndexQuery.Text(row, 3),
                    IndexQuery.Text(row, 4),
                    row.GetString(5),
                    row.GetInt64(6),
                    row.GetString(7),
                    row.GetInt64(8),
                    row.GetInt64(9),
                    row.GetInt64(10),
                    row.GetInt64(11),
                    row.GetInt64(12),
                    row.GetInt64(13),
                    row.GetInt64(14),
                    row.GetInt64(15),
                    IndexQuery.Text(row, 16),
                    IndexQuery.Text(row, 17)
                )
            );
        }
        return documents;
    }
}

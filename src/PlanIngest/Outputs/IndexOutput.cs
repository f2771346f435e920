using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PlanIngest.Records;

namespace PlanIngest.Outputs;

/// <summary>
/// Writes outputs into the index, each document whole in place of what stood there of it. One writer at a time; what
/// it wrote is seen by readers after <see cref="Commit"/>.
/// </summary>
public sealed class IndexOutput : IDisposable
{
    private const string Filed =
        "INSERT INTO document (path, kind, sha256, extractor, bytes, media_type, records, reviewed, rejected, conflicts, "
        + "open_conflicts, warnings, errors, unsettled, stamp, size) VALUES ($1, '', '', '', 0, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) "
        + "ON CONFLICT (path) DO UPDATE SET path = path RETURNING id";

    private readonly SqliteConnection connection;
    private readonly IndexStatement file;
    private readonly IndexStatement document;
    private readonly IndexStatement record;
    private readonly IndexStatement observation;
    private readonly IndexStatement words;
    private readonly IndexStatement[] clear;
    private readonly IndexStatement remove;
    private readonly IndexStatement change;
    private readonly IndexStatement forget;
    private readonly StringBuilder text = new();
    private readonly HashSet<int> pairs = [];
    private bool isWriting;

    private IndexOutput(SqliteConnection connection)
    {
        this.connection = connection;
        file = new(connection, Filed, 1);
        document = new(
            connection,
            "UPDATE document SET title = $2, kind = $3, number = $4, issuer = $5, issued_on = $6, region = $7, plan = $8, "
                + "sha256 = $9, corrections = $10, extractor = $11, bytes = $12, media_type = $13, records = $14, "
                + "reviewed = $15, rejected = $16, conflicts = $17, open_conflicts = $18, warnings = $19, errors = $20, "
                + "unsettled = $21, refusal = $22, reviewers = $23, stamp = $24, size = $25 WHERE id = $1",
            25
        );
        record = new(connection, "INSERT INTO record VALUES ({0})", 18);
        observation = new(connection, "INSERT INTO observation VALUES ({0})", 23);
        words = new(connection, "INSERT INTO record_words (rowid, words) VALUES ($1, $2)", 2);
        clear =
        [
            new(connection, "DELETE FROM observation WHERE id BETWEEN $1 * 1024 AND $2 * 1024 + 1023", 2),
            new(connection, "DELETE FROM record_words WHERE rowid BETWEEN $1 AND $2", 2),
            new(connection, "DELETE FROM record WHERE id BETWEEN $1 AND $2", 2),
        ];
        change = new(connection, "INSERT INTO change VALUES ({0})", 6);
        forget = new(connection, "DELETE FROM change WHERE document_id = $1", 1);
        remove = new(connection, "DELETE FROM document WHERE id = $1", 1);
    }

    public static IndexOutput Open(string path) => new(IndexFile.OpenToWrite(path));

    /// <param name="output">An output of ours, whole.</param>
    /// <param name="stamp">When its file was last changed, in UTC ticks, and its size: how the index knows it is current.</param>
    /// <param name="size">In bytes.</param>
    public void Put(JsonElement output, long stamp, long size)
    {
        var head = output.GetProperty("document");
        var id = IdOf(head.GetProperty("path").GetString()!);
        var changes = Changes(id, output);
        Clear(id);
        var conflicting = FlatForm.Conflicting(output);
        var tally = new IndexTally(output);
        var at = id * IndexSchema.RecordsPerDocument;
        foreach (var (list, rejected) in new[] { ("records", false), ("rejected", true) })
        {
            if (!output.TryGetProperty(list, out var records))
            {
                continue;
            }
            foreach (var one in records.EnumerateArray().Take((int)IndexSchema.RecordsPerDocument))
            {
                Put(at++, one, head, rejected, conflicting);
            }
        }
        if (changes is not null)
        {
            forget.Run(id);
            foreach (var one in changes)
            {
                change.Run(id, ContractValues.Word(one.Kind), one.Id, one.Name, one.Before, one.After);
            }
        }
        document.Run(
            id,
            Text(head, "title"),
            Text(head, "kind"),
            Text(head, "documentNumber"),
            Text(head, "issuer"),
            Text(head, "issuedOn"),
            Text(head, "region"),
            Text(head.GetProperty("planPeriod"), "name"),
            Text(head, "sha256"),
            Text(output, "corrections"),
            Text(output, "extractor"),
            head.GetProperty("bytes").GetInt64(),
            Text(head, "mediaType"),
            tally.Records,
            tally.Reviewed,
            tally.Rejected,
            tally.Conflicts,
            tally.OpenConflicts,
            tally.Warnings,
            tally.Errors,
            tally.Unsettled,
            tally.Refusal,
            tally.Reviewers,
            stamp,
            size
        );
    }

    /// <summary>
    /// What a new version of a document has changed, to be kept with it until the next; null where it is none.
    /// </summary>
    private List<OutputChange>? Changes(long id, JsonElement output)
    {
        var was = IndexDocuments.Sha256Of(connection, id);
        return string.IsNullOrEmpty(was) || was == Text(output.GetProperty("document"), "sha256")
            ? null
            : [.. OutputComparison.Compare(IndexDocuments.RecordsOf(connection, id), OutputComparison.Records(output))];
    }

    public void Remove(string path)
    {
        var id = IdOf(path);
        Clear(id);
        forget.Run(id);
        remove.Run(id);
    }

    public void Commit()
    {
        if (isWriting)
        {
            IndexFile.Execute(connection, "COMMIT");
            isWriting = false;
        }
    }

    public void Dispose()
    {
        foreach (
            var statement in (IEnumerable<IndexStatement>)
                [file, document, record, observation, words, remove, change, forget, .. clear]
        )
        {
            statement.Dispose();
        }
        connection.Dispose();
    }

    /// <summary>The id of a document, which gets one where it has none.</summary>
    private long IdOf(string path)
    {
        if (!isWriting)
        {
            IndexFile.Execute(connection, "BEGIN IMMEDIATE");
            isWriting = true;
        }
        return file.Scalar(path);
    }

    private void Clear(long id)
    {
        foreach (var statement in clear)
        {
            statement.Run(id * IndexSchema.RecordsPerDocument, (id + 1) * IndexSchema.RecordsPerDocument - 1);
        }
    }

    private void Put(long id, JsonElement one, JsonElement head, bool rejected, HashSet<(string?, string?)> conflicting)
    {
        var key = Text(one, "id");
        var review = FlatForm.Member(one, "review");
        var status = Text(review, "status");
        var category = FlatForm.Joined(" / ", one.GetProperty("category")).Text;
        var flags = FlatForm.Joined(" ", one.GetProperty("flags")).Text;
        text.Clear();
        pairs.Clear();
        IndexWords.Add(text, pairs, Text(one, "name"));
        IndexWords.Add(text, pairs, Text(one, "quote"));
        Filter("status", status ?? "open");
        Filter("origin", Text(one, "origin")!);
        Filter("tier", Text(one, "tier")!);
        Filter("region", Text(head, "region"));
        foreach (var flag in one.GetProperty("flags").EnumerateArray())
        {
            Filter("flag", flag.GetString());
        }
        var filters = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (
            var seen in one.GetProperty("observations").EnumerateArray().Take((int)IndexSchema.ObservationsPerRecord)
        )
        {
            var isConflicting = conflicting.Contains((key, Text(seen, "id")));
            Put(id * IndexSchema.ObservationsPerRecord + number++, seen, isConflicting && !rejected);
            if (isConflicting)
            {
                filters.Add(IndexWords.Filter("conflict", "yes"));
            }
            filters.Add(IndexWords.Filter("role", Text(seen, "role")!));
            filters.Add(IndexWords.Filter("period", Text(seen, "period") ?? "open"));
        }
        text.AppendJoin(' ', filters);
        record.Run(
            id,
            key,
            Text(one, "name"),
            Text(one, "nameKey"),
            Text(one, "unit"),
            category,
            Text(one, "ordinal"),
            Text(one, "nature"),
            Text(one, "responsible"),
            Text(one, "origin"),
            Text(one, "tier"),
            Text(one, "quote"),
            one.GetProperty("source").GetProperty("line").GetInt64(),
            one.GetProperty("confidence").GetDouble(),
            flags,
            status,
            Text(review, "by"),
            OutputComparison.ValuesOf(one)
        );
        words.Run(id, text.ToString());
    }

    private void Filter(string kind, string? value)
    {
        if (value is not null)
        {
            text.Append(IndexWords.Filter(kind, value)).Append(' ');
        }
    }

    private void Put(long id, JsonElement seen, bool conflicting)
    {
        var quantity = seen.GetProperty("quantity");
        var level = FlatForm.Member(seen, "level");
        var source = seen.GetProperty("source");
        var (start, end) = FlatForm.Ends(Text(seen, "period"));
        observation.Run(
            id,
            Text(seen, "id"),
            Text(seen, "role"),
            Text(seen, "period"),
            start,
            end,
            Text(seen, "series"),
            Text(quantity, "kind"),
            Text(quantity, "comparator"),
            Number(quantity, "value"),
            Number(quantity, "low"),
            Number(quantity, "high"),
            Text(quantity, "unit"),
            FlatForm.Words(quantity).Text,
            Text(level, "comparator"),
            Number(level, "value"),
            Text(seen, "raw"),
            Number(source, "line"),
            Number(source, "page"),
            Text(source, "sheet"),
            Text(source, "cell"),
            FlatForm.Joined(" ", FlatForm.Member(seen, "flags")).Text,
            conflicting ? 1L : 0L
        );
    }

    private static string? Text(JsonElement owner, string member) => FlatValue.Of(owner, member).Text;

    private static double? Number(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object
        && FlatForm.Member(owner, member) is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : null;
}

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
        + "open_conflicts, warnings, errors, unsettled, stamp, size) VALUES (?1, '', '', '', 0, '', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) "
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
    private readonly HashSet<string> filters = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, string), string> filterWords = [];
    private readonly bool isBuilding;
    private bool isWriting;

    private IndexOutput(SqliteConnection connection, bool isBuilding)
    {
        this.connection = connection;
        this.isBuilding = isBuilding;
        file = new(connection, Filed, 1);
        document = new(
            connection,
            "UPDATE document SET title = ?2, kind = ?3, number = ?4, issuer = ?5, issued_on = ?6, region = ?7, plan = ?8, "
                + "sha256 = ?9, corrections = ?10, extractor = ?11, bytes = ?12, media_type = ?13, records = ?14, "
                + "reviewed = ?15, rejected = ?16, conflicts = ?17, open_conflicts = ?18, warnings = ?19, errors = ?20, "
                + "unsettled = ?21, refusal = ?22, reviewers = ?23, stamp = ?24, size = ?25 WHERE id = ?1",
            25
        );
        record = new(connection, "INSERT INTO record VALUES ({0})", 18);
        observation = new(connection, "INSERT INTO observation VALUES ({0})", 23);
        words = new(connection, "INSERT INTO record_words (rowid, words) VALUES (?1, ?2)", 2);
        clear =
        [
            new(connection, "DELETE FROM observation WHERE id BETWEEN ?1 * 1024 AND ?2 * 1024 + 1023", 2),
            new(connection, "DELETE FROM record_words WHERE rowid BETWEEN ?1 AND ?2", 2),
            new(connection, "DELETE FROM record WHERE id BETWEEN ?1 AND ?2", 2),
        ];
        change = new(connection, "INSERT INTO change VALUES ({0})", 6);
        forget = new(connection, "DELETE FROM change WHERE document_id = ?1", 1);
        remove = new(connection, "DELETE FROM document WHERE id = ?1", 1);
    }

    public static IndexOutput Open(string path) => new(IndexFile.OpenToWrite(path), isBuilding: false);

    /// <summary>
    /// A new file, written in one go while nobody reads it: no journal, and what sorts and joins the records is made at
    /// the end, by <see cref="Finish"/>. A file without that is worth nothing.
    /// </summary>
    public static IndexOutput Build(string path) => new(IndexFile.OpenToBuild(path), isBuilding: true);

    /// <param name="output">An output of ours, whole.</param>
    /// <param name="stamp">When its file was last changed, in UTC ticks, and its size: how the index knows it is current.</param>
    /// <param name="size">In bytes.</param>
    public void Put(JsonElement output, long stamp, long size)
    {
        var head = output.GetProperty("document");
        var id = IdOf(head.GetProperty("path").GetString()!);
        var changes = isBuilding ? null : Changes(id, output);
        if (!isBuilding)
        {
            Clear(id);
        }
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
            forget.Add(id).Run();
            foreach (var one in changes)
            {
                change.Add(id).Add(ContractValues.Word(one.Kind)).Add(one.Id).Add(one.Name);
                change.Add(one.Before).Add(one.After).Run();
            }
        }
        document.Add(id).AddText(head, "title").AddText(head, "kind").AddText(head, "documentNumber");
        document.AddText(head, "issuer").AddText(head, "issuedOn").AddText(head, "region");
        document.AddText(head.GetProperty("planPeriod"), "name").AddText(head, "sha256").AddText(output, "corrections");
        document.AddText(output, "extractor").Add(head.GetProperty("bytes").GetInt64()).AddText(head, "mediaType");
        document.Add(tally.Records).Add(tally.Reviewed).Add(tally.Rejected).Add(tally.Conflicts);
        document.Add(tally.OpenConflicts).Add(tally.Warnings).Add(tally.Errors).Add(tally.Unsettled);
        document.Add(tally.Refusal).Add(tally.Reviewers).Add(stamp).Add(size).Run();
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
        forget.Add(id).Run();
        remove.Add(id).Run();
    }

    public void Commit()
    {
        if (isWriting)
        {
            IndexFile.Execute(connection, "COMMIT");
            isWriting = false;
        }
    }

    /// <summary>Of a file being built: makes it whole.</summary>
    public void Finish()
    {
        Commit();
        IndexFile.Execute(connection, IndexSchema.Finish);
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
        return file.Add(path).Scalar();
    }

    private void Clear(long id)
    {
        foreach (var statement in clear)
        {
            statement.Add(id * IndexSchema.RecordsPerDocument);
            statement.Add((id + 1) * IndexSchema.RecordsPerDocument - 1).Run();
        }
    }

    private void Put(long id, JsonElement one, JsonElement head, bool rejected, HashSet<(string?, string?)> conflicting)
    {
        var key = conflicting.Count > 0 ? Text(one, "id") : null;
        var review = FlatForm.Member(one, "review");
        var (quote, status) = (Text(one, "quote"), Text(review, "status"));
        text.Clear();
        pairs.Clear();
        filters.Clear();
        IndexWords.Add(text, pairs, Text(one, "name"));
        IndexWords.Add(text, pairs, quote);
        Filter("status", status ?? "open");
        Filter("origin", Text(one, "origin"));
        Filter("tier", Text(one, "tier"));
        Filter("region", Text(head, "region"));
        foreach (var flag in one.GetProperty("flags").EnumerateArray())
        {
            Filter("flag", flag.GetString());
        }
        var number = 0;
        foreach (
            var seen in one.GetProperty("observations").EnumerateArray().Take((int)IndexSchema.ObservationsPerRecord)
        )
        {
            var isConflicting = key is not null && conflicting.Contains((key, Text(seen, "id")));
            Filter("conflict", isConflicting ? "yes" : null);
            Filter("role", Text(seen, "role"));
            Filter("period", Text(seen, "period") ?? "open");
            Put(id * IndexSchema.ObservationsPerRecord + number++, seen, isConflicting && !rejected);
        }
        record.Add(id).AddText(one, "id").AddText(one, "name").AddText(one, "nameKey").AddText(one, "unit");
        record.Add(FlatForm.Joined(" / ", one.GetProperty("category")).Text).AddText(one, "ordinal");
        record
            .AddText(one, "nature")
            .AddText(one, "responsible")
            .AddText(one, "origin")
            .AddText(one, "tier")
            .Add(quote);
        record.AddNumber(one.GetProperty("source"), "line").AddNumber(one, "confidence");
        record.Add(FlatForm.Joined(" ", one.GetProperty("flags")).Text).Add(status).AddText(review, "by");
        record.Add(OutputComparison.ValuesOf(one)).Run();
        words.Add(id).Add(text.ToString()).Run();
    }

    /// <summary>A filter's word, once a record. The words are few and each is made once.</summary>
    private void Filter(string kind, string? value)
    {
        if (value is null)
        {
            return;
        }
        if (!filterWords.TryGetValue((kind, value), out var word))
        {
            filterWords[(kind, value)] = word = IndexWords.Filter(kind, value);
        }
        if (filters.Add(word))
        {
            text.Append(word).Append(' ');
        }
    }

    private void Put(long id, JsonElement seen, bool conflicting)
    {
        var quantity = seen.GetProperty("quantity");
        var level = FlatForm.Member(seen, "level");
        var source = seen.GetProperty("source");
        var (start, end) = FlatForm.Ends(Text(seen, "period"));
        observation.Add(id).AddText(seen, "id").AddText(seen, "role").AddText(seen, "period").Add(start).Add(end);
        observation.AddText(seen, "series").AddText(quantity, "kind").AddText(quantity, "comparator");
        observation.AddNumber(quantity, "value").AddNumber(quantity, "low").AddNumber(quantity, "high");
        observation.AddText(quantity, "unit").Add(FlatForm.Words(quantity).Text).AddText(level, "comparator");
        observation.AddNumber(level, "value").AddText(seen, "raw").AddNumber(source, "line").AddNumber(source, "page");
        observation.AddText(source, "sheet").AddText(source, "cell");
        observation.Add(FlatForm.Joined(" ", FlatForm.Member(seen, "flags")).Text).Add(conflicting ? 1L : 0L).Run();
    }

    private static string? Text(JsonElement owner, string member) => FlatValue.Of(owner, member).Text;
}

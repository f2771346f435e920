namespace PlanIngest.Outputs;

/// <summary>
/// The tables of <c>index.db</c>. Derived from the outputs and never the only place of anything: a file with another
/// version is thrown away and built again. The view <c>observations</c>, with the columns of the flat form, is for
/// people; the tables under it may change with the version.
/// </summary>
internal static class IndexSchema
{
    /// <summary>Kept in <c>user_version</c>.</summary>
    public const int Version = 2;

    /// <summary>
    /// A record's id is its document's id times this, plus its place: ids run in document order, and a document written
    /// again keeps its own. More records than this no document has; those beyond would not be indexed.
    /// </summary>
    public const long RecordsPerDocument = 1 << 20;

    /// <summary>
    /// An observation's id is its record's times this, plus its place in it. A table with more columns of values than
    /// this is none that people made.
    /// </summary>
    public const long ObservationsPerRecord = 1 << 10;

    public const string Tables = """
        CREATE TABLE document (
            id INTEGER PRIMARY KEY,
            path TEXT NOT NULL UNIQUE,
            title TEXT, kind TEXT NOT NULL, number TEXT, issuer TEXT, issued_on TEXT, region TEXT, plan TEXT,
            sha256 TEXT NOT NULL, corrections TEXT, extractor TEXT NOT NULL,
            bytes INTEGER NOT NULL, media_type TEXT NOT NULL,
            records INTEGER NOT NULL, reviewed INTEGER NOT NULL, rejected INTEGER NOT NULL,
            conflicts INTEGER NOT NULL, open_conflicts INTEGER NOT NULL,
            warnings INTEGER NOT NULL, errors INTEGER NOT NULL, unsettled INTEGER NOT NULL, refusal TEXT,
            reviewers TEXT, stamp INTEGER NOT NULL, size INTEGER NOT NULL
        );
        CREATE TABLE record (
            id INTEGER PRIMARY KEY,
            record TEXT NOT NULL, name TEXT NOT NULL, name_key TEXT NOT NULL, unit TEXT, category TEXT, ordinal TEXT,
            nature TEXT, responsible TEXT, origin TEXT NOT NULL, tier TEXT NOT NULL, quote TEXT NOT NULL, line INTEGER,
            confidence REAL NOT NULL, flags TEXT, status TEXT, reviewer TEXT, values_text TEXT NOT NULL
        );
        CREATE TABLE observation (
            id INTEGER PRIMARY KEY,
            observation TEXT NOT NULL, role TEXT NOT NULL, period TEXT, period_start TEXT, period_end TEXT, series TEXT,
            kind TEXT NOT NULL, comparator TEXT, value REAL, low REAL, high REAL, unit TEXT, words TEXT,
            level_comparator TEXT, level_value REAL, raw TEXT NOT NULL,
            line INTEGER, page INTEGER, sheet TEXT, cell TEXT, flags TEXT, conflict INTEGER NOT NULL
        );
        CREATE TABLE change (
            document_id INTEGER NOT NULL, kind TEXT NOT NULL, record TEXT NOT NULL, name TEXT NOT NULL, before TEXT, after TEXT
        );
        CREATE INDEX change_of_document ON change (document_id);
        CREATE VIRTUAL TABLE record_words USING fts5(
            words, content = '', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars '_'"
        );
        CREATE VIEW observation_flat AS
        SELECT d.path, d.title, d.region, d.issued_on, d.plan, r.record, o.observation, r.name, r.name_key, r.category,
            r.ordinal, r.nature, r.responsible, r.origin, r.tier, o.role, o.period, o.period_start, o.period_end,
            o.series, o.kind, o.comparator, o.value, o.low, o.high, o.unit, o.words, o.level_comparator, o.level_value,
            o.raw, r.quote, o.line, o.page, o.sheet, o.cell, r.confidence, o.flags,
            CASE o.conflict WHEN 1 THEN 'true' ELSE 'false' END AS conflict, r.status AS review,
            r.id AS record_id, o.id AS observation_id
        FROM observation o JOIN record r ON r.id = o.id / 1024 JOIN document d ON d.id = r.id / 1048576;
        CREATE VIEW observations AS
        SELECT path, title, region, issued_on, plan, record, observation, name, name_key, category, ordinal, nature,
            responsible, origin, tier, role, period, period_start, period_end, series, kind, comparator, value, low, high,
            unit, words, level_comparator, level_value, raw, quote, line, page, sheet, cell, confidence, flags, conflict,
            review
        FROM observation_flat;
        """;

    /// <summary>
    /// What a file needs besides its tables. The orders of names and doubt are sorted once when the records are there,
    /// for keeping them sorted from the start costs many times that; the word index becomes one part, for every part
    /// costs every search.
    /// </summary>
    public static readonly string Finish = $"""
        CREATE INDEX record_by_key ON record (name_key);
        CREATE INDEX record_by_doubt ON record (confidence);
        INSERT INTO record_words (record_words) VALUES ('optimize');
        INSERT INTO record_words (record_words, rank) VALUES ('automerge', 4), ('crisismerge', 16), ('hashsize', 33554432);
        PRAGMA user_version = {Version};
        """;

    /// <summary>While it is built: nothing of the word index is merged before the end.</summary>
    public const string Building =
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; "
        + "PRAGMA cache_size = -131072;";

    public const string BuildingWords =
        "INSERT INTO record_words (record_words, rank) VALUES ('automerge', 0), ('crisismerge', 64), ('hashsize', 134217728);";

    /// <summary>Readers never wait for the writer. The index can be built again, so a power cut may cost its last moments.</summary>
    public const string Connection =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 10000; PRAGMA temp_store = MEMORY; "
        + "PRAGMA cache_size = -65536; PRAGMA mmap_size = 1073741824;";
}

using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PlanIngest.Outputs;

/// <summary>
/// A prepared statement, its parameters <c>?1</c>… given in order; <c>{0}</c> in it is the list of all of them. It
/// speaks to SQLite itself: a million records are seventy million values, and an object with a name for each costs more
/// than storing it.
/// </summary>
internal sealed class IndexStatement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private int given;

    public IndexStatement(SqliteConnection connection, string sql, int parameters)
    {
        database = connection.Handle!;
        var names = string.Join(", ", Enumerable.Range(1, parameters).Select(at => $"?{at}"));
        Check(
            raw.sqlite3_prepare_v2(database, sql.Replace("{0}", names, StringComparison.Ordinal), out statement),
            raw.SQLITE_OK
        );
    }

    public IndexStatement Add(long value) => Added(raw.sqlite3_bind_int64(statement, ++given, value));

    public IndexStatement Add(string? text) =>
        Added(
            text is null ? raw.sqlite3_bind_null(statement, ++given) : raw.sqlite3_bind_text(statement, ++given, text)
        );

    /// <summary>A member's text, or null; straight from the bytes of the JSON where nothing in it is escaped.</summary>
    public IndexStatement AddText(JsonElement owner, string member)
    {
        if (FlatForm.Member(owner, member) is not { ValueKind: JsonValueKind.String } value)
        {
            return Add(null);
        }
        var bytes = JsonMarshal.GetRawUtf8Value(value)[1..^1];
        return bytes.IsEmpty || bytes.Contains((byte)'\\')
            ? Add(value.GetString())
            : Added(raw.sqlite3_bind_text(statement, ++given, bytes));
    }

    /// <summary>A member's number, or null.</summary>
    public IndexStatement AddNumber(JsonElement owner, string member) =>
        Added(
            FlatForm.Member(owner, member) is { ValueKind: JsonValueKind.Number } number
                ? raw.sqlite3_bind_double(statement, ++given, number.GetDouble())
                : raw.sqlite3_bind_null(statement, ++given)
        );

    public void Run()
    {
        Check(raw.sqlite3_step(statement), raw.SQLITE_DONE);
        Reset();
    }

    /// <summary>The first column of the one row it gives.</summary>
    public long Scalar()
    {
        Check(raw.sqlite3_step(statement), raw.SQLITE_ROW);
        var value = raw.sqlite3_column_int64(statement, 0);
        Reset();
        return value;
    }

    public void Dispose() => statement.Dispose();

    private IndexStatement Added(int result)
    {
        Check(result, raw.SQLITE_OK);
        return this;
    }

    private void Reset()
    {
        given = 0;
        Check(raw.sqlite3_reset(statement), raw.SQLITE_OK);
    }

    private void Check(int result, int expected)
    {
        if (result == expected)
        {
            return;
        }
        var why = raw.sqlite3_errmsg(database).utf8_to_string();
        given = 0;
        if (statement is not null)
        {
            // What went wrong is said already; the statement may be run again.
            _ = raw.sqlite3_reset(statement);
        }
        throw new SqliteException(why, result & 0xFF, result);
    }
}

using Microsoft.Data.Sqlite;

namespace PlanIngest.Outputs;

/// <summary>Opens <c>index.db</c>, for one writer or for readers.</summary>
public static class IndexFile
{
    public const string Name = "index.db";

    private static readonly string[] Companions = ["", "-wal", "-shm", "-journal"];

    /// <summary>Makes the file where there is none; one of another version, or damaged, is thrown away and made anew.</summary>
    public static SqliteConnection OpenToWrite(string path)
    {
        if (File.Exists(path) && VersionOf(path) != IndexSchema.Version)
        {
            Delete(path);
        }
        var isNew = !File.Exists(path);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate, IndexSchema.Connection);
        if (isNew)
        {
            Execute(connection, IndexSchema.Tables + IndexSchema.Finish);
        }
        return connection;
    }

    /// <summary>An empty file in place of whatever lay there, to be filled in one go.</summary>
    public static SqliteConnection OpenToBuild(string path)
    {
        Delete(path);
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate, IndexSchema.Building);
        Execute(connection, IndexSchema.Tables + IndexSchema.BuildingWords);
        return connection;
    }

    /// <summary>Null while there is no index of this version.</summary>
    public static SqliteConnection? OpenToRead(string path)
    {
        if (!File.Exists(path) || VersionOf(path) != IndexSchema.Version)
        {
            return null;
        }
        var connection = Open(path, SqliteOpenMode.ReadWrite, IndexSchema.Connection);
        Execute(connection, "PRAGMA query_only = ON;");
        connection.CreateFunction(
            "holds",
            (string name, string quote, string sought) =>
                IndexWords.Folded(name).Contains(sought, StringComparison.Ordinal)
                || IndexWords.Folded(quote).Contains(sought, StringComparison.Ordinal),
            isDeterministic: true
        );
        return connection;
    }

    public static void Delete(string path)
    {
        SqliteConnection.ClearAllPools();
        foreach (var companion in Companions)
        {
            File.Delete(path + companion);
        }
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode, string settings)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = mode,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        Execute(connection, settings);
        return connection;
    }

    /// <summary>-1 for a file that is no whole database.</summary>
    private static long VersionOf(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite, IndexSchema.Connection);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version;";
            return (long)command.ExecuteScalar()!;
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is 11 or 26)
        {
            return -1;
        }
    }
}

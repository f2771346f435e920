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
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        if (isNew)
        {
            Execute(connection, IndexSchema.Tables + $"PRAGMA user_version = {IndexSchema.Version};");
        }
        return connection;
    }

    /// <summary>Null while there is no index of this version.</summary>
    public static SqliteConnection? OpenToRead(string path)
    {
        if (!File.Exists(path) || VersionOf(path) != IndexSchema.Version)
        {
            return null;
        }
        var connection = Open(path, SqliteOpenMode.ReadWrite);
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

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
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
        Execute(connection, IndexSchema.Connection);
        return connection;
    }

    /// <summary>-1 for a file that is no whole database.</summary>
    private static long VersionOf(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
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

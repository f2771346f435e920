using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PlanIngest.Outputs;

/// <summary>A prepared statement with numbered parameters <c>$1</c>…; <c>{0}</c> in it is the list of all of them.</summary>
internal sealed class IndexStatement : IDisposable
{
    private readonly SqliteCommand command;

    public IndexStatement(SqliteConnection connection, string sql, int parameters)
    {
        command = connection.CreateCommand();
        var names = Enumerable.Range(1, parameters).Select(at => $"${at}").ToList();
        command.CommandText = sql.Replace("{0}", string.Join(", ", names), StringComparison.Ordinal);
        foreach (var name in names)
        {
            command.Parameters.Add(new SqliteParameter(name, null));
        }
    }

    public void Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        command.ExecuteNonQuery();
    }

    public long Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++)
        {
            command.Parameters[at].Value = values[at] ?? DBNull.Value;
        }
    }
}

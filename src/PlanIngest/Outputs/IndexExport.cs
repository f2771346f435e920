using System.Globalization;
using Microsoft.Data.Sqlite;

namespace PlanIngest.Outputs;

/// <summary>The flat form of what a filter finds, straight from the index.</summary>
public static class IndexExport
{
    /// <summary>Numbers in the flat form; the conflict column is a truth value. All others are words.</summary>
    private static readonly HashSet<string> Literals =
    [
        "value",
        "low",
        "high",
        "level_value",
        "line",
        "page",
        "confidence",
        "conflict",
    ];

    /// <summary>Rows as long as <see cref="FlatForm.Columns"/>, read while they are written.</summary>
    public static IEnumerable<FlatValue[]> Rows(SqliteConnection index, IndexFilter filter)
    {
        var conditions = new IndexConditions(filter);
        using var command = index.CreateCommand();
        conditions.AddTo(command);
        command.CommandText =
            $"SELECT v.* FROM (SELECT r.id {conditions.ByWords} ORDER BY r.id) found "
            + "CROSS JOIN observation_flat v ON v.observation_id BETWEEN found.id * 1024 AND found.id * 1024 + 1023 "
            + "ORDER BY v.observation_id";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var values = new FlatValue[FlatForm.Columns.Count];
            for (var at = 0; at < values.Length; at++)
            {
                values[at] = row.IsDBNull(at)
                    ? default
                    : new FlatValue(Text(row.GetValue(at)), Literals.Contains(FlatForm.Columns[at]));
            }
            yield return values;
        }
    }

    private static string Text(object value) =>
        value switch
        {
            double number => ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture),
            long number => number.ToString(CultureInfo.InvariantCulture),
            _ => (string)value,
        };
}

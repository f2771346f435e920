using System.Text;
using System.Text.Json;

namespace PlanIngest.Outputs;

/// <summary>A record as far as two versions of it are compared: its values as <c>period words</c>, in order.</summary>
public sealed record ComparedRecord(string Id, string Name, string NameKey, string Values);

public enum ChangeKind
{
    Added,
    Gone,
    Changed,
}

/// <summary>One difference between two outputs; <see cref="Id"/> is the new record's, of one that is gone the old one's.</summary>
public sealed record OutputChange(ChangeKind Kind, string Id, string Name, string? Before, string? After);

/// <summary>
/// What is added, gone and changed from one output to another: records of one id are the same; of the rest, those whose
/// name stands once on each side. For two versions of a plan, and for the plans of two places.
/// </summary>
public static class OutputComparison
{
    public static IReadOnlyList<OutputChange> Compare(
        IReadOnlyList<ComparedRecord> before,
        IReadOnlyList<ComparedRecord> after
    )
    {
        var partners = Partners(before, after);
        var found = new HashSet<string>(partners.Values.Select(record => record.Id), StringComparer.Ordinal);
        var changes = new List<OutputChange>();
        foreach (var now in after)
        {
            if (!partners.TryGetValue(now.Id, out var was))
            {
                changes.Add(new OutputChange(ChangeKind.Added, now.Id, now.Name, null, now.Values));
            }
            else if (was.Values != now.Values)
            {
                changes.Add(new OutputChange(ChangeKind.Changed, now.Id, now.Name, was.Values, now.Values));
            }
        }
        changes.AddRange(
            before
                .Where(was => !found.Contains(was.Id))
                .Select(was => new OutputChange(ChangeKind.Gone, was.Id, was.Name, was.Values, null))
        );
        return changes;
    }

    /// <summary>The records of an output that hold.</summary>
    public static IReadOnlyList<ComparedRecord> Records(JsonElement output) =>
        [
            .. output
                .GetProperty("records")
                .EnumerateArray()
                .Select(record => new ComparedRecord(
                    record.GetProperty("id").GetString()!,
                    record.GetProperty("name").GetString()!,
                    record.GetProperty("nameKey").GetString()!,
                    ValuesOf(record)
                )),
        ];

    /// <summary>The values of a record on one line: <c>2020 9.92 · 2025 ≥10%</c>.</summary>
    public static string ValuesOf(JsonElement record)
    {
        var values = new StringBuilder();
        foreach (var seen in record.GetProperty("observations").EnumerateArray())
        {
            values
                .Append(values.Length == 0 ? "" : " · ")
                .Append(seen.GetProperty("period").GetString() ?? "—")
                .Append(' ');
            foreach (var c in seen.GetProperty("raw").GetString()!)
            {
                values.Append(char.IsWhiteSpace(c) ? "" : c);
            }
        }
        return values.ToString();
    }

    /// <summary>Of each new record that has one, by its id, the old one.</summary>
    private static Dictionary<string, ComparedRecord> Partners(
        IReadOnlyList<ComparedRecord> before,
        IReadOnlyList<ComparedRecord> after
    )
    {
        var old = before.ToDictionary(record => record.Id, StringComparer.Ordinal);
        var partners = new Dictionary<string, ComparedRecord>(StringComparer.Ordinal);
        foreach (var now in after)
        {
            if (old.Remove(now.Id, out var was))
            {
                partners[now.Id] = was;
            }
        }
        var oldNames = old.Values.ToLookup(record => record.NameKey, StringComparer.Ordinal);
        var newNames = after
            .Where(now => !partners.ContainsKey(now.Id))
            .ToLookup(now => now.NameKey, StringComparer.Ordinal);
        foreach (var names in newNames)
        {
            if (names.Take(2).ToList() is [var now] && oldNames[names.Key].Take(2).ToList() is [var was])
            {
                partners[now.Id] = was;
            }
        }
        return partners;
    }
}

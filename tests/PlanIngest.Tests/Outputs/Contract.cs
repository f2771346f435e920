using System.Text;
using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Outputs;

/// <summary>The contract, held against outputs: the schema, and what a schema cannot say.</summary>
public static class Contract
{
    private static readonly Lazy<JsonElement> Schema = new(() =>
    {
        using var stream = OutputSchema.Open();
        return JsonDocument.Parse(stream).RootElement.Clone();
    });

    /// <summary>The output of an extraction, checked on the way.</summary>
    public static string Written(Extraction extraction)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(extraction, stream);
        var text = Encoding.UTF8.GetString(stream.ToArray());
        AssertHolds(text, extraction.Document.Text);
        return text;
    }

    /// <param name="json">An output.</param>
    /// <param name="text">The document's text view; null where it is not at hand.</param>
    public static void AssertHolds(string json, string? text = null)
    {
        using var parsed = JsonDocument.Parse(json);
        var complaints = new SchemaCheck(Schema.Value).Complaints(parsed.RootElement).ToList();
        complaints.AddRange(Unique(parsed.RootElement));
        if (text is not null)
        {
            complaints.AddRange(Ungrounded(parsed.RootElement, text));
        }
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Take(10)));
        Assert.EndsWith("}\n", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", json, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Unique(JsonElement output)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in Records(output))
        {
            if (!ids.Add(record.GetProperty("id").GetString()!))
            {
                yield return $"two records have the id {record.GetProperty("id")}";
            }
            var observations = record.GetProperty("observations").EnumerateArray().Select(one => one.GetProperty("id"));
            if (observations.GroupBy(id => id.GetString()).FirstOrDefault(same => same.Count() > 1) is { } twice)
            {
                yield return $"two observations of {record.GetProperty("id")} have the id {twice.Key}";
            }
        }
    }

    private static IEnumerable<string> Ungrounded(JsonElement output, string text)
    {
        var runes = text.EnumerateRunes().ToArray();
        foreach (var observation in Records(output).SelectMany(one => one.GetProperty("observations").EnumerateArray()))
        {
            var source = observation.GetProperty("source");
            var (start, end) = (source.GetProperty("start").GetInt32(), source.GetProperty("end").GetInt32());
            var words = string.Concat(runes[start..end]);
            if (words != observation.GetProperty("raw").GetString())
            {
                yield return $"{observation.GetProperty("raw")} does not stand at {start}: '{words}'";
            }
        }
    }

    private static IEnumerable<JsonElement> Records(JsonElement output) =>
        output
            .GetProperty("records")
            .EnumerateArray()
            .Concat(output.TryGetProperty("rejected", out var rejected) ? rejected.EnumerateArray() : []);
}

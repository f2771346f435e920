using System.Text.Json;
using System.Text.Json.Nodes;

namespace PlanIngest.Tests.Corpus;

/// <summary>
/// One hand-typed fact of a sample: a line of <c>Corpus/SAMPLE.jsonl</c>. Lists mean any of their members; <c>also</c>
/// other readings as right; a null line any line (formats whose text view is composed).
/// </summary>
public sealed class TruthFact(JsonObject fact)
{
    private readonly JsonObject fact = fact;

    public int? Line => (int?)fact["line"];
    public string Raw => (string)fact["raw"]!;
    public string Origin => (string)fact["origin"]!;
    public bool Optional => (bool?)fact["optional"] ?? false;
    public IEnumerable<string> Names => fact["names"]!.AsArray().Select(name => (string)name!);

    public static IReadOnlyList<TruthFact> Read(string file) =>
        [
            .. File.ReadLines(file)
                .Where(line => line.Length > 0)
                .Select(line => new TruthFact(JsonNode.Parse(line)!.AsObject())),
        ];

    /// <summary>The value is one of the readings, on the line.</summary>
    public bool Finds(JsonObject record, JsonObject observation) =>
        Origin == (string)record["origin"]!
        && (Line is null || Line == (int)observation["source"]!["line"]!)
        && Readings.Any(reading => SameValue(reading, observation["quantity"]!.AsObject()));

    /// <summary>The members that are wrong in an observation that finds the fact.</summary>
    public IEnumerable<string> WrongMembers(JsonObject record, JsonObject observation)
    {
        var quantity = observation["quantity"]!.AsObject();
        if (!Names.Any(name => Likeness.Of(name, (string)record["name"]!) >= (Origin == "table" ? 0.9 : 0.6)))
        {
            yield return "name";
        }
        if (!Readings.Any(reading => SameValue(reading, quantity) && SameMeaning(reading, quantity)))
        {
            yield return "quantity";
        }
        foreach (var member in (string[])["role", "period"])
        {
            if (!Allows(fact[member], observation[member]))
            {
                yield return member;
            }
        }
        if (Origin != "table")
        {
            yield break;
        }
        foreach (var member in (string[])["nature", "category", "ordinal", "responsible"])
        {
            if (!JsonNode.DeepEquals(fact[member], record[member]))
            {
                yield return member;
            }
        }
    }

    private IEnumerable<JsonObject> Readings =>
        [fact["quantity"]!.AsObject(), .. (fact["also"] as JsonArray ?? []).Select(reading => reading!.AsObject())];

    private static bool SameValue(JsonObject due, JsonObject seen) =>
        (string)due["kind"]! == (string)seen["kind"]!
        && ((string[])["value", "low", "high"])
            .Where(member => due[member] is not null || (string)due["kind"]! != "reference")
            .All(member => SameNumber(due[member], seen[member]))
        && ((string[])["text", "grade", "reference"]).All(member => JsonNode.DeepEquals(due[member], seen[member]));

    private static bool SameNumber(JsonNode? due, JsonNode? seen) =>
        due is null ? seen is null : seen is not null && (decimal)due == (decimal)seen;

    private static bool SameMeaning(JsonObject due, JsonObject seen) =>
        ((string[])["unit", "comparator", "approximate"]).All(member => JsonNode.DeepEquals(due[member], seen[member]))
        && (
            due["change"] is not JsonObject change || change.All(part => Allows(part.Value, seen["change"]![part.Key]))
        );

    private static bool Allows(JsonNode? due, JsonNode? seen) =>
        due is JsonArray any ? any.Any(one => JsonNode.DeepEquals(one, seen)) : JsonNode.DeepEquals(due, seen);
}

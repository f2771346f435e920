using System.Text.Json;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>The conflict a person decided, as the value of their line names it.</summary>
public sealed record ResolvedConflict(ConflictKind Kind, string? Period, IReadOnlyList<ObservationRef> Observations)
{
    public static ResolvedConflict Of(Conflict conflict) =>
        new(conflict.Kind, conflict.Period?.ToString(), conflict.Observations);

    public static ResolvedConflict? Read(JsonElement json)
    {
        if (
            ContractValues.Parse<ConflictKind>(ContractParsing.Text(json, "kind")) is not { } kind
            || ContractParsing.Member(json, "observations") is not { ValueKind: JsonValueKind.Array } array
        )
        {
            return null;
        }
        var refs = new List<ObservationRef>();
        foreach (var item in array.EnumerateArray())
        {
            if (
                ContractParsing.Text(item, "record") is not { } record
                || ContractParsing.Text(item, "observation") is not { } observation
            )
            {
                return null;
            }
            refs.Add(new ObservationRef(record, observation));
        }
        return refs.Count < 2 ? null : new ResolvedConflict(kind, ContractParsing.Text(json, "period"), refs);
    }

    public string Json() =>
        ContractValues.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("kind", ContractValues.Word(Kind));
            writer.WriteString("period", Period);
            writer.WriteStartArray("observations");
            foreach (var (record, observation) in Observations)
            {
                writer.WriteStartObject();
                writer.WriteString("record", record);
                writer.WriteString("observation", observation);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        });

    /// <summary>The same records and observations of the same kind, in any order.</summary>
    public bool Names(Conflict conflict) =>
        conflict.Kind == Kind
        && conflict.Observations.Count == Observations.Count
        && conflict.Observations.All(Observations.Contains);
}

using System.Text.Json;

namespace PlanIngest.Outputs;

/// <summary>A cell of the flat form: words, or a number or truth value as JSON writes it; null text for nothing.</summary>
public readonly record struct FlatValue(string? Text, bool IsLiteral = false)
{
    public static FlatValue Of(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out var value) ? Of(value) : default;

    public static FlatValue Of(bool value) => new(value ? "true" : "false", true);

    private static FlatValue Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => new(value.GetString()),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => new(value.GetRawText(), true),
            _ => default,
        };
}

using System.Text.Json;
using System.Text.RegularExpressions;

namespace PlanIngest.Tests.Outputs;

/// <summary>
/// The part of JSON Schema 2020-12 that the contract's schema uses. A keyword it does not know fails, so that nothing
/// in the schema goes unchecked.
/// </summary>
public sealed class SchemaCheck(JsonElement schema)
{
    private readonly List<string> complaints = [];

    public IReadOnlyList<string> Complaints(JsonElement instance)
    {
        complaints.Clear();
        Check(schema, instance, "$");
        return [.. complaints];
    }

    private bool Holds(JsonElement rule, JsonElement value, string at)
    {
        var inner = new SchemaCheck(schema);
        inner.Check(rule, value, at);
        return inner.complaints.Count == 0;
    }

    private void Check(JsonElement rule, JsonElement value, string at)
    {
        foreach (var keyword in rule.EnumerateObject())
        {
            var holds = keyword.Name switch
            {
                "$schema" or "title" or "$defs" or "then" => true,
                "$ref" => Refer(keyword.Value.GetString()!, value, at),
                "type" => HasType(keyword.Value, value),
                "const" => JsonElement.DeepEquals(keyword.Value, value),
                "enum" => keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)),
                "pattern" => value.ValueKind != JsonValueKind.String
                    || Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!),
                "minLength" => value.ValueKind != JsonValueKind.String
                    || value.GetString()!.EnumerateRunes().Count() >= keyword.Value.GetInt32(),
                "minimum" => value.ValueKind != JsonValueKind.Number
                    || value.GetDecimal() >= keyword.Value.GetDecimal(),
                "maximum" => value.ValueKind != JsonValueKind.Number
                    || value.GetDecimal() <= keyword.Value.GetDecimal(),
                "minItems" => value.ValueKind != JsonValueKind.Array
                    || value.GetArrayLength() >= keyword.Value.GetInt32(),
                "maxItems" => value.ValueKind != JsonValueKind.Array
                    || value.GetArrayLength() <= keyword.Value.GetInt32(),
                "required" => value.ValueKind != JsonValueKind.Object
                    || keyword.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                "properties" => Properties(keyword.Value, value, at),
                "additionalProperties" => !keyword.Value.GetBoolean() && OnlyKnown(rule, value),
                "items" => Items(keyword.Value, value, at),
                "anyOf" => keyword.Value.EnumerateArray().Any(one => Holds(one, value, at)),
                "allOf" => All(keyword.Value, value, at),
                "if" => !Holds(keyword.Value, value, at) || Holds(rule.GetProperty("then"), value, at),
                _ => throw new NotSupportedException($"the schema uses '{keyword.Name}', which is not checked"),
            };
            if (!holds)
            {
                complaints.Add($"{at}: {keyword.Name} {Short(keyword.Value)} does not hold for {Short(value)}");
            }
        }
    }

    private bool Refer(string reference, JsonElement value, string at)
    {
        var target = schema;
        foreach (var step in reference.Split('/').Skip(1))
        {
            target = target.GetProperty(step);
        }
        Check(target, value, at);
        return true;
    }

    private static bool HasType(JsonElement type, JsonElement value) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => Is(one.GetString()!, value))
            : Is(type.GetString()!, value);

    private static bool Is(string type, JsonElement value) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
            "null" => value.ValueKind == JsonValueKind.Null,
            _ => throw new NotSupportedException($"type '{type}'"),
        };

    private bool Properties(JsonElement rules, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var rule in rules.EnumerateObject())
            {
                if (value.TryGetProperty(rule.Name, out var member))
                {
                    Check(rule.Value, member, $"{at}.{rule.Name}");
                }
            }
        }
        return true;
    }

    private static bool OnlyKnown(JsonElement rule, JsonElement value) =>
        value.ValueKind != JsonValueKind.Object
        || value.EnumerateObject().All(member => rule.GetProperty("properties").TryGetProperty(member.Name, out _));

    private bool Items(JsonElement rule, JsonElement value, string at)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var number = 0;
            foreach (var item in value.EnumerateArray())
            {
                Check(rule, item, $"{at}[{number++}]");
            }
        }
        return true;
    }

    private bool All(JsonElement rules, JsonElement value, string at)
    {
        foreach (var rule in rules.EnumerateArray())
        {
            Check(rule, value, at);
        }
        return true;
    }

    private static string Short(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= 120 ? text : text[..120] + "…";
    }
}

using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Outputs;

/// <summary>A quantity and a level as the contract writes them: on one line, members that do not apply left out.</summary>
public static class QuantityJson
{
    public static void Write(JsonLayout json, Quantity quantity)
    {
        json.BeginObject(line: true);
        json.Name("kind");
        json.Text(ContractWords.Of(quantity.Kind));
        if (quantity.Comparator is { } comparator)
        {
            json.Name("comparator");
            json.Text(ContractWords.Of(comparator));
        }
        Number(json, "value", quantity.Value);
        Number(json, "low", quantity.Low);
        Number(json, "high", quantity.High);
        if (
            quantity.Unit is not null
            || quantity.Kind is QuantityKind.Number or QuantityKind.Range or QuantityKind.Change
        )
        {
            json.Name("unit");
            json.Text(quantity.Unit);
        }
        if (quantity.Approximate)
        {
            json.Name("approximate");
            json.Flag(true);
        }
        if (quantity.Change is { } change)
        {
            json.Name("change");
            Write(json, change);
        }
        if (quantity.Kind is QuantityKind.Reference or QuantityKind.Grade or QuantityKind.Text)
        {
            json.Name(ContractWords.Of(quantity.Kind));
            json.Text(quantity.Words);
        }
        json.EndObject();
    }

    public static void Write(JsonLayout json, Level level)
    {
        json.BeginObject(line: true);
        json.Name("comparator");
        json.Text(ContractWords.Of(level.Comparator));
        Number(json, "value", level.Value);
        json.Name("unit");
        json.Text(level.Unit);
        json.EndObject();
    }

    public static string TextOf(Quantity quantity)
    {
        using var stream = new MemoryStream();
        using (var json = new JsonLayout(stream))
        {
            Write(json, quantity);
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(JsonLayout json, Change change)
    {
        json.BeginObject(line: true);
        json.Name("direction");
        json.Text(ContractWords.Of(change.Direction));
        json.Name("mode");
        json.Text(ContractWords.Of(change.Mode));
        json.Name("basis");
        json.Text(change.Basis);
        json.Name("per");
        json.Text(ContractWords.Of(change.Per));
        json.EndObject();
    }

    private static void Number(JsonLayout json, string name, decimal? value)
    {
        if (value is { } number)
        {
            json.Name(name);
            json.Number(number);
        }
    }
}

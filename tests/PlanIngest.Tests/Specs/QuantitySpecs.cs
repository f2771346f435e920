using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Quantities;

namespace PlanIngest.Tests.Specs;

public class QuantitySpecs
{
    private const decimal Tolerance = 1e-6m;

    /// <summary>Each row of <c>quantities.tsv</c>: a whole cell and the quantity as the contract's JSON.</summary>
    public static TheoryData<string, string> Cells
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Specs", "quantities.tsv")))
            {
                if (!line.StartsWith('#'))
                {
                    var parts = line.Split('\t');
                    data.Add(parts[0], parts[1]);
                }
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Cell_states_its_quantity(string phrase, string expected)
    {
        var text = phrase.Replace(@"\n", "\n", StringComparison.Ordinal);
        var mentions = QuantityReader.ReadCell(text, new Span(0, text.Length));
        using var wanted = JsonDocument.Parse(expected);
        if (wanted.RootElement.ValueKind == JsonValueKind.Null)
        {
            Assert.Empty(mentions);
            return;
        }
        Assert.NotEmpty(mentions);
        var read = QuantityJson.TextOf(mentions[0].Quantity);
        using var seen = JsonDocument.Parse(read);
        foreach (var member in wanted.RootElement.EnumerateObject())
        {
            if (member.NameEquals("flags"))
            {
                Assert.Equal(member.Value.EnumerateArray().Select(flag => flag.GetString()), mentions[0].Flags);
                continue;
            }
            Assert.True(
                seen.RootElement.TryGetProperty(member.Name, out var value) && Same(member.Value, value),
                $"{member.Name} of {read}"
            );
        }
        Assert.All(
            seen.RootElement.EnumerateObject(),
            member => Assert.True(wanted.RootElement.TryGetProperty(member.Name, out _), $"{member.Name} in {read}")
        );
    }

    private static bool Same(JsonElement wanted, JsonElement seen) =>
        wanted.ValueKind == JsonValueKind.Number && seen.ValueKind == JsonValueKind.Number
            ? Math.Abs(wanted.GetDecimal() - seen.GetDecimal()) <= Tolerance
            : JsonElement.DeepEquals(wanted, seen);
}

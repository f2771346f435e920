using PlanIngest.Model;
using PlanIngest.Tables;
using PlanIngest.Tests.Tables;

namespace PlanIngest.Tests.Specs;

/// <summary>
/// The cases of <c>tables.md</c>: a heading, what the document says of itself, the table between fences, and either
/// the observations expected of it, all of them in order, or the words why it holds none.
/// </summary>
public class TableSpecs
{
    private static readonly Dictionary<string, TableSpec> All = TableSpec
        .Read("tables.md")
        .ToDictionary(spec => spec.Name, StringComparer.Ordinal);

    public static TheoryData<string> Cases => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Table_gives_its_observations(string name)
    {
        var spec = All[name];
        var document = TableText.Of(spec.Lines, spec.Caption, spec.Notes);
        var (records, findings) = TableIndicators.Read(document, spec.Head);
        if (spec.Refusal is { } reason)
        {
            Assert.Empty(records);
            var told = Assert.Single(findings, finding => finding.Code == "table-not-indicators");
            Assert.Contains(reason, told.Message, StringComparison.Ordinal);
            return;
        }
        var seen = records
            .SelectMany(record => record.Observations.Select(one => (record, one)))
            .OrderBy(pair => spec.ByPlace ? pair.one.Span.Start : 0)
            .ToArray();
        var said = seen.Select(pair => $"{pair.record.Name} | {Said(pair.one)}");
        var expected = spec.Expected.Select(row => $"{row[0]} | {row[1]} | {row[2]} | {row[3]}");
        Assert.True(
            expected.SequenceEqual(said),
            $"for\n{string.Join('\n', expected)}\nread\n{string.Join('\n', said)}"
        );
        for (var at = 0; at < seen.Length; at++)
        {
            foreach (var (member, value) in TableSpec.Members(spec.Expected[at][4]))
            {
                var where = $"{spec.Expected[at][0]} {spec.Expected[at][3]}: {member}=";
                Assert.Equal(where + value, where + Shorthand.Of(member, seen[at].record, seen[at].one));
            }
        }
    }

    private static string Said(Observation one) =>
        $"{one.Role.ToString().ToLowerInvariant()} | {one.Period?.ToString() ?? "open"} | {Shorthand.Of(one.Quantity)}";
}

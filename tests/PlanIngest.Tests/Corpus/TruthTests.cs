using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PlanIngest.Model;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Corpus;

/// <summary>
/// The samples against their hand-typed truth. <c>floors.tsv</c> holds for each the share of facts and observations
/// that agree (F1), found and wholly right; floors only rise.
/// </summary>
public class TruthTests
{
    private static readonly string Folder = Path.Combine(Samples.Root, "tests", "PlanIngest.Tests", "Corpus");

    public static TheoryData<string, double, double> Floors
    {
        get
        {
            var data = new TheoryData<string, double, double>();
            foreach (
                var line in File.ReadLines(Path.Combine(Folder, "floors.tsv")).Where(line => !line.StartsWith('#'))
            )
            {
                var cells = line.Split('\t');
                data.Add(
                    cells[0],
                    double.Parse(cells[1], CultureInfo.InvariantCulture),
                    double.Parse(cells[2], CultureInfo.InvariantCulture)
                );
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Floors))]
    public void Sample_agrees_with_its_truth(string sample, double foundFloor, double exactFloor)
    {
        var facts = TruthFact.Read(Path.Combine(Folder, sample + ".jsonl"));
        var observations = Observations(sample);
        var report = new StringBuilder();
        var (found, exact, due, seen) = Compare(facts, observations, report);
        var (foundF1, exactF1) = (2.0 * found / (due + seen), 2.0 * exact / (due + seen));
        Assert.True(
            foundF1 >= foundFloor && exactF1 >= exactFloor,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{sample}: found {foundF1:F3} (floor {foundFloor}), exact {exactF1:F3} (floor {exactFloor})\n{report}"
            )
        );
    }

    [Fact]
    public void Every_sample_with_a_truth_has_a_floor() =>
        Assert.Equal(
            Samples
                .Tracked("tests/PlanIngest.Tests/Corpus/")
                .Where(path => path.EndsWith(".jsonl", StringComparison.Ordinal)),
            Floors.Select(row => (string)((object[])row)[0] + ".jsonl").Order(StringComparer.Ordinal)
        );

    private static (int Found, int Exact, int Due, int Seen) Compare(
        IReadOnlyList<TruthFact> facts,
        List<(JsonObject Record, JsonObject Observation)> observations,
        StringBuilder report
    )
    {
        var offers =
            from fact in facts
            from one in observations
            where fact.Finds(one.Record, one.Observation)
            let wrong = fact.WrongMembers(one.Record, one.Observation).ToList()
            let sameRaw = fact.Raw == (string)one.Observation["raw"]!
            orderby wrong.Count, sameRaw ? 0 : 1
            select (Fact: fact, One: one, Wrong: wrong);
        var taken = new Dictionary<TruthFact, List<string>>();
        var used = new HashSet<JsonObject>();
        var optional = 0;
        foreach (var (fact, one, wrong) in offers)
        {
            if (!taken.ContainsKey(fact) && used.Add(one.Observation))
            {
                taken[fact] = wrong;
                optional += fact.Optional ? 1 : 0;
                if (wrong.Count > 0 && !fact.Optional)
                {
                    report.AppendLine(
                        CultureInfo.InvariantCulture,
                        $"wrong {string.Join(',', wrong)}: {fact.Raw} of {fact.Names.First()} as {one.Record["name"]} {one.Observation["role"]} {one.Observation["period"]}"
                    );
                }
            }
        }
        var must = facts.Where(fact => !fact.Optional).ToList();
        foreach (var fact in must.Where(fact => !taken.ContainsKey(fact)))
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"missed line {fact.Line}: {fact.Raw} of {fact.Names.First()}"
            );
        }
        foreach (var (record, observation) in observations.Where(one => !used.Contains(one.Observation)))
        {
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"spurious line {observation["source"]!["line"]}: {observation["raw"]} as {record["name"]}"
            );
        }
        return (
            must.Count(taken.ContainsKey),
            must.Count(fact => taken.TryGetValue(fact, out var wrong) && wrong.Count == 0),
            must.Count,
            observations.Count - optional
        );
    }

    private static List<(JsonObject Record, JsonObject Observation)> Observations(string sample)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(IngestPipeline.Run(new SourceFile(sample, Samples.Bytes(sample))), stream);
        var extraction = JsonNode.Parse(stream.ToArray())!;
        return
        [
            .. extraction["records"]!
                .AsArray()
                .SelectMany(record =>
                    record!["observations"]!.AsArray().Select(one => (record.AsObject(), one!.AsObject()))
                ),
        ];
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Readers;

namespace PlanIngest.FaultTests;

public class FuzzTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    [Fact]
    public void Mutated_documents_give_findings_and_never_a_crash() => Fuzz(Form.Of(600, 200_000));

    /// <summary>Each input is made from its number alone: a failure names it, and it can be made again.</summary>
    private static void Fuzz(int inputs)
    {
        var seeds = Seeds();
        var failures = new List<string>();
        Parallel.For(
            0,
            inputs,
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            number =>
            {
                var (name, bytes) = Mutated(seeds, number);
                var started = Stopwatch.GetTimestamp();
                string? trouble = null;
                try
                {
                    Check(IngestPipeline.Run(new SourceFile(name, bytes)));
                }
                catch (Exception exception)
                {
                    trouble = $"{exception.GetType().Name}: {exception.Message} {exception.StackTrace?.Split('\n')[0]}";
                }
                if (Stopwatch.GetElapsedTime(started) > Hang)
                {
                    trouble = "took too long";
                }
                if (trouble is not null)
                {
                    lock (failures)
                    {
                        failures.Add($"input {number} ({name}): {trouble}");
                    }
                }
            }
        );
        Assert.True(failures.Count == 0, $"{failures.Count} failures\n" + string.Join('\n', failures.Take(10)));
    }

    private static void Check(Extraction extraction)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(extraction, stream);
        using var output = JsonDocument.Parse(stream.ToArray());
        foreach (var row in FlatForm.Rows(output.RootElement))
        {
            Assert.Equal(FlatForm.Columns.Count, row.Length);
        }
        var ids = output
            .RootElement.GetProperty("records")
            .EnumerateArray()
            .Select(record => record.GetProperty("id").GetString());
        Assert.Distinct(ids);
    }

    private static List<(string Extension, byte[] Bytes)> Seeds()
    {
        var plan = Plans.Of(7, 1500);
        var html =
            "<html><head><title>规划</title></head><body><h1>某县规划</h1><p>到2025年，床位达到3.36万张。</p>"
            + "<table><tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr><tr><td>2020年</td><td>2025年</td></tr>"
            + "<tr><td>覆盖率（%）</td><td>85.3</td><td>≥90</td></tr></table></body></html>";
        var lines = plan.Replace("|", "\t", StringComparison.Ordinal);
        List<(string, byte[])> seeds =
        [
            (".txt", Encoding.UTF8.GetBytes(plan)),
            (".txt", Encoding.UTF8.GetBytes(lines)),
            (".md", Encoding.UTF8.GetBytes(plan)),
            (".html", Encoding.UTF8.GetBytes(html)),
            (".csv", Encoding.UTF8.GetBytes("指标,2020年,2025年\n覆盖率（%）,85.3,≥90\n床位（张）,3.36万,\"4,000\"\n")),
        ];
        return [.. seeds.Where(seed => ReaderCatalog.For("x" + seed.Item1) is not null)];
    }

    private static (string Name, byte[] Bytes) Mutated(List<(string Extension, byte[] Bytes)> seeds, int number)
    {
        var random = new Random(number);
        var (extension, seed) = seeds[number % seeds.Count];
        var bytes = seed.ToList();
        for (var times = random.Next(1, 12); times > 0 && bytes.Count > 1; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 80), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes("|\t<td>\n|—≥％０.9e9～－"[random.Next(10)..]));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(
                        at,
                        Encoding.UTF8.GetBytes(new string("9|<\t\n（"[random.Next(6)], random.Next(1, 400)))
                    );
                    break;
            }
        }
        return ($"fuzz{extension}", [.. bytes]);
    }
}

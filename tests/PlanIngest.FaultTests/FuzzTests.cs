using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using PlanIngest.Host;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Tests.Outputs;
using PlanIngest.Tests.Readers;
using PlanIngest.Tests.Readers.Pdf;

namespace PlanIngest.FaultTests;

/// <summary>
/// Samples of every format, damaged in many ways, through the whole pipeline: each gives outputs that keep the contract,
/// none an exception, none takes long.
/// </summary>
public class FuzzTests
{
    private static readonly TimeSpan Hang = TimeSpan.FromSeconds(5);

    /// <summary>As in the service's reader processes.</summary>
    private const int StackSize = 64 << 20;

    /// <summary>The formats, and how many inputs each gives in the short form and in the long one.</summary>
    [Theory]
    [InlineData(".txt", 200, 50_000)]
    [InlineData(".md", 100, 40_000)]
    [InlineData(".html", 100, 40_000)]
    [InlineData(".csv", 100, 30_000)]
    [InlineData(".docx", 100, 16_000)]
    [InlineData(".xlsx", 100, 12_000)]
    [InlineData(".xls", 60, 6_000)]
    [InlineData(".zip", 60, 4_000)]
    [InlineData(".pdf", 20, 2_000)]
    [InlineData(".doc", 10, 400)]
    public void Damaged_documents_give_findings_and_never_a_crash(string extension, int shortly, int atLength)
    {
        var samples = Samples(extension);
        var failures = new ConcurrentQueue<string>();
        var running = new ConcurrentDictionary<int, long>();
        var inputs = Form.Of(shortly, atLength);
        var next = -1;
        var threads = Enumerable
            .Range(0, Environment.ProcessorCount)
            .Select(_ => new Thread(Work, StackSize) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        while (threads.Any(thread => !thread.Join(TimeSpan.FromSeconds(1))))
        {
            var stuck = running.Where(one => Stopwatch.GetElapsedTime(one.Value) > 24 * Hang).ToList();
            Assert.True(stuck.Count == 0, $"input {stuck.FirstOrDefault().Key} of {extension} does not end");
        }
        Assert.True(
            failures.IsEmpty,
            $"{failures.Count} of {inputs} damaged {extension} files:\n{string.Join('\n', failures.Take(10))}"
        );

        void Work()
        {
            for (int number; (number = Interlocked.Increment(ref next)) < inputs; running.TryRemove(number, out var _))
            {
                running[number] = Stopwatch.GetTimestamp();
                var bytes = Mutation.Of(samples[number % samples.Count], number);
                // on a busy machine one look at the clock says little
                var trouble = Trouble(extension, bytes);
                if ((trouble == TooSlow ? Trouble(extension, bytes) : trouble) is { } told)
                {
                    failures.Enqueue($"input {number}: {told}");
                }
            }
        }
    }

    private const string TooSlow = "took too long";

    /// <summary>Null where all is well.</summary>
    private static string? Trouble(string extension, byte[] bytes)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            foreach (var extraction in IngestPipeline.RunAll(Source(extension, bytes), _ => null, null, Engines))
            {
                Contract.Written(extraction);
            }
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
        return Stopwatch.GetElapsedTime(started) > Hang ? TooSlow : null;
    }

    /// <summary>Without LibreOffice, which takes seconds to start: what it gives is read by the readers of here.</summary>
    private static readonly ReaderEngines Engines = LentEngines.All with
    {
        Converters = [.. LentEngines.All.Converters.Skip(1)],
    };

    private static SourceFile Source(string extension, byte[] bytes) => new($"damaged{extension}", bytes);

    private static List<byte[]> Samples(string extension)
    {
        List<byte[]> samples = [.. Mixed.Samples(extension), .. Made(extension)];
        Assert.NotEmpty(samples);
        return samples;
    }

    /// <summary>Samples that are not among the saved files, or damaged more tellingly when they are not packed.</summary>
    private static IEnumerable<byte[]> Made(string extension)
    {
        var plan = Plans.Of(7, 1500);
        return extension switch
        {
            ".txt" =>
            [
                Utf8(plan),
                Utf8(plan.Replace("|", "\t", StringComparison.Ordinal)),
                Utf8(plan.Replace('|', ' ')),
            ],
            ".md" => [Utf8(plan)],
            ".html" => [Utf8(Page)],
            ".pdf" =>
            [
                PdfBytes.Page(
                    "BT /F1 12 Tf 72 720 Td (Beds per 1000: 7.5) Tj 0 -20 Td (2025: 8) Tj ET 50 50 300 20 re S"
                ),
            ],
            ".zip" =>
            [
                ZipFile.Of(
                    ("甲.txt", "到2025年，床位达到7张。"),
                    ("乙/乙.csv", "指标,2020年,2025年\n覆盖率（%）,85.3,≥90\n床位（张）,3.36万,\"4,000\"\n"),
                    ("丙.html", Page)
                ),
            ],
            _ => [],
        };
    }

    private const string Page =
        "<html><head><title>规划</title></head><body><h1>某县规划</h1><p>到2025年，床位达到3.36万张。</p>"
        + "<table><tr><th rowspan=2>指标</th><th colspan=2>目标</th></tr><tr><td>2020年</td><td>2025年</td></tr>"
        + "<tr><td>覆盖率（%）</td><td>85.3</td><td>≥90</td></tr></table></body></html>";

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}

using System.Diagnostics;
using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Readers;
using PlanIngest.Sentences;
using PlanIngest.Tables;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>pipeline FILE…</c>: bytes to JSON over the files, warm, on one thread, in MB of input a second, and the share of
/// the time of each stage.
/// </summary>
internal static class PipelineBenchmark
{
    private const double WarmUpSeconds = 3;
    private const double MeasureSeconds = 5;
    private const double Megabyte = 1_000_000;

    public static int Run(IReadOnlyList<string> files)
    {
        SourceFile[] inputs =
        [
            .. files.Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllBytes(file))),
        ];
        var bytes = inputs.Sum(input => (double)input.Bytes.Length);
        if (bytes == 0)
        {
            Console.Error.WriteLine("Name the files to read.");
            return 2;
        }
        Each(inputs, Whole, WarmUpSeconds);
        var whole = Each(inputs, Whole, MeasureSeconds);
        Show($"bytes to JSON: {bytes / Megabyte / whole:F2} MB/s");

        var documents = inputs.Select(Read).ToArray();
        var heads = documents.Select(HeadReader.Read).ToArray();
        var machine = inputs.Select(input => IngestPipeline.Run(input)).ToArray();
        int[] all = [.. Enumerable.Range(0, inputs.Length)];
        Stage("reader", whole, Each(all, at => Read(inputs[at]), MeasureSeconds));
        Stage("head", whole, Each(all, at => HeadReader.Read(documents[at]), MeasureSeconds));
        Stage("tables", whole, Each(all, at => TableIndicators.Read(documents[at], heads[at]), MeasureSeconds));
        Stage("sentences", whole, Each(all, at => SentenceIndicators.Read(documents[at], heads[at]), MeasureSeconds));
        Stage("JSON", whole, Each(all, at => Write(machine[at]), MeasureSeconds));
        return 0;
    }

    private static Document Read(SourceFile file) => ReaderCatalog.For(file.Path)!.Read(file, ReaderLimits.Default);

    private static long Whole(SourceFile file) => Write(IngestPipeline.Run(file));

    private static long Write(Extraction extraction)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(extraction, stream);
        return stream.Length;
    }

    /// <summary>Seconds for one round over all of them.</summary>
    private static double Each<TIn, TOut>(TIn[] inputs, Func<TIn, TOut> work, double atLeast)
    {
        var watch = Stopwatch.StartNew();
        var rounds = 0;
        do
        {
            foreach (var input in inputs)
            {
                work(input);
            }
            rounds++;
        } while (watch.Elapsed.TotalSeconds < atLeast);
        return watch.Elapsed.TotalSeconds / rounds;
    }

    private static void Stage(string name, double whole, double seconds) =>
        Show($"{name}: {seconds / whole:P0} of the whole");

    private static void Show(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Readers;
using PlanIngest.Records;
using PlanIngest.Sentences;
using PlanIngest.Tables;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>pipeline FILE…</c>: bytes to JSON over the files, warm, on one thread, in MB of input for each second of processor
/// time (of the whole process, garbage collection included); the same without the sentences; and of each stage its share
/// of the time and the bytes it allocates for each byte of input. Without files: over generated table rows.
/// </summary>
internal static class PipelineBenchmark
{
    private const double MeasureSeconds = 2;
    private const int MostTurns = 8;
    private const double Megabyte = 1_000_000;
    private const int GeneratedBytes = 500_000;

    public static int Run(IReadOnlyList<string> files)
    {
        SourceFile[] inputs =
        [
            .. files.Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllBytes(file))),
        ];
        if (inputs.Length == 0)
        {
            inputs = [new SourceFile("rows.txt", PlanTexts.Bytes(PlanTexts.TabRows, GeneratedBytes))];
        }
        var bytes = inputs.Sum(input => (double)input.Bytes.Length);
        var whole = Warm(inputs, Whole);
        Show($"bytes to JSON: {bytes / Megabyte / whole.Seconds:F2} MB/s");
        var tables = Warm(inputs, WithoutSentences);
        Show($"bytes to JSON without the sentences: {bytes / Megabyte / tables.Seconds:F2} MB/s");

        var documents = inputs.Select(Read).ToArray();
        var heads = documents.Select(HeadReader.Read).ToArray();
        var machine = inputs.Select(input => IngestPipeline.Run(input)).ToArray();
        int[] all = [.. Enumerable.Range(0, inputs.Length)];
        Stage("reader", at => Read(inputs[at]));
        Stage("head", at => HeadReader.Read(documents[at]));
        Stage("tables", at => TableIndicators.Read(documents[at], heads[at]).Records);
        Stage("sentences", at => SentenceIndicators.Read(documents[at], heads[at]));
        Stage("keys", at => RecordKeys.Assign(machine[at].Records).Count());
        Stage("conflicts", at => Conflicts.Find(documents[at], heads[at], machine[at].Records).Conflicts);
        Stage("JSON", at => Write(machine[at]));
        return 0;

        void Stage(string name, Func<int, object> work)
        {
            var cost = Warm(all, work);
            Show(
                $"{name}: {cost.Seconds / whole.Seconds:P0} of the whole, {cost.Allocated / bytes:F1} bytes allocated a byte"
            );
        }
    }

    private static Document Read(SourceFile file) => ReaderCatalog.For(file.Path)!.Read(file, ReaderLimits.Default);

    private static object Whole(SourceFile file) => Write(IngestPipeline.Run(file));

    private static object WithoutSentences(SourceFile file)
    {
        var document = Read(file);
        var head = HeadReader.Read(document);
        var tables = TableIndicators.Read(document, head);
        var records = new RecordList(document.Shown);
        records.AddRange(
            Confidences.Rate(
                document,
                RecordKeys.Assign(RecordOrder.Of(tables.Records, new RecordList(document.Shown)))
            )
        );
        var conflicts = Conflicts.Find(document, head, records);
        return Write(
            new Extraction
            {
                Document = document,
                Head = head,
                Records = records,
                Conflicts = conflicts.Conflicts,
                Findings = [.. document.Findings, .. tables.Findings, .. conflicts.Findings],
            }
        );
    }

    private static MemoryStream Write(Extraction extraction)
    {
        Output.SetLength(0);
        JsonOutput.Write(extraction, Output);
        return Output;
    }

    /// <summary>One for all, as a file is: its growing is no cost of ours.</summary>
    private static readonly MemoryStream Output = new();

    /// <summary>Measures until a turn is no faster than those before it: the compiler works behind, and late on a busy machine.</summary>
    private static (double Seconds, double Allocated) Warm<TIn, TOut>(TIn[] inputs, Func<TIn, TOut> work)
    {
        var best = Each(inputs, work, MeasureSeconds);
        for (var turn = 1; turn < MostTurns; turn++)
        {
            var next = Each(inputs, work, MeasureSeconds);
            if (next.Seconds > best.Seconds * 0.97 && turn > 1)
            {
                return next.Seconds < best.Seconds ? next : best;
            }
            best = next.Seconds < best.Seconds ? next : best;
        }
        return best;
    }

    /// <summary>Seconds of processor time and bytes allocated for one round over all of them.</summary>
    private static (double Seconds, double Allocated) Each<TIn, TOut>(
        TIn[] inputs,
        Func<TIn, TOut> work,
        double atLeast
    )
    {
        GC.Collect();
        var (started, allocated) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
        var rounds = 0;
        double seconds;
        do
        {
            foreach (var input in inputs)
            {
                work(input);
            }
            rounds++;
            seconds = (Environment.CpuUsage.TotalTime - started).TotalSeconds;
        } while (seconds < atLeast);
        return (seconds / rounds, (GC.GetTotalAllocatedBytes() - allocated) / (double)rounds);
    }

    private static void Show(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

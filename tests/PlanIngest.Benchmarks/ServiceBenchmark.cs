using System.Diagnostics;
using System.Globalization;
using System.Text;
using PlanIngest.FaultTests;

namespace PlanIngest.Benchmarks;

/// <summary>
/// The service as a process of its own, over made documents: <c>rate</c> (a burst, against <c>extract</c> over the same
/// files), <c>latency</c> (from the last byte to the output, the settling time apart), <c>finished</c> (a restart over a
/// finished corpus), <c>large</c> (small documents while one of 200 MB is read). Processor seconds stand beside the clock:
/// on a machine with other work they alone can be compared.
/// </summary>
public static class ServiceBenchmark
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(2);
    private const int Settle = 200;

    public static async Task<int> Run(string what, string[] count)
    {
        int Count(int otherwise) => count.Length > 0 ? int.Parse(count[0], CultureInfo.InvariantCulture) : otherwise;
        using var at = new Workplace();
        switch (what)
        {
            case "rate":
                await Rate(at, Count(20_000));
                return 0;
            case "latency":
                await Latency(at, Count(400));
                return 0;
            case "finished":
                await Finished(at, Count(100_000));
                return 0;
            case "large":
                await Large(at, Count(200));
                return 0;
            default:
                Console.Error.WriteLine($"service {what}: there are rate, latency, finished and large");
                return 2;
        }
    }

    private static async Task Rate(Workplace at, int files)
    {
        for (var number = 0; number < files; number++)
        {
            at.Write($"{number % 100}/{number}.txt", Document(number, 20_000));
        }
        var started = Stopwatch.GetTimestamp();
        var extract = Extract(at);
        var alone = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Directory.Delete(at.Extracted, recursive: true);

        started = Stopwatch.GetTimestamp();
        using var service = new RunningService(at, null, "ScanSeconds=30", "SettleMilliseconds=1000");
        var watch = await Until(service, files);
        var clock = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Say($"extract: {alone:0.0} s, {files / alone:0} documents a second, {extract:0.0} s of processor");
        Say(
            $"service: {clock:0.0} s, {files / clock:0} documents a second, {watch.Seconds:0.0} s of processor "
                + $"({watch.ChildSeconds:0.0} s in the reader processes), at most {watch.Bytes >> 20} MB"
        );
        Say($"rate of extract: {alone / clock:P0} by the clock, {extract / watch.Seconds:P0} by the processor");
    }

    private static async Task Latency(Workplace at, int files)
    {
        using var service = new RunningService(at, null, "ScanSeconds=30", $"SettleMilliseconds={Settle}");
        await service.Settled(0);
        for (var number = 0; number < 20; number++)
        {
            await Drop(at, $"warm/{number}.txt", 2_000);
        }
        var delays = new List<double>();
        for (var number = 0; number < files; number++)
        {
            delays.Add(await Drop(at, $"rest/{number}.txt", 2_000));
        }
        Tell("at rest, small files one after another", delays);

        using var stop = new CancellationTokenSource();
        var stream = Stream(at, stop.Token);
        delays.Clear();
        for (var number = 0; number < files / 2; number++)
        {
            delays.Add(await Drop(at, $"load/{number}.txt", 2_000));
        }
        await stop.CancelAsync();
        Tell($"beside a stream of documents of 20 kB, {await stream:0} a second", delays);
    }

    /// <summary>Documents of 20 kB, one each 20 ms, until stopped; gives how many a second came of it.</summary>
    private static async Task<double> Stream(Workplace at, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var started = Stopwatch.GetTimestamp();
        var number = 0;
        for (; !stop.IsCancellationRequested; number++)
        {
            at.Write($"stream/{number}.txt", Document(number, 20_000));
            await timer.WaitForNextTickAsync(CancellationToken.None);
        }
        return number / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task Finished(Workplace at, int files)
    {
        for (var number = 0; number < files; number++)
        {
            at.Write($"{number % 500}/{number}.txt", Document(number, 600));
        }
        Extract(at);
        at.Run("reindex", "--corpus", at.Corpus, "--extracted", at.Extracted);
        var started = Stopwatch.GetTimestamp();
        using var service = new RunningService(at, null, "ScanSeconds=30", "SettleMilliseconds=1000");
        var watch = await Until(service, files);
        var clock = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Say($"{files} finished documents: {clock:0.0} s, {watch.Seconds:0.0} s of processor, {watch.Bytes >> 20} MB");
        for (var look = 0; look < 100; look++)
        {
            await Task.Delay(100);
            watch = ProcessTree.Of(service.Id) is var now && now.Bytes > watch.Bytes ? now : watch;
        }
        Say($"ten seconds later: at most {watch.Bytes >> 20} MB; read: {Written(await service.Ask("/metrics"))}");
    }

    private static async Task Large(Workplace at, int files)
    {
        using var service = new RunningService(
            at,
            null,
            "ScanSeconds=30",
            $"SettleMilliseconds={Settle}",
            "TimeLimitSeconds=7200",
            "MemoryLimitMegabytes=16384"
        );
        await service.Settled(0);
        var watch = ProcessTree.Of(service.Id);
        using var stop = new CancellationTokenSource();
        var watching = Watch(service.Id, stop.Token);
        var delays = new List<double>();
        for (var number = 0; number < files; number++)
        {
            delays.Add(await Drop(at, $"before/{number}.txt", 2_000));
        }
        Tell("before the large document", delays);
        at.Write("large.txt", Document(1, 200 << 20));
        var started = Stopwatch.GetTimestamp();
        await service.UntilStatus("running large.txt");
        delays.Clear();
        for (var number = 0; number < files; number++)
        {
            delays.Add(await Drop(at, $"beside/{number}.txt", 2_000));
        }
        var isRead = File.Exists(at.Output("large.txt"));
        Tell($"while the large document is read{(isRead ? ", and after" : "")}", delays);
        await service.Until(() => Task.FromResult(File.Exists(at.Output("large.txt"))), Patience);
        await stop.CancelAsync();
        Say($"200 MB: {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, at most {(await watching).Bytes >> 20} MB");
    }

    /// <summary>Milliseconds from the last byte written to the output in place, without the settling time.</summary>
    private static async Task<double> Drop(Workplace at, string path, int bytes)
    {
        at.Write(path, Document(path.Length, bytes));
        var written = Stopwatch.GetTimestamp();
        while (!File.Exists(at.Output(path)))
        {
            await Task.Delay(1);
        }
        return Stopwatch.GetElapsedTime(written).TotalMilliseconds - Settle;
    }

    private static void Tell(string what, List<double> delays)
    {
        delays.Sort();
        double At(double part) => delays[(int)((delays.Count - 1) * part)];
        Say($"{what}: median {At(0.5):0} ms, 99 of 100 within {At(0.99):0} ms, longest {delays[^1]:0} ms");
    }

    /// <summary>Waits until all are done; gives the most memory on the way, and the processor time.</summary>
    private static async Task<ProcessTree> Until(RunningService service, int files)
    {
        var most = 0L;
        var seen = default(ProcessTree);
        await service.Until(
            async () =>
            {
                seen = ProcessTree.Of(service.Id);
                most = Math.Max(most, seen.Bytes);
                await Task.Delay(200);
                return (await service.Counts())["done"] == files && await service.Ask("/readyz") == "ok\n";
            },
            Patience
        );
        return seen with { Bytes = most };
    }

    private static async Task<ProcessTree> Watch(int process, CancellationToken stop)
    {
        var most = ProcessTree.Of(process);
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(200, CancellationToken.None);
            most = ProcessTree.Of(process) is var now && now.Bytes > most.Bytes ? now : most;
        }
        return most;
    }

    /// <summary>Reads all once, as a program of its own; gives its processor seconds.</summary>
    private static double Extract(Workplace at)
    {
        string[] words = [Workplace.Program, "extract", at.Corpus, "--out", at.Extracted];
        using var process = Process.Start("dotnet", words);
        var seen = default(ProcessTree);
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(100)))
        {
            seen = ProcessTree.Of(process.Id) is { Seconds: > 0 } now ? now : seen;
        }
        return seen.Seconds;
    }

    private static string Written(string metrics) =>
        metrics.Split('\n').FirstOrDefault(line => line.Contains("outcome=\"written\"", StringComparison.Ordinal))
        ?? "none";

    /// <summary>A plan of prose, most of it without figures, and a table now and then.</summary>
    private static string Document(int number, int bytes)
    {
        const string Plain =
            "各地各部门要加强组织领导，完善工作机制，落实主体责任，强化统筹协调，形成工作合力，确保各项任务落到实处。"
            + "要坚持以人民为中心的发展思想，全面贯彻新发展理念，推动经济社会高质量发展。\n\n";
        var plain = bytes < 1 << 20 ? 2 : 60;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"第{number}号试验县“十四五”卫生健康发展规划\n\n");
        for (var part = 1; text.Length * 3 < bytes; part++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part}．第{part}项任务\n\n");
            text.Insert(text.Length, Plain, plain);
            text.Append(
                CultureInfo.InvariantCulture,
                $"到2025年，第{part}类服务覆盖率达到{(number + part) % 40 + 50}%以上，床位数由{number % 900}张增加到{number % 900 + part}张。\n\n"
            );
            if (part % 6 == 1)
            {
                text.Append("|指标|单位|2020年|2025年|属性|\n|---|---|---|---|---|\n");
                for (var row = 0; row < 10; row++)
                {
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"|第{part}类第{row}项比例|%|{(number + row) % 90}.{row}|≥{(number + row) % 90 + 5}|预期性|\n"
                    );
                }
                text.Append('\n');
            }
        }
        return text.ToString();
    }

    private static void Say(string line) => Console.WriteLine(line);
}

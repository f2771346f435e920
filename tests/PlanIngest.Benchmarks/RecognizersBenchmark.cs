using System.Diagnostics;
using System.Globalization;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Quantities;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>recognizers FOLDER FILE…</c>: the quantity grammar and the whole pipeline over the lines of the files against
/// <c>@microsoft/recognizers-text-suite</c> finding numbers and percentages in them, all warm, each on one thread, in one
/// run. FOLDER is where <c>npm install --prefix FOLDER @microsoft/recognizers-text-suite</c> put it; needs Node.js.
/// </summary>
internal static class RecognizersBenchmark
{
    private const int Rounds = 8;

    public static int Run(string folder, IReadOnlyList<string> files)
    {
        string[] lines = [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0)];
        var megabytes = lines.Sum(line => Encoding.UTF8.GetByteCount(line)) / 1e6;
        SourceFile[] sources =
        [
            .. files.Select(file => new SourceFile(Path.GetFileName(file), File.ReadAllBytes(file))),
        ];
        var whole = sources.Sum(source => source.Bytes.Length) / 1e6;
        var grammar =
            megabytes
            / Best(() =>
            {
                foreach (var line in lines)
                {
                    QuantityReader.FindAll(line, new Span(0, line.Length));
                }
            });
        var pipeline =
            whole
            / Best(() =>
            {
                foreach (var source in sources)
                {
                    JsonOutput.Write(IngestPipeline.Run(source), Stream.Null);
                }
            });
        var peer = Peer(folder, lines);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"recognizers {peer:F2} MB/s; quantity grammar {grammar:F1} MB/s, {grammar / peer:F0} x; whole pipeline {pipeline:F1} MB/s, {pipeline / peer:F0} x (processor time)"
            )
        );
        return 0;
    }

    private static double Best(Action round)
    {
        var best = double.MaxValue;
        for (var at = 0; at < Rounds; at++)
        {
            var started = Environment.CpuUsage.TotalTime;
            round();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - started).TotalSeconds);
        }
        return best;
    }

    private static double Peer(string folder, string[] lines)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "recognizers.mjs"));
        start.ArgumentList.Add(Path.GetFullPath(folder));
        using var process = Process.Start(start)!;
        process.StandardInput.Write(string.Join('\n', lines));
        process.StandardInput.Close();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(said, CultureInfo.InvariantCulture);
    }
}

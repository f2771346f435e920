using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using Markdig;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Benchmarks;

/// <summary>
/// Bytes to document for text, Markdown and web pages, beside Markdig or AngleSharp alone over the same file, in turn
/// in one process: the best of five rounds of each. Give it files, at least 5 MB for a steady figure.
/// </summary>
internal static class ReaderBenchmark
{
    private const int Rounds = 5;

    private static readonly MarkdownPipeline Tables = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static int Run(string[] files)
    {
        foreach (var path in files)
        {
            var bytes = File.ReadAllBytes(path);
            var text = Encoding.UTF8.GetString(bytes);
            var source = new SourceFile(Path.GetFileName(path), bytes);
            var peer = Peer(path, text);
            var (ours, theirs) = (double.MaxValue, double.MaxValue);
            for (var round = 0; round < Rounds; round++)
            {
                ours = Math.Min(
                    ours,
                    Seconds(() => IngestPipeline.ReadDocument(source, ReaderLimits.Default, ReaderEngines.None))
                );
                theirs = peer is null ? theirs : Math.Min(theirs, Seconds(peer));
            }
            var ratio = peer is null ? "" : $", {theirs / ours:0.00} of the parser's own speed ({theirs * 1000:0} ms)";
            Console.WriteLine(
                $"{source.Path}: {bytes.Length / 1e6:0.0} MB, {ours * 1000:0} ms, {bytes.Length / 1e6 / ours:0.0} MB/s{ratio}"
            );
        }
        return 0;
    }

    private static Action? Peer(string path, string text) =>
        Path.GetExtension(path) switch
        {
            ".md" => () => Markdown.Parse(text, Tables),
            ".html" => () => new HtmlParser().ParseDocument(text).Dispose(),
            _ => null,
        };

    private static double Seconds(Action work)
    {
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}

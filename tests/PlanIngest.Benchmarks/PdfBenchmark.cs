using System.Diagnostics;
using System.Globalization;
using PlanIngest.Host.Engines;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Benchmarks;

/// <summary>
/// Pages a second of the whole reading of PDF files (child process, layout, document) against pdf.js alone, asked for
/// text and operators in one process of its own, over the same files in the same run, in turns, and against pdftotext
/// -layout where it is installed; and the most memory that this process and the engine's held together. Needs Node.js.
/// </summary>
public static class PdfBenchmark
{
    private const int Rounds = 3;

    public static int Run(IReadOnlyList<string> files)
    {
        var sources = files.Select(path => new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path))).ToList();
        using var engine = NodePageSource.Beside(AppContext.BaseDirectory);
        var lent = ReaderEngines.None with { Pages = engine };
        var reader = new PdfReader();
        reader.Read(sources[0], ReaderLimits.Default, lent);

        using var memory = new MemoryWatch();
        var (alone, whole, text, pages) = (TimeSpan.Zero, TimeSpan.Zero, 0.0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var (seconds, counted) = Alone(files);
            alone += TimeSpan.FromSeconds(seconds);
            pages = counted;
            text += ToText(files);
            memory.Begin();
            var clock = Stopwatch.StartNew();
            foreach (var source in sources)
            {
                reader.Read(source, ReaderLimits.Default, lent);
            }
            whole += clock.Elapsed;
            memory.End();
        }
        var (peer, ours) = (pages * Rounds / alone.TotalSeconds, pages * Rounds / whole.TotalSeconds);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{files.Count} files, {pages} pages: pdf.js alone {peer:F1} pages/s, whole reading {ours:F1} pages/s, "
                    + $"ratio {ours / peer:F2}; pdftotext -layout {pages * Rounds / text:F1}, "
                    + $"ratio {ours * text / (pages * Rounds):F2}; "
                    + $"at most {memory.MostBytes / 1048576} MB with the engine"
            )
        );
        return 0;
    }

    /// <summary>Seconds to lay words out as text and nothing more; not a number where it is not installed.</summary>
    private static double ToText(IReadOnlyList<string> files)
    {
        var clock = Stopwatch.StartNew();
        foreach (var file in files)
        {
            try
            {
                using var process = Process.Start(
                    new ProcessStartInfo("pdftotext", ["-layout", Path.GetFullPath(file), "-"])
                    {
                        RedirectStandardOutput = true,
                    }
                )!;
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return double.NaN;
            }
        }
        return clock.Elapsed.TotalSeconds;
    }

    private static (double Seconds, int Pages) Alone(IReadOnlyList<string> files)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "pdf-engine", "pdfjs-alone.mjs"));
        foreach (var file in files)
        {
            start.ArgumentList.Add(Path.GetFullPath(file));
        }
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd().Split(' ');
        process.WaitForExit();
        return (double.Parse(said[0], CultureInfo.InvariantCulture), int.Parse(said[1], CultureInfo.InvariantCulture));
    }
}

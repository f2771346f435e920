using System.Globalization;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>scale [MEGABYTES]</c>: <c>extract</c> as a process of its own over generated texts of each shape, from a hundredth of
/// the size (100 MB unless told) to the whole: processor seconds, MB a second, and the most memory above that of a run
/// over a text of one line, in times the text. Where cost is linear the last two columns stay as they are.
/// </summary>
internal static class ScaleBenchmark
{
    private const int Megabyte = 1_000_000;

    private static readonly (string Name, Func<IEnumerable<string>> Pieces, int Share)[] Shapes =
    [
        ("one table, cells by tabs", PlanTexts.TabRows, 1),
        ("one table, cells by pipes", PlanTexts.PipeRows, 1),
        ("tables of ten rows", PlanTexts.SmallTables, 1),
        ("prose and tables", () => PlanTexts.Plan(0), 1),
        ("one line", PlanTexts.OneLine, 2),
        ("a paragraph without a full stop", PlanTexts.EndlessSentence, 10),
    ];

    public static int Run(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("planingest-scale-");
        try
        {
            var empty = Extract(folder.FullName, () => ["某市规划\n"], 0);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"one line: {empty.CpuSeconds:F2} s, {empty.PeakBytes / Megabyte:F0} MB"
                )
            );
            foreach (var (name, pieces, share) in Shapes)
            {
                for (var parts = 100; parts >= 1; parts /= 10)
                {
                    var bytes = (int)((long)megabytes * Megabyte / parts / share);
                    var run = Extract(folder.FullName, pieces, bytes);
                    var cpu = run.CpuSeconds - empty.CpuSeconds;
                    Console.WriteLine(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{name}, {bytes / 1e6:0.0} MB: {cpu:F2} s, {bytes / 1e6 / cpu:F2} MB/s, memory {(run.PeakBytes - empty.PeakBytes) / bytes:F1} x the text"
                        )
                    );
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }

    private static ChildRun Extract(string folder, Func<IEnumerable<string>> pieces, int bytes)
    {
        var file = Path.Combine(folder, "text.txt");
        File.WriteAllBytes(file, PlanTexts.Bytes(pieces, bytes));
        return ChildRun.OfHost("extract", file, "--out", Path.Combine(folder, "out"));
    }
}

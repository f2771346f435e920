using System.Globalization;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>day</c>: 400 generated documents of 20 to 200 kB, prose and tables, into an exported CSV by one command:
/// <c>extract FOLDER --out DIR --csv FILE</c>.
/// </summary>
internal static class DayBenchmark
{
    private const int Documents = 400;
    private const int Least = 20_000;
    private const int Most = 200_000;

    public static int Run()
    {
        var folder = Directory.CreateTempSubdirectory("planingest-day-");
        try
        {
            var input = folder.CreateSubdirectory("in").FullName;
            var bytes = 0L;
            for (var at = 0; at < Documents; at++)
            {
                var document = at;
                var text = PlanTexts.Bytes(
                    () => PlanTexts.Plan(document * 1000),
                    Least + (Most - Least) / (Documents - 1) * at
                );
                bytes += text.Length;
                File.WriteAllBytes(Path.Combine(input, $"{at}.txt"), text);
            }
            var csv = Path.Combine(folder.FullName, "all.csv");
            var run = ChildRun.OfHost("extract", input, "--out", Path.Combine(folder.FullName, "out"), "--csv", csv);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Documents} documents, {bytes / 1e6:F1} MB, {File.ReadLines(csv).Count()} rows of CSV: {run.Seconds:F1} s, {run.CpuSeconds:F1} CPU s, {run.PeakBytes / 1e6:F0} MB of memory"
                )
            );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return 0;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Benchmarks;

/// <summary>
/// <c>quantities FILE…</c>: the quantity grammar alone over the lines of the files, warm, on one thread, in MB of UTF-8
/// a second; and over one generated line without a full stop, of 1 and of 10 MB, to see that the cost is linear.
/// </summary>
internal static class QuantityBenchmark
{
    private const double WarmUpSeconds = 2;
    private const double MeasureSeconds = 3;
    private const int Megabyte = 1_000_000;

    public static int Run(IReadOnlyList<string> files)
    {
        string[] lines = [.. files.SelectMany(File.ReadLines).Where(line => line.Length > 0)];
        var bytes = lines.Sum(line => (long)Encoding.UTF8.GetByteCount(line));
        if (bytes == 0)
        {
            Console.Error.WriteLine("Name text files with lines to read.");
            return 2;
        }
        Repeat(lines, WarmUpSeconds, out _, out _);
        var seconds = Repeat(lines, MeasureSeconds, out var rounds, out var found);
        Show($"lines: {bytes * rounds / seconds / Megabyte:F1} MB/s, {found} quantities in {lines.Length} lines");
        foreach (var size in (int[])[1, 10])
        {
            var line = OneLine(size * Megabyte);
            var watch = Stopwatch.StartNew();
            var count = QuantityReader.FindAll(line, new Span(0, line.Length)).Count;
            Show($"one line of {size} MB: {size / watch.Elapsed.TotalSeconds:F1} MB/s, {count} quantities");
        }
        return 0;
    }

    private static double Repeat(string[] lines, double atLeast, out int rounds, out int found)
    {
        var watch = Stopwatch.StartNew();
        rounds = 0;
        do
        {
            found = 0;
            foreach (var line in lines)
            {
                found += QuantityReader.FindAll(line, new Span(0, line.Length)).Count;
            }
            rounds++;
        } while (watch.Elapsed.TotalSeconds < atLeast);
        return watch.Elapsed.TotalSeconds;
    }

    private static string OneLine(int bytes)
    {
        const string Clause =
            "城镇化率由48.2%提高到56%，均均均各各达到达到控制在至少不低于约近每年比较，森林覆盖率保持在42%以上，";
        return string.Concat(Enumerable.Repeat(Clause, bytes / Encoding.UTF8.GetByteCount(Clause)));
    }

    private static void Show(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

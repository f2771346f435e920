using System.Diagnostics;
using System.Globalization;
using PlanIngest.Host;

namespace PlanIngest.Benchmarks;

/// <summary>
/// A program run to its end: wall and processor seconds, and the most memory it held. Linux only: it looks at
/// <c>/proc</c> every few milliseconds, and what a program does in the last of them is not seen.
/// </summary>
internal sealed record ChildRun(double Seconds, double CpuSeconds, double PeakBytes)
{
    private const int Often = 4;
    private const double TicksPerSecond = 100;

    /// <summary>Names the published program; without it the one that was built beside the benchmarks is run.</summary>
    private const string Published = "PLANINGEST_PUBLISHED";

    /// <summary>The program itself, as people run it: <c>extract FILE --out DIR</c>.</summary>
    public static ChildRun OfHost(params IEnumerable<string> arguments) =>
        Environment.GetEnvironmentVariable(Published) is { Length: > 0 } program
            ? Of(program, arguments)
            : Of("dotnet", [typeof(HostSettings).Assembly.Location, .. arguments]);

    /// <summary>This program again, with other arguments.</summary>
    public static ChildRun OfSelf(params IEnumerable<string> arguments) =>
        Of("dotnet", [typeof(ChildRun).Assembly.Location, .. arguments]);

    public static ChildRun Of(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var (cpu, peak) = (0.0, 0.0);
        do
        {
            (cpu, peak) = (Math.Max(cpu, Cpu(process.Id)), Math.Max(peak, Peak(process.Id)));
        } while (!process.WaitForExit(Often));
        var run = new ChildRun(clock.Elapsed.TotalSeconds, cpu, peak);
        return process.ExitCode == 0
            ? run
            : throw new InvalidOperationException(
                $"{program} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}"
            );
    }

    private static double Cpu(int id)
    {
        var stat = Read(id, "stat");
        var fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 12 ? (Number(fields[11]) + Number(fields[12])) / TicksPerSecond : 0;
    }

    private static double Peak(int id)
    {
        var line = Read(id, "status")
            .Split('\n')
            .FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return line is null ? 0 : Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1024;
    }

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private static string Read(int id, string name)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{name}");
        }
        catch (IOException)
        {
            return ""; // It has ended meanwhile.
        }
    }
}

using System.Diagnostics;

namespace PlanIngest.FaultTests;

public class UnitFileTests
{
    private static readonly string Unit = Path.Combine(AppContext.BaseDirectory, "planingest.service");

    [SystemdFact]
    public void The_unit_file_is_one_systemd_accepts_and_calls_well_fenced()
    {
        using var at = new Workplace();
        var unit = Path.Combine(at.Root, "planingest.service");
        File.WriteAllText(
            unit,
            File.ReadAllText(Unit)
                .Replace("/opt/planingest/PlanIngest.Host", "/bin/true", StringComparison.Ordinal)
                .Replace("=planingest\n", "=daemon\n", StringComparison.Ordinal)
        );
        Assert.Equal((0, ""), Analyze("verify", unit));
        var (exit, words) = Analyze("security", "--offline=true", "--threshold=25", unit);
        Assert.True(exit == 0, words);
    }

    private static (int Exit, string Words) Analyze(params string[] arguments)
    {
        var start = new ProcessStartInfo("systemd-analyze", arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }
}

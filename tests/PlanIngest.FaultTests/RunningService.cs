using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace PlanIngest.FaultTests;

/// <summary>The real service as a process of its own, asked over HTTP, stopped or killed as the test wants.</summary>
public sealed class RunningService : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ConcurrentQueue<string> Lines { get; } = new();
    public int Id => process.Id;

    /// <param name="at">The folders.</param>
    /// <param name="before">Words before the program's name: <c>unshare -U -r</c>, <c>setpriv …</c>.</param>
    /// <param name="settings">As <c>Name=Value</c>, over the tests' own quick ones.</param>
    public RunningService(Workplace at, string[]? before = null, params string[] settings)
    {
        string[] words = [.. before ?? [], "dotnet", Workplace.Program];
        var start = new ProcessStartInfo(words[0])
        {
            WorkingDirectory = at.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words[1..])
        {
            start.ArgumentList.Add(word);
        }
        foreach (
            var setting in (string[])
                [
                    $"Corpus={at.Corpus}",
                    $"Extracted={at.Extracted}",
                    "Urls=http://127.0.0.1:0",
                    "ScanSeconds=1",
                    "SettleMilliseconds=200",
                    .. settings,
                ]
        )
        {
            start.ArgumentList.Add("--set");
            start.ArgumentList.Add(setting);
        }
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>It has ended and all it said is in <see cref="Lines"/>.</summary>
    public bool HasEnded
    {
        get
        {
            if (!process.HasExited)
            {
                return false;
            }
            process.WaitForExit();
            return true;
        }
    }

    public int ExitCode => process.ExitCode;

    public async Task<string> Ask(string path)
    {
        using var answer = await client.GetAsync(new Uri(await address.Task.WaitAsync(Patience) + path));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Files by state, from the metrics.</summary>
    public async Task<IReadOnlyDictionary<string, int>> Counts()
    {
        const string Begin = "planingest_documents{state=\"";
        return (await Ask("/metrics"))
            .Split('\n')
            .Where(line => line.StartsWith(Begin, StringComparison.Ordinal))
            .Select(line => line[Begin.Length..].Split("\"} "))
            .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Waits until the first look is over and nothing waits or runs.</summary>
    public Task Settled(int? total = null) =>
        Until(async () =>
        {
            var counts = await Counts();
            return counts["waiting"] + counts["running"] == 0
                && (total is null || counts.Values.Sum() == total)
                && !(await Ask("/readyz")).Contains("first look", StringComparison.Ordinal);
        });

    public async Task Until(Func<Task<bool>> holds, TimeSpan? patience = null)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException("the service ended: " + string.Join('\n', Lines.TakeLast(10)));
            }
            if (Stopwatch.GetElapsedTime(started) > (patience ?? Patience))
            {
                throw new TimeoutException(await Ask("/status") + string.Join('\n', Lines.TakeLast(20)));
            }
            await Task.Delay(20);
        }
    }

    public Task UntilLine(string words) =>
        Until(() => Task.FromResult(Lines.Any(line => line.Contains(words, StringComparison.Ordinal))));

    public Task UntilStatus(string words) =>
        Until(async () => (await Ask("/status")).Contains(words, StringComparison.Ordinal));

    /// <summary>As a crash of the machine would: nothing of the service gets a chance to tidy up.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>As a service manager does; says how long it took.</summary>
    public TimeSpan Terminate()
    {
        var started = Stopwatch.GetTimestamp();
        using (var kill = Process.Start("kill", $"-TERM {process.Id}"))
        {
            kill.WaitForExit();
        }
        process.WaitForExit();
        return Stopwatch.GetElapsedTime(started);
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }
        process.Dispose();
        client.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is null)
        {
            return;
        }
        Lines.Enqueue(line);
        var at = line.IndexOf("Pages: http", StringComparison.Ordinal);
        if (at >= 0)
        {
            address.TrySetResult(line[(at + "Pages: ".Length)..].Trim());
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>
/// A child process that reads documents one after another, fenced: past its time or its memory it is stopped, and the
/// next document gets a new one. Not for two threads at once.
/// </summary>
public sealed class ReaderProcess(HostSettings settings, int slot) : IAsyncDisposable
{
    /// <summary>How often a running document's memory is looked at: within this an eater takes a gigabyte at most.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a process may take to start: a cold disk, a busy machine.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(60);

    /// <summary>An idle process that holds more than this after a large document gives way to a fresh one.</summary>
    private const long Comfortable = 256L << 20;

    /// <summary>The text, its records and its output: what a document costs of memory, in times its size.</summary>
    private const int MemoryPerByte = 14;

    /// <summary>
    /// Begins the line that says the SHA-256 of a suspect's bytes, before the line that says what became of it.
    /// </summary>
    public const char HashMark = '#';

    private readonly SemaphoreSlim turn = new(1, 1);
    private Process? process;
    private string trouble = "";

    /// <summary>Starts a process ahead of the first document.</summary>
    public async Task WarmUp()
    {
        await turn.WaitAsync();
        try
        {
            await Ready();
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>
    /// Reads documents one after another, handed over together so that the process never waits for the next.
    /// </summary>
    /// <param name="jobs">At least one.</param>
    /// <param name="conclude">
    /// Is told what became of each; null for those whose turn did not come because the process ended before.
    /// </param>
    public async Task Read(IReadOnlyList<DocumentJob> jobs, Action<DocumentJob, DocumentOutcome?> conclude)
    {
        await turn.WaitAsync();
        try
        {
            var canGoOn = await Hand(jobs);
            foreach (var job in jobs)
            {
                var outcome = canGoOn || job == jobs[0] ? await Answer(job) : null;
                canGoOn = canGoOn && outcome!.Kind != OutcomeKind.Died;
                conclude(job, outcome);
            }
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Starts a process if there is none that is well; false where it does not come up.</summary>
    private async Task<bool> Ready()
    {
        if (process is { HasExited: false })
        {
            if (Memory() <= Comfortable)
            {
                return true;
            }
        }
        await Stop();
        process = Process.Start(Program())!;
        trouble = "";
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
        var greeting = process.StandardOutput.ReadLineAsync();
        if (await Task.WhenAny(greeting, Task.Delay(Start)) == greeting && await greeting is not null)
        {
            return true;
        }
        await Stop();
        return false;
    }

    /// <summary>Bytes the process holds now; 0 where there is none.</summary>
    public long Memory()
    {
        return process is { } running ? Resident.Of(running) : 0;
    }

    /// <summary>False where there is no process, or it has ended.</summary>
    private async Task<bool> Hand(IReadOnlyList<DocumentJob> jobs)
    {
        if (!await Ready())
        {
            return false;
        }
        try
        {
            foreach (var job in jobs)
            {
                var line = JsonSerializer.Serialize(job, ReaderJson.Default.DocumentJob);
                await process!.StandardInput.WriteAsync(line + '\n');
            }
            await process!.StandardInput.FlushAsync(CancellationToken.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task<DocumentOutcome> Answer(DocumentJob job)
    {
        if (process is null)
        {
            return new(OutcomeKind.OutputTrouble)
            {
                Message = $"no process to read documents could be started: {trouble}",
            };
        }
        var started = Stopwatch.GetTimestamp();
        var megabytes = (job.Stamp?.Size ?? 0) >> 20;
        var time = TimeSpan.FromSeconds(settings.TimeLimitSeconds + megabytes);
        var memory = ((settings.MemoryLimitMegabytes + megabytes * MemoryPerByte) << 20);
        string? sha256 = null;
        var answer = Answer(process.StandardOutput, hash => sha256 = hash);
        while (!answer.IsCompleted && await Task.WhenAny(answer, Task.Delay(Look, CancellationToken.None)) != answer)
        {
            if (Stopwatch.GetElapsedTime(started) > time)
            {
                return await Died(
                    "time-limit",
                    $"Reading took longer than {time.TotalSeconds:0} s and was stopped; "
                        + "split the document, or raise the setting TimeLimitSeconds.",
                    sha256
                );
            }
            if (Memory() > memory)
            {
                return await Died(
                    "memory-limit",
                    $"Reading needed more than {memory >> 20} MB and was stopped; "
                        + "split the document, or raise the setting MemoryLimitMegabytes.",
                    sha256
                );
            }
        }
        if (await answer is not { } line)
        {
            return await Died("worker-died", "The process that read it ended", sha256);
        }
        var outcome = JsonSerializer.Deserialize(line, ReaderJson.Default.DocumentOutcome)!;
        return outcome.Path == job.Path
            ? outcome
            : throw new InvalidOperationException("a reader process answered for another document");
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        turn.Dispose();
    }

    private static async Task<string?> Answer(StreamReader lines, Action<string> hash)
    {
        var line = await lines.ReadLineAsync();
        if (line?.StartsWith(HashMark) == true)
        {
            hash(line[1..]);
            line = await lines.ReadLineAsync();
        }
        return line;
    }

    private async Task<DocumentOutcome> Died(string code, string message, string? sha256)
    {
        var exit = await Stop();
        var words = code == "worker-died" ? $"{message} ({(trouble.Length > 0 ? trouble : exit)})." : message;
        return new(OutcomeKind.Died)
        {
            Error = code,
            Message = words,
            Sha256 = sha256,
        };
    }

    /// <summary>Ends the process and whatever it started; says how it ended.</summary>
    private async Task<string> Stop()
    {
        if (process is null)
        {
            return "";
        }
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
        await process.WaitForExitAsync();
        var exit = string.Create(CultureInfo.InvariantCulture, $"exit code {process.ExitCode}");
        process.Dispose();
        process = null;
        return exit;
    }

    /// <summary>Of what the runtime says at its end, only the kind of failure: the rest may hold document text.</summary>
    private void Keep(string? line)
    {
        foreach (var kind in (string[])["Stack overflow", "Out of memory", "Unhandled exception"])
        {
            if (line?.StartsWith(kind, StringComparison.Ordinal) == true)
            {
                trouble = kind;
            }
        }
        if (line?.StartsWith("planingest: ", StringComparison.Ordinal) == true)
        {
            trouble = line;
        }
    }

    private ProcessStartInfo Program()
    {
        var assembly = typeof(ReaderProcess).Assembly.Location;
        var beside = Path.ChangeExtension(assembly, OperatingSystem.IsWindows() ? ".exe" : null);
        var isAlone = assembly.Length == 0;
        var hasOwn = !isAlone && File.Exists(beside);
        var start = new ProcessStartInfo(
            isAlone ? Environment.ProcessPath!
            : hasOwn ? beside
            : "dotnet"
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        if (!isAlone && !hasOwn)
        {
            start.ArgumentList.Add(assembly);
        }
        string[] arguments =
        [
            "read-documents",
            settings.Extracted,
            settings.Corrections,
            settings.FileLimit.ToString(CultureInfo.InvariantCulture),
            slot.ToString(CultureInfo.InvariantCulture),
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        var most = ((settings.MemoryLimitMegabytes + (long)settings.FileLimitMegabytes * MemoryPerByte) << 20);
        start.Environment["DOTNET_GCHeapHardLimit"] = most.ToString("x", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_GCgen0size"] = "0x2000000";
        return start;
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace PlanIngest.Host.Engines;

/// <summary>
/// One run of the engine's process with its pipes. A watch ends the process when it works too long on a page, is
/// silent too long or holds too much memory; reading then ends, and <see cref="Ending"/> says why.
/// </summary>
public sealed class PdfChild : IDisposable
{
    private const int BufferBytes = 64 * 1024;

    private readonly Process process;
    private readonly ChildLimits limits;
    private readonly Timer watch;
    private readonly Stream output;
    private byte[] held = new byte[BufferBytes];
    private int start;
    private int end;
    private volatile bool asked;
    private volatile string? broken;
    private long workAtLine;
    private long workAtStart;
    private long clockAtLine;

    private PdfChild(Process process, ChildLimits limits)
    {
        (this.process, this.limits) = (process, limits);
        output = process.StandardOutput.BaseStream;
        watch = new Timer(_ => Look(), null, limits.Watch, limits.Watch);
    }

    /// <summary>Name and version, from its first line; null before.</summary>
    public string? Engine { get; private set; }

    public bool IsAlive => broken is null && !process.HasExited;

    public static PdfChild Start(string command, string script, ChildLimits limits)
    {
        var start = new ProcessStartInfo(command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add($"--max-old-space-size={limits.HeapMegabytes}");
        start.ArgumentList.Add("--max-semi-space-size=8");
        start.ArgumentList.Add("--disallow-code-generation-from-strings");
        start.ArgumentList.Add(script);
        start.Environment["NODE_OPTIONS"] = "";
        var process = Process.Start(start)!;
        // What it says of its own death is known from its exit code; unread, the pipe would fill.
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new PdfChild(process, limits);
    }

    public void Send(ReadOnlyMemory<byte> pdf, int maxPages)
    {
        Interlocked.Exchange(ref workAtStart, Work());
        Mark();
        asked = true;
        try
        {
            var input = process.StandardInput.BaseStream;
            var request = JsonSerializer.Serialize(new { length = pdf.Length, pages = maxPages });
            input.Write(Encoding.UTF8.GetBytes(request + "\n"));
            input.Write(pdf.Span);
            input.Flush();
        }
        catch (IOException)
        {
            // It died meanwhile: reading ends at once and the ending tells.
        }
    }

    /// <summary>The next line without its end, valid until the next call; false when the process has ended.</summary>
    public bool TryReadLine(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            var searched = start;
            int found;
            while ((found = held.AsSpan(searched, end - searched).IndexOf((byte)'\n')) < 0)
            {
                searched = end;
                if (end == held.Length)
                {
                    var shift = start;
                    MakeRoom();
                    searched -= shift;
                }
                var got = output.Read(held, end, held.Length - end);
                if (got == 0)
                {
                    line = default;
                    return false;
                }
                end += got;
            }
            line = held.AsSpan(start, searched + found - start);
            start = searched + found + 1;
            Mark();
            if (line.StartsWith("{\"engine\":"u8))
            {
                Engine = JsonDocument.Parse(line.ToArray()).RootElement.GetProperty("engine").GetString();
                continue;
            }
            if (line.StartsWith("{\"done\":"u8) || line.StartsWith("{\"error\":"u8))
            {
                asked = false;
            }
            return true;
        }
    }

    /// <summary>Why it ended: the code and words of a finding.</summary>
    public (string Code, string Message) Ending()
    {
        process.WaitForExit();
        return broken switch
        {
            "time" => (
                "time-limit",
                "The PDF took the engine longer than the limit and was stopped: save it again in a simpler form."
            ),
            "memory" => (
                "memory-limit",
                "The PDF needed more memory than the limit and was stopped: save it again in a simpler form, or split it."
            ),
            // Node.js ends itself by SIGABRT when its heap is full.
            _ when process.ExitCode == 134 => (
                "memory-limit",
                "The PDF needed more memory than the engine may hold and was stopped: split it."
            ),
            _ => (
                "pdf-engine-failed",
                $"The PDF engine ended with code {process.ExitCode} over this file: save it again, or report it."
            ),
        };
    }

    public void Dispose()
    {
        watch.Dispose();
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        process.Dispose();
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            held.AsSpan(start, end - start).CopyTo(held);
            (start, end) = (0, end - start);
        }
        else
        {
            Array.Resize(ref held, held.Length * 2);
        }
    }

    private void Mark()
    {
        Interlocked.Exchange(ref workAtLine, Work());
        Interlocked.Exchange(ref clockAtLine, Stopwatch.GetTimestamp());
    }

    private long Work()
    {
        try
        {
            return process.TotalProcessorTime.Ticks;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private void Look()
    {
        if (!asked || broken is not null)
        {
            return;
        }
        try
        {
            process.Refresh();
            var work = process.TotalProcessorTime.Ticks;
            var silence = Stopwatch.GetElapsedTime(Interlocked.Read(ref clockAtLine));
            var reason =
                process.WorkingSet64 > limits.MemoryBytes ? "memory"
                : work - Interlocked.Read(ref workAtLine) > limits.WorkWithoutPage.Ticks ? "time"
                : work - Interlocked.Read(ref workAtStart) > limits.WorkInAll.Ticks ? "time"
                : silence > limits.SilenceWithoutPage ? "time"
                : null;
            if (reason is not null)
            {
                broken = reason;
                process.Kill(entireProcessTree: true);
            }
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself; the reader sees the end of its output.
        }
    }
}

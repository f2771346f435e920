using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace PlanIngest.Host.Engines;

/// <summary>One run of a converter: its output, or in words why it failed; null where the program is not installed.</summary>
internal sealed record ConverterChild(byte[] Output, string? Trouble)
{
    public static ConverterChild? Run(
        string command,
        IEnumerable<string> arguments,
        string folder,
        ConverterLimits limits
    )
    {
        var start = Fenced(command, limits);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = start.RedirectStandardInput = true;
        // Whatever a file refers to outside itself is not fetched: there is no way out but a closed door.
        foreach (var proxy in new[] { "http_proxy", "https_proxy", "ftp_proxy", "all_proxy" })
        {
            start.Environment[proxy] = start.Environment[proxy.ToUpperInvariant()] = "http://127.0.0.1:9";
        }
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            return Watch(process, limits);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Where there is a shell with bounds, the child runs inside them.</summary>
    private static ProcessStartInfo Fenced(string command, ConverterLimits limits)
    {
        if (!OperatingSystem.IsLinux())
        {
            return new ProcessStartInfo(command);
        }
        var start = new ProcessStartInfo("/bin/sh");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"command -v \"$0\" >/dev/null || exit 127; ulimit -v {limits.Memory / 1024}; exec \"$0\" \"$@\""
            )
        );
        start.ArgumentList.Add(command);
        return start;
    }

    private static ConverterChild? Watch(Process process, ConverterLimits limits)
    {
        using var output = new MemoryStream();
        using var patience = new CancellationTokenSource(limits.Time);
        try
        {
            process.StandardOutput.BaseStream.CopyToAsync(output, patience.Token).GetAwaiter().GetResult();
            process.WaitForExitAsync(patience.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return new ConverterChild([], $"it took longer than {limits.Time.TotalSeconds:0} seconds");
        }
        return process.ExitCode switch
        {
            127 => null,
            0 => new ConverterChild(output.ToArray(), null),
            var code => new ConverterChild([], $"it ended with code {code}"),
        };
    }
}

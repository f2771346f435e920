using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PlanIngest.BrowserTests;

/// <summary>The real service on a free port, over two folders of its own.</summary>
public sealed class RunningHost : IDisposable
{
    private readonly Process process;

    public RunningHost(Action<string>? prepare = null)
    {
        Folder = Directory.CreateTempSubdirectory("planingest-browser-").FullName;
        Directory.CreateDirectory(Corpus);
        prepare?.Invoke(Corpus);
        Address = $"http://127.0.0.1:{FreePort()}";
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (
            var argument in (string[])
                [
                    Path.Combine(AppContext.BaseDirectory, "PlanIngest.Host.dll"),
                    "--corpus",
                    Corpus,
                    "--extracted",
                    Extracted,
                    "--urls",
                    Address,
                    "--set",
                    "SettleMilliseconds=100",
                    "--set",
                    "ScanSeconds=1",
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Log.Add(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => Log.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        WaitUntilServing();
    }

    public string Folder { get; }
    public string Address { get; }
    public string Corpus => Path.Combine(Folder, "corpus");
    public string Extracted => Path.Combine(Folder, "extracted");
    public System.Collections.Concurrent.ConcurrentBag<string> Log { get; } = [];

    /// <summary>Until the document's output is there and, where given, holds these words.</summary>
    public string WaitForOutput(string path, string? holding = null)
    {
        var file = Path.Combine(Extracted, path + ".json");
        for (var turn = 0; turn < 600; turn++)
        {
            if (
                File.Exists(file)
                && File.ReadAllText(file) is var output
                && (holding is null || output.Contains(holding, StringComparison.Ordinal))
            )
            {
                return output;
            }
            Thread.Sleep(50);
        }
        throw new TimeoutException($"no output of {path} with {holding}: {string.Join('\n', Log)}");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private void WaitUntilServing()
    {
        using var client = new HttpClient();
        for (var turn = 0; turn < 600; turn++)
        {
            try
            {
                if (client.GetAsync(new Uri(Address + "/healthz")).GetAwaiter().GetResult().IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            Thread.Sleep(50);
        }
        throw new TimeoutException("the service does not answer: " + string.Join('\n', Log));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

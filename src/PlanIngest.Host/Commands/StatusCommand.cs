using System.CommandLine;
using PlanIngest.Host.Watching;

namespace PlanIngest.Host.Commands;

/// <summary><c>status</c>: what became of every file, from the running service or, without one, from the folders.</summary>
public static class StatusCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var command = new Command("status", "Say what became of every file.");
        var settings = new SettingOptions();
        settings.AddTo(command);
        command.SetAction(
            async (parsed, stop) => settings.Read(parsed) is { } read ? await Run(read, stop) : ExitCode.WrongUsage
        );
        return command;
    }

    private static async Task<int> Run(HostSettings settings, CancellationToken stop)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        if (await FromService(settings, stop) is { } said)
        {
            await output.WriteAsync(said);
        }
        else
        {
            StatusReport.FromDisk(settings).Write(output);
        }
        return ExitCode.Done;
    }

    /// <summary>Null where no service answers.</summary>
    private static async Task<string?> FromService(HostSettings settings, CancellationToken stop)
    {
        if (ServiceAddress.Read(settings.StateFolder) is not { } address)
        {
            return null;
        }
        try
        {
            using var client = new HttpClient { Timeout = Patience };
            return await client.GetStringAsync(new Uri(new Uri(address), "/status"), stop);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }
}

using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using PlanIngest.Host.Review;
using PlanIngest.Host.Watching;

namespace PlanIngest.Host.Commands;

/// <summary>The command without a name: ingests the corpus and goes on watching until it is stopped.</summary>
public static class WatchCommand
{
    /// <summary>A service manager or a container gives a service ten seconds.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(9);

    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Watches a folder of plan documents and writes the indicators they state as JSON. "
                + "Without a command: ingest everything and go on watching."
        );
        var settings = new SettingOptions();
        settings.AddTo(root);
        root.SetAction(
            async (parsed, stop) => settings.Read(parsed) is { } read ? await Run(read, stop) : ExitCode.WrongUsage
        );
        return root;
    }

    private static async Task<int> Run(HostSettings settings, CancellationToken stop)
    {
        using var host = Build(settings);
        await host.RunAsync(stop);
        return Environment.ExitCode;
    }

    private static IHost Build(HostSettings settings)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.Logging.SetMinimumLevel(LogLevel.Information);
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        if (settings.LogFormat == "json")
        {
            builder.Logging.AddJsonConsole();
        }
        else
        {
            builder.Logging.AddConsoleFormatter<PlainLines, ConsoleFormatterOptions>();
            builder.Logging.AddConsole(console => console.FormatterName = PlainLines.FormatName);
        }
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = Farewell);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<Ledger>();
        builder.Services.AddSingleton<Conditions>();
        builder.Services.AddSingleton<Metrics>();
        builder.Services.AddSingleton<Mailbox>();
        builder.Services.AddSingleton<IngestWorker>();
        builder.Services.AddHostedService<IndexFollower>();
        builder.Services.AddHostedService<PagesServer>();
        builder.Services.AddHostedService(services => services.GetRequiredService<IngestWorker>());
        return builder.Build();
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanIngest.Host.Review;

namespace PlanIngest.Host.Watching;

/// <summary>
/// Serves health, metrics and the review pages, in the process of the service but no condition of it: where the
/// address cannot be had, a line says so and documents are read all the same.
/// </summary>
public sealed class PagesServer(
    HostSettings settings,
    Ledger ledger,
    Conditions conditions,
    Metrics metrics,
    Mailbox mailbox,
    IngestWorker worker,
    ILoggerFactory logs
) : IHostedService
{
    private readonly ILogger log = logs.CreateLogger<PagesServer>();
    private WebApplication? application;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Urls.Length == 0)
        {
            return;
        }
        var built = Build();
        try
        {
            await built.StartAsync(cancellationToken);
            application = built;
            IngestLog.PagesAt(log, string.Join(' ', built.Urls));
            worker.Address = built.Urls.FirstOrDefault();
        }
        catch (Exception exception)
            when (exception is IOException or InvalidOperationException or System.Net.Sockets.SocketException)
        {
            IngestLog.NoPages(log, settings.Urls, exception.Message);
            await built.DisposeAsync();
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (application is not null)
        {
            await application.StopAsync(cancellationToken);
            await application.DisposeAsync();
        }
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                // settings are read once; watching their file takes one of the few watches there are
                Args = ["--hostBuilder:reloadConfigOnChange=false"],
            }
        );
        builder.WebHost.UseUrls(settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries));
        builder.Services.AddSingleton(logs);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(ledger);
        builder.Services.AddSingleton(conditions);
        builder.Services.AddSingleton(mailbox);
        builder.Services.AddReview();
        var built = builder.Build();
        built.MapGet(
            "/healthz",
            () => worker.IsAlive ? Results.Text("ok\n") : Results.Text("the loop hangs\n", statusCode: 503)
        );
        built.MapGet(
            "/readyz",
            () =>
                conditions.Lines is { Count: > 0 } lines
                    ? Results.Text(string.Join('\n', lines) + '\n', statusCode: 503)
                    : Results.Text("ok\n")
        );
        built.MapGet(
            "/status",
            () =>
            {
                using var writer = new StringWriter();
                StatusReport.Of(ledger, conditions).Write(writer);
                return Results.Text(writer.ToString());
            }
        );
        built.MapGet("/metrics", () => Results.Text(metrics.Text(), "text/plain; version=0.0.4"));
        built.MapReview();
        return built;
    }
}

using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace PlanIngest.Host.Watching;

/// <summary>The service: takes the lock on the outputs, then keeps them in agreement with the corpus until stopped.</summary>
public sealed class IngestWorker(
    HostSettings settings,
    Ledger ledger,
    Conditions conditions,
    Metrics metrics,
    Mailbox mailbox,
    TimeProvider time,
    IHostApplicationLifetime lifetime,
    ILogger<IngestWorker> log
) : BackgroundService
{
    /// <summary>How often the folders' events are looked after and the service manager is told.</summary>
    private static readonly TimeSpan Pulse = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(250);

    /// <summary>A loop that has not turned for this long hangs: no single turn takes seconds.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);

    private Reconciler? reconciler;

    /// <summary>True as long as the loop turns, or has good reason not to run yet.</summary>
    public bool IsAlive => reconciler is null || time.GetElapsedTime(reconciler.LastBeat) < Hanging;

    public long ReaderMemory => reconciler?.ReaderMemory ?? 0;

    /// <summary>Where this service can be asked; null where its pages could not be served.</summary>
    public string? Address { get; set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            var manager = new ServiceManager();
            using var own = await TakeLock(manager, stoppingToken);
            if (own is null)
            {
                return;
            }
            IngestLog.Started(log, settings.Corpus, settings.Extracted, settings.WorkerCount);
            await using var loop = new Reconciler(settings, ledger, conditions, metrics, mailbox, time, log);
            using var events = new CorpusEvents(settings, mailbox, conditions, log);
            events.Renew();
            reconciler = loop;
            var running = loop.Run(stoppingToken);
            await Accompany(running, events, manager);
            await running;
            IngestLog.Stopped(log);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // asked to stop before it had begun
        }
        catch (Exception exception)
        {
            IngestLog.Bug(log, exception);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private async Task Accompany(Task running, CorpusEvents events, ServiceManager manager)
    {
        manager.Ready();
        var isSaid = false;
        while (await Task.WhenAny(running, Task.Delay(Pulse)) != running)
        {
            events.Renew();
            isSaid = isSaid || ServiceAddress.TryWrite(settings.StateFolder, Address ?? "");
            if (IsAlive)
            {
                manager.Alive($"{ledger.Count(DocumentState.Done)} of {ledger.Total} documents done");
            }
        }
        manager.Stopping();
    }

    /// <summary>Waits for a folder that cannot be written; stops the program where another service has it.</summary>
    private async Task<FileStream?> TakeLock(ServiceManager manager, CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            var pause = Backoff.After(Math.Min(tries, 4));
            try
            {
                if (InstanceLock.Take(settings.StateFolder) is { } own)
                {
                    if (conditions.Clear(Trouble.Lock))
                    {
                        IngestLog.Recovered(log, "the extracted folder can be written");
                    }
                    return own;
                }
                if (tries > 2)
                {
                    IngestLog.Trouble(log, $"Another service already works on {settings.Extracted}; this one stops.");
                    Environment.ExitCode = 1;
                    lifetime.StopApplication();
                    return null;
                }
                // a command that asks whether a service runs holds the lock for a moment
                pause = Moment;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var line = $"The extracted folder {settings.Extracted} cannot be written: {DiskWords.Of(exception)}";
                if (conditions.Raise(Trouble.Lock, line))
                {
                    IngestLog.Trouble(log, line);
                }
                // it runs, and mends itself: to end and start it again would change nothing
                manager.Ready();
                manager.Alive(line);
            }
            await Task.Delay(pause, stop);
        }
    }
}

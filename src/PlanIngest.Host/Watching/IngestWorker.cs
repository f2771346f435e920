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

    /// <summary>A loop that has not turned for this long hangs: no single turn takes seconds.</summary>
    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(60);

    private Reconciler? reconciler;

    /// <summary>True as long as the loop turns, or has good reason not to run yet.</summary>
    public bool IsAlive => reconciler is null || time.GetElapsedTime(reconciler.LastBeat) < Hanging;

    public long ReaderMemory => reconciler?.ReaderMemory ?? 0;

    /// <summary>Where this service can be asked; null where its pages could not be served.</summary>
    public string? Address { get; set; }

    /// <summary>Another service works on the same outputs: this one has not begun.</summary>
    public bool WasSecond { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            using var own = await TakeLock(stoppingToken);
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
            await Accompany(running, events);
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

    private async Task Accompany(Task running, CorpusEvents events)
    {
        var manager = new ServiceManager();
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
    private async Task<FileStream?> TakeLock(CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
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
                IngestLog.Trouble(log, $"Another service already works on {settings.Extracted}; this one stops.");
                WasSecond = true;
                Environment.ExitCode = 1;
                lifetime.StopApplication();
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                var line = $"The extracted folder {settings.Extracted} cannot be written: {DiskWords.Of(exception)}";
                if (conditions.Raise(Trouble.Lock, line))
                {
                    IngestLog.Trouble(log, line);
                }
            }
            var pause = Backoff.After(Math.Min(tries, 4));
            await Task.Delay(pause, stop);
        }
    }
}

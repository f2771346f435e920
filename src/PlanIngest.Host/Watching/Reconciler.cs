using Microsoft.Extensions.Logging;
using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>
/// Makes outputs agree with the corpus, for ever. The one place where a document's state changes: a loop on one
/// thread that is told things by <see cref="Mailbox"/> and hands documents to reader processes.
/// </summary>
public sealed partial class Reconciler : IAsyncDisposable
{
    /// <summary>How long running documents may take to finish when the service is asked to stop.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(7);

    /// <summary>A reader that kills its process is not tried a third time.</summary>
    public const int MostDeaths = 2;

    /// <summary>At most a fifth of the time is spent on looking over everything.</summary>
    private const int ScanPause = 4;

    private readonly HostSettings settings;
    private readonly Ledger ledger;
    private readonly Conditions conditions;
    private readonly Metrics metrics;
    private readonly Mailbox mailbox;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly StateFiles state;
    private readonly FolderScan scan;
    private readonly WorkOrder queue;
    private readonly ReaderProcess[] readers;
    private readonly Stack<int> idle = new();
    private readonly Progress progress;
    private readonly Dictionary<string, FileStamp> memberCorrections = new(StringComparer.Ordinal);
    private Removals? removals;
    private Dictionary<string, StateFiles.Attempts> attempts = [];
    private bool attemptsChanged;
    private long attemptsSaved;
    private Task scanning = Task.CompletedTask;
    private bool isFirstScan = true;
    private bool scanWanted = true;
    private long scanStarted;
    private long nextScan;
    private long scanAllowed;
    private long pausedUntil;
    private int pauses;

    public Reconciler(
        HostSettings settings,
        Ledger ledger,
        Conditions conditions,
        Metrics metrics,
        Mailbox mailbox,
        TimeProvider time,
        ILogger log
    )
    {
        (this.settings, this.ledger, this.conditions, this.metrics) = (settings, ledger, conditions, metrics);
        (this.mailbox, this.time, this.log) = (mailbox, time, log);
        state = new StateFiles(settings.StateFolder);
        scan = new FolderScan(settings);
        // one more than asked for where that is one, so that a large document never holds up the small ones
        readers =
        [
            .. Enumerable.Range(0, Math.Max(2, settings.WorkerCount)).Select(at => new ReaderProcess(settings, at)),
        ];
        queue = new WorkOrder(readers.Length);
        progress = new Progress(ledger, time, log);
        for (var slot = readers.Length - 1; slot >= 0; slot--)
        {
            idle.Push(slot);
        }
        conditions.Raise(Trouble.Starting, "The first look over all documents is not finished.");
    }

    /// <summary>When the loop last turned, in a monotonic clock's ticks: a service that hangs shows it here.</summary>
    public long LastBeat { get; private set; }

    /// <summary>Memory of the reader processes, in bytes.</summary>
    public long ReaderMemory => readers.Sum(reader => reader.Memory());

    /// <summary>Runs until asked to stop. The extracted folder must be this process's (<see cref="InstanceLock"/>).</summary>
    public async Task Run(CancellationToken stop)
    {
        attempts = state.ReadAttempts();
        removals = new Removals(settings, state, ledger, conditions, time, log);
        _ = Task.WhenAll(readers.Select(reader => reader.WarmUp()));
        while (!stop.IsCancellationRequested)
        {
            LastBeat = time.GetTimestamp();
            Turn();
            await mailbox.Wait(UntilNext(), stop);
            if (scanning.IsFaulted)
            {
                await scanning;
            }
        }
        await Finish();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in readers)
        {
            await reader.DisposeAsync();
        }
    }

    private void Turn()
    {
        var content = mailbox.Take();
        Conclude(content);
        foreach (var (path, hint) in content.Hints)
        {
            Observe(path, hint);
        }
        if (content.Scan is { } found)
        {
            Apply(found);
        }
        scanWanted |= content.ScanWanted || (removals!.IsPending && IsSettled);
        StartScan();
        TakeDue();
        Dispatch();
        SaveAttempts(now: false);
        progress.Show();
    }

    /// <summary>Running documents finish, or are put back by being left as they were.</summary>
    private async Task Finish()
    {
        var started = time.GetTimestamp();
        while (idle.Count < readers.Length && time.GetElapsedTime(started) < Farewell)
        {
            Conclude(mailbox.Take());
            await mailbox.Wait(TimeSpan.FromMilliseconds(50), CancellationToken.None);
        }
        SaveAttempts(now: true);
        await DisposeAsync();
    }

    private void StartScan()
    {
        var now = time.GetTimestamp();
        if (!scanning.IsCompleted || now < scanAllowed || (now < nextScan && !scanWanted && !HasAnswer()))
        {
            return;
        }
        scanWanted = false;
        scanStarted = now;
        nextScan = now + Ticks(settings.ScanInterval);
        scanning = Task.Run(() => mailbox.Tell(scan.Run(path => ledger.Find(path) is not null)));
    }

    /// <summary>No document waits or runs.</summary>
    private bool IsSettled => ledger.Count(DocumentState.Waiting) + ledger.Count(DocumentState.Running) == 0;

    /// <summary>A person has confirmed the removals held back.</summary>
    private bool HasAnswer() => removals!.IsHolding && state.HasAccepted;

    private TimeSpan UntilNext()
    {
        var now = time.GetTimestamp();
        var next = scanning.IsCompleted ? Math.Max(scanAllowed, scanWanted ? now : nextScan) : long.MaxValue;
        next = Math.Min(next, queue.NextDue ?? long.MaxValue);
        if (pausedUntil > now)
        {
            next = Math.Min(next, pausedUntil);
        }
        var most = TimeSpan.FromMilliseconds(500);
        return next <= now ? TimeSpan.Zero : Min(time.GetElapsedTime(now, Math.Min(next, now + Ticks(most))), most);
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private long After(TimeSpan span) => time.GetTimestamp() + Ticks(span);

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private string FileOf(string path) => Path.Combine(settings.Corpus, path);

    private string CorrectionsOf(string path) => Path.Combine(settings.Corrections, path + ".jsonl");
}

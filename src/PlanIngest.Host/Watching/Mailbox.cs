using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>
/// What others tell the <see cref="Reconciler"/>, from any thread. Hints about one file are one hint, and too many of
/// them become a look over everything: it holds a bounded amount whatever is said.
/// </summary>
public sealed class Mailbox : IDisposable
{
    /// <summary>More hints than this cost more than looking over all files does.</summary>
    private const int MostHints = 50_000;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim signal = new(0);
    private Dictionary<string, Hint> hints = new(StringComparer.Ordinal);
    private List<(DocumentJob Job, DocumentOutcome? Outcome)> outcomes = [];
    private List<int> freed = [];
    private bool scanWanted;
    private ScanResult? scan;

    /// <summary>Something happened to this path of the corpus, file or folder.</summary>
    public void Tell(string path, Hint hint)
    {
        lock (gate)
        {
            if (hints.Count < MostHints || hints.ContainsKey(path))
            {
                hints[path] = hints.TryGetValue(path, out var before) && before > hint ? before : hint;
            }
            else
            {
                scanWanted = true;
            }
        }
        Wake();
    }

    /// <summary>To look over everything soon.</summary>
    public void WantScan()
    {
        lock (gate)
        {
            scanWanted = true;
        }
        Wake();
    }

    /// <param name="job">A document handed to a reader.</param>
    /// <param name="outcome">Null where its turn did not come.</param>
    internal void Tell(DocumentJob job, DocumentOutcome? outcome)
    {
        lock (gate)
        {
            outcomes.Add((job, outcome));
        }
        Wake();
    }

    /// <summary>A reader has no more to do.</summary>
    internal void TellFree(int slot)
    {
        lock (gate)
        {
            freed.Add(slot);
        }
        Wake();
    }

    internal void Tell(ScanResult result)
    {
        lock (gate)
        {
            scan = result;
        }
        Wake();
    }

    /// <summary>Waits until there is something or the time is over.</summary>
    internal async Task Wait(TimeSpan most, CancellationToken stop)
    {
        try
        {
            if (await signal.WaitAsync(most, stop))
            {
                while (signal.Wait(0, CancellationToken.None)) { }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // stopping is what the waiter looks at next
        }
    }

    internal MailboxContent Take()
    {
        lock (gate)
        {
            var content = new MailboxContent(hints, outcomes, freed, scan, scanWanted);
            hints = new(StringComparer.Ordinal);
            outcomes = [];
            freed = [];
            scan = null;
            scanWanted = false;
            return content;
        }
    }

    public void Dispose() => signal.Dispose();

    private void Wake()
    {
        if (signal.CurrentCount == 0)
        {
            signal.Release();
        }
    }
}

/// <summary>What may have happened to a file; the greater outweighs the lesser.</summary>
public enum Hint
{
    /// <summary>It may have appeared, changed or gone.</summary>
    Touched,

    /// <summary>It was renamed from a temporary name: its writer has finished.</summary>
    Finished,

    /// <summary>Its corrections may have changed.</summary>
    Corrected,

    /// <summary>Somebody wants it to be read again, changed or not.</summary>
    Reread,
}

internal sealed record MailboxContent(
    IReadOnlyDictionary<string, Hint> Hints,
    IReadOnlyList<(DocumentJob Job, DocumentOutcome? Outcome)> Outcomes,
    IReadOnlyList<int> Freed,
    ScanResult? Scan,
    bool ScanWanted
);

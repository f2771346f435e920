namespace PlanIngest.Host.Watching;

/// <summary>
/// Which document comes next: those whose time has not come by time, the others in order, large ones apart, so that
/// they never hold up small ones and are not starved by them. Holds paths; a path whose document has moved on is
/// dropped when its turn comes.
/// </summary>
public sealed class WorkOrder(int slots)
{
    /// <summary>Above this a document takes seconds rather than milliseconds.</summary>
    private const long Large = 4 << 20;

    private readonly PriorityQueue<(string Path, long Due), long> later = new();
    private readonly Queue<string> small = new();
    private readonly Queue<string> large = new();
    private int largeRunning;

    public void Wait(string path, long due) => later.Enqueue((path, due), due);

    /// <summary>The next path whose time has come, and the time it was given.</summary>
    public bool TryTakeDue(long now, out string path, out long due)
    {
        if (later.TryPeek(out var first, out var at) && at <= now)
        {
            later.Dequeue();
            (path, due) = first;
            return true;
        }
        (path, due) = ("", 0);
        return false;
    }

    /// <summary>When the next time comes; null where none waits for one.</summary>
    public long? NextDue => later.TryPeek(out _, out var at) ? at : null;

    public void Ready(string path, long size) => (size >= Large ? large : small).Enqueue(path);

    /// <summary>One slot is always kept for small documents.</summary>
    public bool TryTake(out string path)
    {
        if (largeRunning == 0 && large.TryDequeue(out path!) || small.TryDequeue(out path!))
        {
            return true;
        }
        return largeRunning < slots - 1 && large.TryDequeue(out path!);
    }

    public bool TryTakeSmall(out string path) => small.TryDequeue(out path!);

    /// <summary>How many small ones wait, dropped ones among them.</summary>
    public int SmallOnes => small.Count;

    public void Started(long size) => largeRunning += size >= Large ? 1 : 0;

    public void Ended(long size) => largeRunning -= size >= Large ? 1 : 0;
}

namespace PlanIngest.Host.Watching;

/// <summary>How long to wait before the next try: twice as long each time, up to five minutes, for ever.</summary>
public static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);

    /// <summary>A file freed or a tool installed is noticed within this; a try costs next to nothing.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="tries">How often it was tried in vain, from 1.</param>
    public static TimeSpan After(int tries) =>
        tries > 9 ? Longest : TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (tries - 1)));
}

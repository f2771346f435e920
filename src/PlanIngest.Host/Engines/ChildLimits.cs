namespace PlanIngest.Host.Engines;

/// <summary>What the PDF engine's child process may cost. Each number with its reason.</summary>
public sealed record ChildLimits
{
    public static readonly ChildLimits Default = new();

    /// <summary>Processor time without a page: the slowest honest page (a scan of 40 million pixels) takes under 2 s.</summary>
    public TimeSpan WorkWithoutPage { get; init; } = TimeSpan.FromSeconds(2.5);

    /// <summary>By the clock, for a child that waits and does not work; a busy machine may be slow.</summary>
    public TimeSpan SilenceWithoutPage { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Processor time for one file: 2000 pages at a tenth of a second, twice.</summary>
    public TimeSpan WorkInAll { get; init; } = TimeSpan.FromSeconds(400);

    /// <summary>The engine alone holds 100 MB; with the host it stays under 500.</summary>
    public long MemoryBytes { get; init; } = 384L * 1024 * 1024;

    /// <summary>The engine's own bound on what it keeps, so that most excess ends in order.</summary>
    public int HeapMegabytes { get; init; } = 224;

    /// <summary>How often the bounds are looked at.</summary>
    public TimeSpan Watch { get; init; } = TimeSpan.FromMilliseconds(50);
}

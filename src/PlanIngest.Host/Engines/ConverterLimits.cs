namespace PlanIngest.Host.Engines;

/// <summary>What a converter's child process may cost. Each number with its reason.</summary>
public sealed record ConverterLimits
{
    public static readonly ConverterLimits Default = new();

    /// <summary>By the clock: a file of 300 pages takes LibreOffice 5 s, its first start on a busy machine as long again.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(40);

    /// <summary>Of address space, most of which LibreOffice only reserves: it takes 2 GB to start at all.</summary>
    public long Memory { get; init; } = 6L * 1024 * 1024 * 1024;

    /// <summary>Of a single output file; the reader of the converted format has limits of its own.</summary>
    public long OutputBytes { get; init; } = 256L * 1024 * 1024;
}

namespace PlanIngest.Readers;

/// <summary>What a hostile or careless file may cost. Each number with its reason.</summary>
public sealed record ReaderLimits
{
    public static readonly ReaderLimits Default = new();

    /// <summary>A plan with all its pictures is under 100 MB; above this a file is refused without reading on.</summary>
    public long Bytes { get; init; } = 256L * 1024 * 1024;

    /// <summary>Deeper markup than this is never a plan; parsers recurse.</summary>
    public int Depth { get; init; } = 256;

    /// <summary>Wider tables than this are no indicator tables, and make rows × columns explode.</summary>
    public int Columns { get; init; } = 1024;
}

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

    /// <summary>
    /// XML unpacked from one office file. A plan of 500 pages has 10 MB of it; reading this much takes some three
    /// seconds.
    /// </summary>
    public long UnpackedBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>All members of one archive together; they are unpacked one at a time.</summary>
    public long ArchiveBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>
    /// Unpacked to packed, once <see cref="RatioFree"/> bytes are unpacked. The XML of repetitive sheets packs 60 to 1,
    /// a bomb near the format's 1000 to 1.
    /// </summary>
    public int Ratio { get; init; } = 200;

    /// <summary>What may be unpacked at any ratio: it does no harm.</summary>
    public long RatioFree { get; init; } = 16L * 1024 * 1024;

    /// <summary>Members of one archive or parts of one office file; a year's folder of a city has some hundreds.</summary>
    public int Members { get; init; } = 10_000;

    /// <summary>Cells with their places of one table or one workbook; each is memory. The largest yearbook has 200 000.</summary>
    public int Cells { get; init; } = 300_000;

    /// <summary>The thickest statistical yearbook has some 1 200 pages.</summary>
    public int Pages { get; init; } = 2000;

    /// <summary>Characters of the text of one workbook, whose cells may all repeat one long string.</summary>
    public int Characters { get; init; } = 20_000_000;
}

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// What opens PDF files: an engine that gives pages of words with boxes, and ruling lines. All this library knows of
/// PDF. It keeps the limits of pages, time and memory, and never throws for a bad file.
/// </summary>
public interface IPageSource
{
    /// <summary>Name and version of the engine; null where there is none to be started.</summary>
    string? Engine { get; }

    PageSet Read(ReadOnlyMemory<byte> pdf, ReaderLimits limits);
}

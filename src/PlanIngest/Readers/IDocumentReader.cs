using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Turns the bytes of one format into a <see cref="Document"/>. Stateless, pure: no disk, no network, no clock.
/// Bad input gives findings, never an exception; a file that cannot be read at all gives a document with empty text
/// and one finding of severity error.
/// </summary>
public interface IDocumentReader
{
    /// <summary>Lower case, with the dot: <c>.txt</c>.</summary>
    IReadOnlyList<string> Extensions { get; }

    Document Read(SourceFile file, ReaderLimits limits);

    /// <summary>For the formats that need an outside program; the others do without.</summary>
    Document Read(SourceFile file, ReaderLimits limits, ReaderEngines engines) => Read(file, limits);
}

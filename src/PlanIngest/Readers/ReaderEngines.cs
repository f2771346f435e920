using PlanIngest.Readers.Pdf;

namespace PlanIngest.Readers;

/// <summary>
/// The outside programs a host lends to the readers; the library starts none itself. A format whose program is not
/// lent gives a finding that says what to install.
/// </summary>
public sealed record ReaderEngines
{
    public static readonly ReaderEngines None = new();

    /// <summary>Tried in order for a format that is read by way of another.</summary>
    public IReadOnlyList<IDocumentConverter> Converters { get; init; } = [];

    /// <summary>What opens PDF files; null where there is nothing that does.</summary>
    public IPageSource? Pages { get; init; }
}

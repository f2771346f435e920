using PlanIngest.Host.Engines;
using PlanIngest.Readers;

namespace PlanIngest.Host;

/// <summary>The outside programs this host lends to the readers.</summary>
public static class LentEngines
{
    private static readonly NodePageSource Pdf = NodePageSource.Beside(AppContext.BaseDirectory);

    public static ReaderEngines All { get; } = ReaderEngines.None with { Pages = Pdf };

    /// <summary>Name and version of each: an output made with another is made again.</summary>
    public static IReadOnlyCollection<string> Names { get; } = Pdf.Engine is { } engine ? [engine] : [];
}

using PlanIngest.Readers;

namespace PlanIngest.Host;

/// <summary>The outside programs this host lends to the readers.</summary>
public static class LentEngines
{
    public static ReaderEngines All { get; } = ReaderEngines.None;

    /// <summary>Name and version of each: an output made with another is made again.</summary>
    public static IReadOnlyCollection<string> Names => [];
}

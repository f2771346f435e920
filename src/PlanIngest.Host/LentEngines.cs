using PlanIngest.Readers;

namespace PlanIngest.Host;

/// <summary>The outside programs this host lends to the readers.</summary>
public static class LentEngines
{
    public static ReaderEngines All { get; } = ReaderEngines.None;
}

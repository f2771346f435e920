using System.Collections.Concurrent;

namespace PlanIngest.Host.Watching;

/// <summary>
/// What is wrong with the whole, not with one document: each kind of trouble has at most one line, there as long as
/// the trouble is. With none the service is ready.
/// </summary>
public sealed class Conditions
{
    private readonly ConcurrentDictionary<Trouble, string> lines = new();

    public IReadOnlyList<string> Lines => [.. lines.OrderBy(line => line.Key).Select(line => line.Value)];

    /// <summary>True where this is new, or said otherwise than before.</summary>
    internal bool Raise(Trouble trouble, string line)
    {
        var isNew = !lines.TryGetValue(trouble, out var before) || before != line;
        lines[trouble] = line;
        return isNew;
    }

    /// <summary>True where there was such trouble.</summary>
    internal bool Clear(Trouble trouble) => lines.TryRemove(trouble, out _);
}

/// <summary>The kinds of trouble that are not one document's.</summary>
internal enum Trouble
{
    Starting,
    Lock,
    Corpus,
    Output,
    Removals,
    Events,
    Corrections,
    Readers,
}

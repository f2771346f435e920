namespace PlanIngest.Host.Watching;

/// <summary>
/// The state of every file of the corpus. One writer, the <see cref="Reconciler"/>; any thread may read.
/// </summary>
public sealed class Ledger
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, DocumentStatus> documents = new(StringComparer.Ordinal);
    private readonly int[] counts = new int[Enum.GetValues<DocumentState>().Length];

    /// <summary>A document's output was written or removed; called on the writer's thread, so it must be quick.</summary>
    public event Action<string>? OutputChanged;

    /// <summary>Documents that are not there and have corrections, by path.</summary>
    public IReadOnlyList<string> OrphanedCorrections { get; internal set; } = [];

    public DocumentStatus? Find(string path)
    {
        lock (gate)
        {
            return documents.GetValueOrDefault(path);
        }
    }

    /// <summary>All files by path, as they stand at this moment.</summary>
    public IReadOnlyList<DocumentStatus> All()
    {
        DocumentStatus[] all;
        lock (gate)
        {
            all = [.. documents.Values];
        }
        Array.Sort(all, (one, other) => string.CompareOrdinal(one.Path, other.Path));
        return all;
    }

    public int Count(DocumentState state)
    {
        lock (gate)
        {
            return counts[(int)state];
        }
    }

    public int Total
    {
        get
        {
            lock (gate)
            {
                return documents.Count;
            }
        }
    }

    /// <summary>In a monotonic clock's ticks: since when the one that waits longest waits; the end of time for none.</summary>
    internal long WaitingSince
    {
        get
        {
            lock (gate)
            {
                return counts[(int)DocumentState.Waiting] == 0
                    ? long.MaxValue
                    : documents.Values.Min(one => one.State == DocumentState.Waiting ? one.Since : long.MaxValue);
            }
        }
    }

    internal void Put(DocumentStatus document)
    {
        lock (gate)
        {
            if (documents.TryGetValue(document.Path, out var before))
            {
                counts[(int)before.State]--;
            }
            documents[document.Path] = document;
            counts[(int)document.State]++;
        }
    }

    internal void Remove(string path)
    {
        lock (gate)
        {
            if (documents.Remove(path, out var before))
            {
                counts[(int)before.State]--;
            }
        }
    }

    internal void SayOutputChanged(string path) => OutputChanged?.Invoke(path);
}

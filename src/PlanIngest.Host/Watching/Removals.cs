using Microsoft.Extensions.Logging;

namespace PlanIngest.Host.Watching;

/// <summary>
/// Takes away the outputs of documents that are gone, carries the corrections of renamed documents along, and holds
/// removals back where so much is gone at once that it is more likely the folder.
/// </summary>
public sealed class Removals(
    HostSettings settings,
    StateFiles state,
    Ledger ledger,
    Conditions conditions,
    TimeProvider time,
    ILogger log
)
{
    /// <summary>Of so few documents any number may well be removed on purpose, unless it is all of them.</summary>
    private const int Few = 20;

    /// <summary>
    /// A folder that is being emptied, or a share that is going away, loses files for a while: they are judged as a
    /// whole once no more have gone for this long.
    /// </summary>
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);

    /// <summary>Where files keep going without end, this is as long as their outputs stay.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly HashSet<string> foreign = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> gone = state.ReadGone();
    private HashSet<string> known = new(StringComparer.Ordinal);
    private long firstGone;
    private long lastGone;

    public bool IsHolding { get; private set; }

    /// <summary>Outputs are to be taken away once everything has settled.</summary>
    public bool IsPending { get; private set; }

    /// <param name="scan">A look that found the corpus.</param>
    /// <param name="isSettled">
    /// No document waits or runs: whatever was renamed is known under its new name. Removals wait for this.
    /// </param>
    public void Apply(ScanResult scan, bool isSettled)
    {
        var missing = Missing(scan);
        var isCalm = IsCalm(missing);
        IsPending = missing.Count > 0 && !(isSettled && isCalm) && !IsHolding;
        if (!isCalm)
        {
            return;
        }
        var accepted = state.HasAccepted ? state.TakeAccepted() : [];
        var present = PresentHashes();
        var lost = missing.Count(document => !present.ContainsKey(document.Head.Sha256));
        var all = scan.Outputs.Count - scan.Outputs.Count(foreign.Contains);
        if (lost > 0 && (lost == all || (all >= Few && lost > all / 2)) && (isSettled || scan.Documents.Count == 0))
        {
            Remove([.. missing.Where(document => accepted.Contains(document.Path))], present);
            var held = missing.Where(document => !accepted.Contains(document.Path)).Select(one => one.Path).ToList();
            Hold(held, all);
            return;
        }
        Hold([], all);
        if (isSettled)
        {
            Remove(missing, present);
            CarryLate(present);
        }
    }

    private bool IsCalm(List<(string Path, OutputHead Head)> missing)
    {
        var now = time.GetTimestamp();
        var paths = missing.Select(document => document.Path).ToHashSet(StringComparer.Ordinal);
        if (!paths.IsSubsetOf(known))
        {
            lastGone = now;
        }
        firstGone = known.Count == 0 ? now : firstGone;
        known = paths;
        return time.GetElapsedTime(lastGone) >= Calm || time.GetElapsedTime(firstGone) >= Longest;
    }

    /// <summary>Our outputs whose document, or the archive it was in, is not there.</summary>
    private List<(string Path, OutputHead Head)> Missing(ScanResult scan)
    {
        var missing = new List<(string, OutputHead)>();
        foreach (var path in scan.Outputs)
        {
            if (scan.HasDocument(path) || scan.IsUnknown(path) || foreign.Contains(path))
            {
                continue;
            }
            if (OutputHead.Read(OutputOf(path)) is { } head)
            {
                missing.Add((path, head));
            }
            else if (File.Exists(OutputOf(path)))
            {
                foreign.Add(path);
            }
        }
        missing.Sort((one, other) => string.CompareOrdinal(one.Item1, other.Item1));
        return missing;
    }

    private Dictionary<string, string> PresentHashes()
    {
        var present = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in ledger.All())
        {
            if (document.Sha256 is { } sha256)
            {
                present.TryAdd(sha256, document.Path);
            }
        }
        return present;
    }

    private void Hold(List<string> paths, int all)
    {
        if (paths.Count == 0)
        {
            if (IsHolding)
            {
                state.WriteRemovals(paths);
            }
            IsHolding = false;
            if (conditions.Clear(Trouble.Removals))
            {
                IngestLog.Recovered(log, "no removal is held back any more");
            }
            return;
        }
        IsHolding = true;
        var line =
            $"{paths.Count} of {all} documents are gone at once; their outputs are kept. "
            + "Bring them back, or confirm with the command accept-removals.";
        if (conditions.Raise(Trouble.Removals, line))
        {
            IngestLog.Trouble(log, line);
            state.WriteRemovals(paths);
        }
    }

    private void Remove(List<(string Path, OutputHead Head)> documents, Dictionary<string, string> present)
    {
        foreach (var (path, head) in documents)
        {
            if (File.Exists(CorrectionsOf(path)) && !TryCarry(path, head.Sha256, present))
            {
                gone[path] = head.Sha256;
                state.WriteGone(gone);
            }
            File.Delete(OutputOf(path));
            RemoveEmptyFolders(Path.GetDirectoryName(OutputOf(path))!);
            IngestLog.Removed(log, path);
            ledger.SayOutputChanged(path);
        }
    }

    /// <summary>Corrections whose document had been gone for a while when it came back under another name.</summary>
    private void CarryLate(Dictionary<string, string> present)
    {
        foreach (var (path, sha256) in gone.ToList())
        {
            if (!File.Exists(CorrectionsOf(path)) || ledger.Find(path) is not null || TryCarry(path, sha256, present))
            {
                gone.Remove(path);
                state.WriteGone(gone);
            }
        }
    }

    private bool TryCarry(string path, string sha256, Dictionary<string, string> present)
    {
        if (!present.TryGetValue(sha256, out var now) || File.Exists(CorrectionsOf(now)))
        {
            return false;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(CorrectionsOf(now))!);
        File.Move(CorrectionsOf(path), CorrectionsOf(now));
        IngestLog.CorrectionsMoved(log, now, path);
        return true;
    }

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > settings.Extracted.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    private string OutputOf(string path) => Path.Combine(settings.Extracted, path + ".json");

    private string CorrectionsOf(string path) => Path.Combine(settings.Corrections, path + ".jsonl");
}

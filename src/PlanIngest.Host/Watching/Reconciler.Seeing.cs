using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <content>What is seen of the files: hints and looks over everything.</content>
public sealed partial class Reconciler
{
    private void Observe(string path, Hint hint)
    {
        var known = ledger.Find(path);
        if (FileStamp.Of(FileOf(path)) is not { } stamp)
        {
            Vanished(path, known, hint);
            return;
        }
        if (known?.State == DocumentState.Running)
        {
            ledger.Put(known with { Touched = true, Forced = hint == Hint.Reread });
            return;
        }
        if (known is { State: DocumentState.Refused } && known.Stamp == stamp && hint == Hint.Touched)
        {
            return;
        }
        // one that is done is looked at again though size and time are the same: its hash says whether the bytes are
        Await(path, stamp, known, hint, hint == Hint.Touched ? settings.Settle : TimeSpan.Zero);
    }

    private void Vanished(string path, DocumentStatus? known, Hint hint)
    {
        scanWanted = true;
        if (known is { State: DocumentState.Running })
        {
            ledger.Put(known with { Touched = true });
        }
        else if (known is not null)
        {
            ledger.Remove(path);
        }
        else if (Directory.Exists(FileOf(path)))
        {
            Announce(path);
        }
        else if (hint != Hint.Touched && Owner(path) is { } archive)
        {
            Observe(archive, Hint.Reread);
        }
    }

    /// <summary>The archive a document is a member of.</summary>
    private string? Owner(string path)
    {
        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            if (ledger.Find(path[..end]) is not null)
            {
                return path[..end];
            }
        }
        return null;
    }

    /// <summary>Files of a folder that came as a whole may have had no events of their own.</summary>
    private void Announce(string folder) =>
        Task.Run(() =>
            new FolderWalk(FileOf(folder))
            {
                Skip = name => InputFiles.IsIgnored(name),
                File = (path, _) => mailbox.Tell($"{folder}/{path}", Hint.Touched),
                WithStamps = false,
            }.Run()
        );

    /// <summary>Lets a document wait until it has lain still for the given time.</summary>
    private void Await(string path, FileStamp stamp, DocumentStatus? known, Hint hint, TimeSpan still)
    {
        var now = time.GetTimestamp();
        var due = now + Ticks(still);
        var isSame = known is not null && known.Stamp == stamp;
        var isTimed = known is { State: DocumentState.Waiting, Due: > 0 } && known.Due <= due;
        ledger.Put(
            new DocumentStatus(path, DocumentState.Waiting, stamp)
            {
                Why = still > TimeSpan.Zero ? "settling" : "queued",
                Due = Math.Max(1, due),
                Since = known is { State: DocumentState.Waiting } ? known.Since : now,
                Tries = isSame ? known!.Tries : 0,
                Deaths = isSame && hint != Hint.Reread ? known!.Deaths : 0,
                Sha256 = known?.State == DocumentState.Refused ? null : known?.Sha256,
                CorrectionsSha256 = known?.CorrectionsSha256,
                Forced = hint == Hint.Reread || (known?.Forced ?? false),
            }
        );
        if (!isTimed)
        {
            queue.Wait(path, Math.Max(1, due));
        }
    }

    private void TakeDue()
    {
        var now = time.GetTimestamp();
        while (queue.TryTakeDue(now, out var path, out var due))
        {
            if (ledger.Find(path) is not { Due: > 0 } known)
            {
                continue;
            }
            if (known.Due > due)
            {
                queue.Wait(path, known.Due);
                continue;
            }
            var stamp = FileStamp.Of(FileOf(path));
            if (stamp is null)
            {
                Vanished(path, known, Hint.Touched);
            }
            else if (stamp != known.Stamp)
            {
                // its place among those that wait for their time has just been given up
                Await(path, stamp.Value, known with { Due = 0 }, Hint.Touched, settings.Settle);
            }
            else
            {
                ledger.Put(
                    known with
                    {
                        State = DocumentState.Waiting,
                        Due = 0,
                        Why = "queued",
                        Code = null,
                        Again = null,
                    }
                );
                queue.Ready(path, known.Stamp.Size);
            }
        }
    }

    private void Apply(ScanResult found)
    {
        var took = time.GetElapsedTime(scanStarted);
        scanAllowed = After(Min(took * ScanPause + TimeSpan.FromMilliseconds(200), settings.ScanInterval));
        if (!found.CorpusFound)
        {
            Raise(
                Trouble.Corpus,
                $"The corpus folder {settings.Corpus} is not there or cannot be listed; nothing is removed."
            );
            return;
        }
        Clear(Trouble.Corpus, "the corpus folder is there");
        foreach (var (path, stamp) in found.Documents.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            Compare(found, path, stamp);
        }
        foreach (var known in ledger.All())
        {
            if (!found.Documents.ContainsKey(known.Path) && !found.IsUnknown(known.Path))
            {
                Observe(known.Path, Hint.Touched);
            }
        }
        foreach (var (path, stamp) in found.Corrections.Where(one => !found.Documents.ContainsKey(one.Key)))
        {
            var isNew = !memberCorrections.TryGetValue(path, out var before) || before != stamp;
            memberCorrections[path] = stamp;
            if (isNew && !isFirstScan && Owner(path) is { } archive)
            {
                Observe(archive, Hint.Reread);
            }
        }
        ledger.OrphanedCorrections = found.OrphanedCorrections();
        try
        {
            var now = time.GetUtcNow();
            foreach (var leftover in found.Leftovers.Where(one => isFirstScan || !AtomicFile.IsBeingWritten(one, now)))
            {
                File.Delete(leftover);
            }
            removals!.Apply(found, IsSettled);
            Clear(Trouble.Corrections, "outputs and corrections can be moved");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Raise(Trouble.Corrections, $"Outputs of removed documents stay for now: {DiskWords.Of(exception)}");
        }
        if (isFirstScan)
        {
            isFirstScan = false;
            IngestLog.Seen(log, ledger.Count(DocumentState.Done), ledger.Total, settings.Corpus);
        }
        Clear(Trouble.Starting, null);
    }

    private void Compare(ScanResult found, string path, FileStamp stamp)
    {
        var corrections = found.Corrections.TryGetValue(path, out var seen) ? seen : (FileStamp?)null;
        if (ledger.Find(path) is { } known)
        {
            if (known.Stamp != stamp)
            {
                Observe(path, Hint.Touched);
            }
            else if (known.Corrections != corrections && known.State is DocumentState.Done or DocumentState.Refused)
            {
                Await(path, stamp, known, Hint.Touched, TimeSpan.Zero);
            }
            else if (HasOutput(known) && !found.Outputs.Contains(path))
            {
                Await(path, stamp, known with { Sha256 = null }, Hint.Touched, TimeSpan.Zero);
            }
            return;
        }
        if (found.UpToDate.TryGetValue(path, out var head))
        {
            Recognize(path, stamp, corrections, head);
            return;
        }
        if (attempts.TryGetValue(path, out var before) && before.Stamp == stamp && before.Deaths >= MostDeaths)
        {
            ledger.Put(
                new DocumentStatus(path, DocumentState.Refused, stamp)
                {
                    Code = "worker-died",
                    Why = before.Why,
                    Corrections = corrections,
                    Deaths = before.Deaths,
                }
            );
            return;
        }
        var lain = time.GetUtcNow().UtcTicks - stamp.Modified;
        var still = isFirstScan && lain > settings.Settle.Ticks ? TimeSpan.Zero : settings.Settle;
        Await(path, stamp, Tried(path, stamp), Hint.Touched, still);
    }

    private static bool HasOutput(DocumentStatus known) =>
        known.State == DocumentState.Done || (known.State == DocumentState.Refused && known.Sha256 is not null);

    /// <summary>A document that an earlier run has finished.</summary>
    private void Recognize(string path, FileStamp stamp, FileStamp? corrections, OutputHead head)
    {
        var document = new DocumentStatus(path, Verdict.Of(head.Error), stamp)
        {
            Code = head.Error,
            Why = head.Message,
            Sha256 = head.Sha256,
            CorrectionsSha256 = head.Corrections,
            Corrections = corrections,
        };
        if (document.State == DocumentState.Failed)
        {
            Await(path, stamp, document with { Sha256 = null }, Hint.Touched, TimeSpan.Zero);
        }
        else
        {
            ledger.Put(document);
        }
    }

    /// <summary>What an earlier run has suffered from this very file.</summary>
    private DocumentStatus? Tried(string path, FileStamp stamp) =>
        attempts.TryGetValue(path, out var before) && before.Stamp == stamp
            ? new DocumentStatus(path, DocumentState.Failed, stamp)
            {
                Tries = before.Tries,
                Deaths = before.Deaths,
                Why = before.Why,
            }
            : null;
}

using Microsoft.Extensions.Logging;

namespace PlanIngest.Host.Watching;

/// <summary>
/// The file system's events as hints. They may be late, twice, or missing: nothing relies on them. Where the system
/// gives none (its watches are used up, a network share), looking over everything does alone.
/// </summary>
public sealed class CorpusEvents(HostSettings settings, Mailbox mailbox, Conditions conditions, ILogger log)
    : IDisposable
{
    private const int BufferSize = 64 * 1024;

    private readonly List<FileSystemWatcher> watchers = [];
    private bool isBroken = true;

    /// <summary>Begins, or begins anew after trouble.</summary>
    public void Renew()
    {
        if (!isBroken)
        {
            return;
        }
        Dispose();
        try
        {
            Watch(settings.Corpus, Document);
            var inside = settings.Corrections.StartsWith(
                settings.Corpus + Path.DirectorySeparatorChar,
                StringComparison.Ordinal
            );
            if (!inside && Directory.Exists(settings.Corrections))
            {
                Watch(settings.Corrections, Corrections);
            }
            isBroken = false;
            if (conditions.Clear(Trouble.Events))
            {
                IngestLog.Recovered(log, "file events are there");
            }
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or UnauthorizedAccessException)
        {
            Dispose();
            var line =
                $"No file events ({exception.Message.TrimEnd('.')}); changes are found every {settings.ScanSeconds} s.";
            if (conditions.Raise(Trouble.Events, line))
            {
                IngestLog.Trouble(log, line);
            }
        }
    }

    public void Dispose()
    {
        foreach (var watcher in watchers)
        {
            watcher.Dispose();
        }
        watchers.Clear();
    }

    private void Watch(string folder, Action<string, Hint> tell)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            InternalBufferSize = BufferSize,
            NotifyFilter =
                NotifyFilters.FileName
                | NotifyFilters.DirectoryName
                | NotifyFilters.LastWrite
                | NotifyFilters.Size
                | NotifyFilters.Attributes,
        };
        watchers.Add(watcher);
        watcher.Created += (_, happened) => tell(happened.FullPath, Hint.Touched);
        watcher.Changed += (_, happened) => tell(happened.FullPath, Hint.Touched);
        watcher.Deleted += (_, happened) => tell(happened.FullPath, Hint.Touched);
        watcher.Renamed += (_, happened) =>
        {
            var isFinished = InputFiles.IsIgnored(Path.GetFileName(happened.OldFullPath.AsSpan()));
            tell(happened.OldFullPath, Hint.Touched);
            tell(happened.FullPath, isFinished ? Hint.Finished : Hint.Touched);
        };
        watcher.Error += (_, _) =>
        {
            isBroken = true;
            mailbox.WantScan();
        };
        watcher.EnableRaisingEvents = true;
    }

    private void Document(string full, Hint hint)
    {
        if (full.StartsWith(settings.Corrections + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            Corrections(full, hint);
            return;
        }
        var path = Below(settings.Corpus, full);
        if (!path.Split('/').Any(name => InputFiles.IsIgnored(name)))
        {
            mailbox.Tell(path, hint);
        }
    }

    private void Corrections(string full, Hint hint)
    {
        var path = Below(settings.Corrections, full);
        if (path.EndsWith(".jsonl", StringComparison.Ordinal))
        {
            mailbox.Tell(path[..^".jsonl".Length], Hint.Corrected);
        }
    }

    private static string Below(string root, string full) =>
        Path.GetRelativePath(root, full).Replace(Path.DirectorySeparatorChar, '/');
}

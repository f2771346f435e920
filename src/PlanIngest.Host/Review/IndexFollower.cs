using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PlanIngest.Host.Watching;

namespace PlanIngest.Host.Review;

/// <summary>
/// Brings the index up to date when the service starts, then after it document by document. The index can always be
/// built again, so trouble with it is said and stops no document.
/// </summary>
public sealed class IndexFollower(HostSettings settings, Ledger ledger, ILogger<IndexFollower> log) : BackgroundService
{
    private static readonly Action<ILogger, string, Exception?> Trouble = LoggerMessage.Define<string>(
        LogLevel.Warning,
        new EventId(1, "index"),
        "The index of all records cannot be written ({Message}); documents are read all the same. 'reindex' builds it anew."
    );

    /// <summary>While more documents than this are to be read, they have the processors to themselves.</summary>
    private const int Many = 50;

    /// <summary>So long at most does the index wait for a burst of documents to be read.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private readonly Channel<string> changed = Channel.CreateUnbounded<string>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var keeper = new IndexKeeper(settings.Extracted);
        ledger.OutputChanged += Note;
        try
        {
            await Task.Run(() => Try(() => keeper.Sync()), stoppingToken);
            while (await changed.Reader.WaitToReadAsync(stoppingToken))
            {
                await DocumentsFirst(stoppingToken);
                var paths = new HashSet<string>(StringComparer.Ordinal);
                while (changed.Reader.TryRead(out var path))
                {
                    paths.Add(path);
                }
                Try(() => keeper.Update(paths));
            }
        }
        catch (OperationCanceledException)
        {
            // The service stops; what is not in the index yet is found at the next start.
        }
        finally
        {
            ledger.OutputChanged -= Note;
        }
    }

    private async Task DocumentsFirst(CancellationToken stop)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (
            ledger.Count(DocumentState.Waiting) + ledger.Count(DocumentState.Running) > Many
            && TimeProvider.System.GetElapsedTime(started) < Longest
        )
        {
            await Task.Delay(250, stop);
        }
    }

    private void Note(string path) => changed.Writer.TryWrite(path);

    private void Try(Action update)
    {
        try
        {
            update();
        }
        catch (Exception trouble) when (trouble is SqliteException or IOException or UnauthorizedAccessException)
        {
            Trouble(log, trouble.Message, null);
        }
    }
}

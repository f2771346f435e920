using System.Globalization;

namespace PlanIngest.Host.Watching;

/// <summary>
/// The counts of files by state, each file that is not done, and what else a person should know: the same words with
/// a running service and without.
/// </summary>
public sealed record StatusReport(
    IReadOnlyList<DocumentStatus> Documents,
    IReadOnlyList<string> Troubles,
    IReadOnlyList<string> OrphanedCorrections
)
{
    public static StatusReport Of(Ledger ledger, Conditions conditions) =>
        new(ledger.All(), conditions.Lines, ledger.OrphanedCorrections);

    /// <summary>What the folders alone say. Nothing runs; what is up to date is done, the rest waits or failed.</summary>
    public static StatusReport FromDisk(HostSettings settings)
    {
        var state = new StateFiles(settings.StateFolder);
        var attempts = state.ReadAttempts();
        var scan = new FolderScan(settings).Run(_ => false);
        var documents = scan
            .Documents.OrderBy(document => document.Key, StringComparer.Ordinal)
            .Select(document =>
                scan.UpToDate.TryGetValue(document.Key, out var head)
                    ? new DocumentStatus(document.Key, Verdict.Of(head.Error), document.Value)
                    {
                        Code = head.Error,
                        Why = head.Message,
                    }
                : attempts.TryGetValue(document.Key, out var tried) && tried.Stamp == document.Value
                    ? new DocumentStatus(
                        document.Key,
                        tried.Deaths >= Reconciler.MostDeaths ? DocumentState.Refused : DocumentState.Failed,
                        document.Value
                    )
                    {
                        Why = tried.Why,
                        Tries = tried.Tries,
                    }
                : new DocumentStatus(document.Key, DocumentState.Waiting, document.Value) { Why = "not read yet" }
            )
            .ToList();
        List<string> troubles = [];
        if (!scan.CorpusFound)
        {
            troubles.Add($"The corpus folder {settings.Corpus} is not there or cannot be listed.");
        }
        if (state.ReadRemovals() is { Count: > 0 } held)
        {
            troubles.Add($"{held.Count} outputs of documents that are gone are kept until accept-removals.");
        }
        return new(documents, troubles, scan.OrphanedCorrections());
    }

    public void Write(TextWriter writer)
    {
        var counts = Enum.GetValues<DocumentState>()
            .Select(state => $"{Documents.Count(document => document.State == state)} {Word(state)}");
        writer.Write($"{Documents.Count} files: {string.Join(", ", counts)}\n");
        foreach (var trouble in Troubles)
        {
            writer.Write($"! {trouble}\n");
        }
        foreach (var document in Documents.Where(document => document.State != DocumentState.Done))
        {
            writer.Write($"{Word(document.State), -8}{document.Path}{Explained(document)}\n");
        }
        foreach (var path in OrphanedCorrections)
        {
            writer.Write($"corrections wait for their document: {path}\n");
        }
    }

    public static string Word(DocumentState state) =>
        state switch
        {
            DocumentState.Waiting => "waiting",
            DocumentState.Running => "running",
            DocumentState.Done => "done",
            DocumentState.Failed => "failed",
            DocumentState.Refused => "refused",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    private static string Explained(DocumentStatus document)
    {
        var why = document.Why is { } words ? $": {words}" : "";
        var code = document.Code is { } known ? $" [{known}]" : "";
        var again = document.Again is { } at
            ? string.Create(
                CultureInfo.InvariantCulture,
                $" (tried {document.Tries} times, again at {at:HH:mm:ss} UTC)"
            )
            : "";
        return why + code + again;
    }
}

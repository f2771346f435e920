using PlanIngest.Host.Review.Safety;
using PlanIngest.Host.Watching;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Review;

/// <summary>What the pages and the interface work with; made once for a server.</summary>
public sealed class ReviewServices
{
    private readonly Mailbox mailbox;

    public ReviewServices(HostSettings settings, Mailbox mailbox, TimeProvider time)
    {
        this.mailbox = mailbox;
        Settings = settings;
        Index = new IndexKeeper(settings.Extracted);
        Documents = new ReviewedDocuments(settings);
        Writer = new CorrectionWriter(Documents, time);
        Sessions = new Sessions(time);
        Guard = new RequestGuard(settings.Access, Sessions);
    }

    public HostSettings Settings { get; }
    public IndexKeeper Index { get; }
    public ReviewedDocuments Documents { get; }
    public CorrectionWriter Writer { get; }
    public Sessions Sessions { get; }
    public RequestGuard Guard { get; }

    /// <summary>What the newest version of a document changed.</summary>
    public IReadOnlyList<OutputChange> ChangesOf(ReviewedDocument document)
    {
        using var index = Index.Open();
        var known = index is null ? [] : IndexDocuments.ChangesOf(index, document.Path);
        return SeenChanges.With(known, document);
    }

    /// <summary>Has the service read a document again now, not when it next looks.</summary>
    public void ReadAgain(string path) => mailbox.Tell(path, Hint.Reread);
}

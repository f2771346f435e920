using PlanIngest.Host.Review.Safety;

namespace PlanIngest.Host.Review;

/// <summary>What the pages and the interface work with; made once for a server.</summary>
public sealed class ReviewServices
{
    public ReviewServices(HostSettings settings, IndexKeeper index, TimeProvider time)
    {
        Settings = settings;
        Index = index;
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
}

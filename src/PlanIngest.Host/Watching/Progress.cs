using System.Globalization;
using Microsoft.Extensions.Logging;

namespace PlanIngest.Host.Watching;

/// <summary>How far a large number of documents is, with a rate and an estimate: every few seconds one line.</summary>
public sealed class Progress(Ledger ledger, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    /// <summary>Fewer are done before anybody asks.</summary>
    private const int Many = 100;

    private long counted;
    private long since;

    public void Count() => counted++;

    public void Show()
    {
        var now = time.GetTimestamp();
        var open = ledger.Count(DocumentState.Waiting) + ledger.Count(DocumentState.Running);
        if (open < Many || counted == 0)
        {
            (counted, since) = (open < Many ? 0 : counted, now);
            return;
        }
        var elapsed = time.GetElapsedTime(since, now);
        if (elapsed < Interval)
        {
            return;
        }
        var rate = counted / elapsed.TotalSeconds;
        var left = TimeSpan.FromSeconds(open / rate);
        var words = left.ToString(left.TotalHours < 1 ? @"m\:ss" : @"h\:mm\:ss", CultureInfo.InvariantCulture);
        IngestLog.Progress(log, ledger.Total - open, ledger.Total, (long)Math.Round(rate), words);
        (counted, since) = (0, now);
    }
}

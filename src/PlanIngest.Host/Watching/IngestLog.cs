using Microsoft.Extensions.Logging;

namespace PlanIngest.Host.Watching;

/// <summary>Every line the service logs. None holds text of a document.</summary>
internal static partial class IngestLog
{
    [LoggerMessage(1, LogLevel.Information, "Watching {Corpus}, writing {Extracted}, {Workers} documents at once")]
    public static partial void Started(ILogger log, string corpus, string extracted, int workers);

    [LoggerMessage(5, LogLevel.Information, "{Done} of {Total} documents in {Corpus} are up to date already")]
    public static partial void Seen(ILogger log, int done, int total, string corpus);

    [LoggerMessage(2, LogLevel.Information, "Stopped")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "{Line}")]
    public static partial void Trouble(ILogger log, string line);

    [LoggerMessage(4, LogLevel.Information, "Over: {Line}")]
    public static partial void Recovered(ILogger log, string line);

    [LoggerMessage(10, LogLevel.Information, "{Path}: {Records} records, {Findings} findings, {Milliseconds} ms")]
    public static partial void Done(ILogger log, string path, int records, int findings, long milliseconds);

    [LoggerMessage(11, LogLevel.Warning, "{Path}: failed, again in {Seconds} s: {Why}")]
    public static partial void Failed(ILogger log, string path, double seconds, string why);

    [LoggerMessage(12, LogLevel.Warning, "{Path}: refused: {Why}")]
    public static partial void Refused(ILogger log, string path, string why);

    [LoggerMessage(13, LogLevel.Information, "{Path}: output removed, the document is gone")]
    public static partial void Removed(ILogger log, string path);

    [LoggerMessage(14, LogLevel.Information, "{Path}: corrections moved here from {Before}, the same document")]
    public static partial void CorrectionsMoved(ILogger log, string path, string before);

    [LoggerMessage(15, LogLevel.Information, "{Done} of {Total} done, {Rate} a second, about {Left} left")]
    public static partial void Progress(ILogger log, int done, int total, long rate, string left);

    [LoggerMessage(20, LogLevel.Information, "Pages: {Urls}")]
    public static partial void PagesAt(ILogger log, string urls);

    [LoggerMessage(
        21,
        LogLevel.Warning,
        "No pages: {Urls} cannot be used ({Why}); documents are read all the same. Choose another with --urls."
    )]
    public static partial void NoPages(ILogger log, string urls, string why);

    [LoggerMessage(
        30,
        LogLevel.Critical,
        "The service failed on a bug and ends; it finds everything again at its next start"
    )]
    public static partial void Bug(ILogger log, Exception exception);
}

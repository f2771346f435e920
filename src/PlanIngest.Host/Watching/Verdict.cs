namespace PlanIngest.Host.Watching;

/// <summary>What an output in place means for its document's state.</summary>
public static class Verdict
{
    /// <summary>Errors that are not the document's: the tool that reads it is not installed.</summary>
    private static readonly string[] MissingTools = ["converter-missing", "pdf-engine-missing"];

    public static bool IsMissingTool(string code) => MissingTools.Contains(code);

    /// <param name="error">The first error finding of an output without records; null where there is none.</param>
    public static DocumentState Of(string? error) =>
        error is null ? DocumentState.Done
        : MissingTools.Contains(error) ? DocumentState.Failed
        : DocumentState.Refused;
}

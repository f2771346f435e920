namespace PlanIngest.Host.Commands;

/// <summary>What every command's exit code means.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some document has an error, or could not be opened; each is named on standard error.</summary>
    public const int SomeFailed = 1;

    /// <summary>The command line or a setting is wrong; nothing was written.</summary>
    public const int WrongUsage = 2;
}

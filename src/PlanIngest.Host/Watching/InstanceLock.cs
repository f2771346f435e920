namespace PlanIngest.Host.Watching;

/// <summary>The lock that lets one service at a time work on an extracted folder; given up when the process ends.</summary>
public static class InstanceLock
{
    private const int WouldBlock = 11;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>
    /// Null where another process has it. Throws what the disk throws where the folder cannot be written.
    /// </summary>
    public static FileStream? Take(string stateFolder)
    {
        Directory.CreateDirectory(stateFolder);
        try
        {
            return new FileStream(
                Path.Combine(stateFolder, "lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                1
            );
        }
        catch (IOException exception) when (exception.HResult is WouldBlock or SharingViolation)
        {
            return null;
        }
    }
}

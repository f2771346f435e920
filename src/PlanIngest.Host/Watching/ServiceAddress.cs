namespace PlanIngest.Host.Watching;

/// <summary>Where a running service can be asked, for commands on the same machine: a line in <c>.state/address</c>.</summary>
public static class ServiceAddress
{
    private const string FileName = "address";

    /// <summary>False where the folder cannot be written now.</summary>
    public static bool TryWrite(string stateFolder, string address)
    {
        try
        {
            AtomicFile.Write(
                Path.Combine(stateFolder, FileName),
                stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(address))
            );
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Null where no service has said where it is, or the one that did has ended.</summary>
    public static string? Read(string stateFolder)
    {
        var file = Path.Combine(stateFolder, FileName);
        if (!File.Exists(file))
        {
            return null;
        }
        try
        {
            using var own = InstanceLock.Take(stateFolder);
            return own is null && File.ReadAllText(file) is { Length: > 0 } address ? address : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

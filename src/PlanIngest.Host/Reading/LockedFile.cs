namespace PlanIngest.Host.Reading;

/// <summary>A file held by one process at a time, which is how processes take turns.</summary>
internal static class LockedFile
{
    /// <summary>Made where there is none. An <see cref="IOException"/> where another holds it longer than one has patience.</summary>
    public static FileStream Open(string path, TimeSpan patience)
    {
        FileStream? held = null;
        SpinWait.SpinUntil(() => (held = OpenIfFree(path)) is not null, patience);
        return held ?? OpenNow(path);
    }

    private static FileStream? OpenIfFree(string path)
    {
        try
        {
            return OpenNow(path);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static FileStream OpenNow(string path) =>
        new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
}

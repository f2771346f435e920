using Microsoft.Win32.SafeHandles;

namespace PlanIngest.Host.Reading;

/// <summary>
/// What a look at a file's directory entry says of its content: size and time of the last change (UTC ticks). Two
/// looks that agree mean no more than that nobody was seen writing between them.
/// </summary>
public readonly record struct FileStamp(long Size, long Modified)
{
    public static FileStamp Of(SafeFileHandle file) =>
        new(RandomAccess.GetLength(file), File.GetLastWriteTimeUtc(file).Ticks);

    /// <summary>Null where there is no such file, or a link to none. A link is looked through.</summary>
    public static FileStamp? Of(string path)
    {
        try
        {
            return Look(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStamp? Look(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            return null;
        }
        if ((file.Attributes & FileAttributes.ReparsePoint) != 0)
        {
            return file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target
                ? new(target.Length, target.LastWriteTimeUtc.Ticks)
                : null;
        }
        return new(file.Length, file.LastWriteTimeUtc.Ticks);
    }
}

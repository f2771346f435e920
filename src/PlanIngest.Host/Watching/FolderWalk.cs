using System.IO.Enumeration;
using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>
/// Walks a folder and everything below it. A link to a folder is followed unless it leads back to where the walk came
/// from; a folder that cannot be listed is reported and passed over.
/// </summary>
public sealed class FolderWalk(string root)
{
    /// <summary>Deeper trees are a loop through links.</summary>
    private const int DeepestFolder = 64;

    private readonly record struct Entry(string Name, bool IsFolder, bool IsLink, long Size, long Modified);

    private static readonly EnumerationOptions Options = new()
    {
        AttributesToSkip = 0,
        IgnoreInaccessible = false,
        ReturnSpecialDirectories = false,
    };

    /// <summary>Names that are passed over, with everything below them.</summary>
    public required Func<string, bool> Skip { get; init; }

    /// <summary>Is given each file's path below the root, its stamp (default without <see cref="WithStamps"/>).</summary>
    public required Action<string, FileStamp> File { get; init; }

    /// <summary>Is given the path, ending in /, of each folder that could not be listed.</summary>
    public Action<string> Unknown { get; init; } = _ => { };

    /// <summary>Whether size and time are wanted: one more question to the disk for each file.</summary>
    public bool WithStamps { get; init; } = true;

    /// <summary>False where the root itself cannot be listed.</summary>
    public bool Run() => Walk(root, "", 0);

    private bool Walk(string folder, string below, int depth)
    {
        List<Entry> entries;
        try
        {
            entries = [.. List(folder)];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        foreach (var entry in entries)
        {
            var path = below + entry.Name;
            var full = Path.Combine(folder, entry.Name);
            if (entry.IsLink)
            {
                Follow(entry, full, path, depth);
            }
            else if (!entry.IsFolder)
            {
                File(path, new FileStamp(entry.Size, entry.Modified));
            }
            else if (depth < DeepestFolder && !Walk(full, path + '/', depth + 1) && Directory.Exists(full))
            {
                Unknown(path + '/');
            }
        }
        return true;
    }

    private void Follow(Entry entry, string full, string path, int depth)
    {
        if (FileStamp.Of(full) is { } stamp)
        {
            File(path, stamp);
            return;
        }
        if (depth < DeepestFolder && TargetOf(full) is { } target && !IsAbove(target, full))
        {
            if (!Walk(full, path + '/', depth + 1))
            {
                Unknown(path + '/');
            }
        }
    }

    /// <summary>The folder a link leads to; null for none, and for links that lead round in a ring.</summary>
    private static string? TargetOf(string link)
    {
        try
        {
            return Directory.ResolveLinkTarget(link, returnFinalTarget: true) is DirectoryInfo { Exists: true } target
                ? Path.TrimEndingDirectorySeparator(target.FullName)
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsAbove(string folder, string path) =>
        path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private FileSystemEnumerable<Entry> List(string folder) =>
        new(folder, Look, Options)
        {
            ShouldIncludePredicate = (ref FileSystemEntry entry) => !Skip(entry.FileName.ToString()),
        };

    private Entry Look(ref FileSystemEntry entry)
    {
        var isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
        var wanted = WithStamps && !entry.IsDirectory && !isLink;
        return new Entry(
            entry.FileName.ToString(),
            entry.IsDirectory,
            isLink,
            wanted ? entry.Length : 0,
            wanted ? entry.LastWriteTimeUtc.UtcTicks : 0
        );
    }
}

namespace PlanIngest.Host;

/// <summary>A file to read: where it is on disk, and its path in the outputs (below a root, always with /).</summary>
public readonly record struct InputFile(string Path, string FullPath);

/// <summary>Which files of a folder are documents.</summary>
public static class InputFiles
{
    /// <summary>The folder in a corpus that holds people's corrections.</summary>
    public const string CorrectionsFolder = "_corrections";

    private static readonly string[] UnfinishedEndings = [".part", ".tmp", ".crdownload"];
    private static readonly string[] ForeignBeginnings = [".", "~$"];

    /// <summary>Hidden files, office locks and downloads under way are no documents.</summary>
    public static bool IsIgnored(ReadOnlySpan<char> name)
    {
        foreach (var beginning in ForeignBeginnings)
        {
            if (name.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }
        foreach (var ending in UnfinishedEndings)
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return name.SequenceEqual(CorrectionsFolder);
    }

    /// <summary>All documents below a folder, by path in ordinal order.</summary>
    public static IReadOnlyList<InputFile> Below(string folder)
    {
        var files = new List<InputFile>();
        Collect(folder, "", files);
        files.Sort((one, other) => string.CompareOrdinal(one.Path, other.Path));
        return files;
    }

    private static void Collect(string folder, string below, List<InputFile> files)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (IsIgnored(entry.Name))
            {
                continue;
            }
            if (entry is DirectoryInfo)
            {
                Collect(entry.FullName, below + entry.Name + '/', files);
            }
            else
            {
                files.Add(new InputFile(below + entry.Name, entry.FullName));
            }
        }
    }
}

namespace PlanIngest.Host.Review;

/// <summary>
/// From the path in a request to a file below a root, or to nothing: no way out by dots, by an absolute path, by a
/// link, by the folders the program keeps for itself.
/// </summary>
public static class CorpusPaths
{
    private const int LongestName = 200;

    /// <summary>Null unless it names an existing file that lies, links followed, below the root.</summary>
    public static string? ExistingFile(string root, string path)
    {
        if (!IsPlain(path))
        {
            return null;
        }
        var full = root;
        foreach (var name in path.Split('/'))
        {
            full = Path.Combine(full, name);
            FileSystemInfo entry = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
            if (!entry.Exists)
            {
                return null;
            }
            if (entry.LinkTarget is not null && !IsBelow(entry.ResolveLinkTarget(true)?.FullName, root))
            {
                return null;
            }
        }
        return File.Exists(full) && IsBelow(Path.GetFullPath(full), root) ? full : null;
    }

    /// <summary>Names joined by single slashes, none of which moves about, hides, or belongs to the program.</summary>
    public static bool IsPlain(string path) => path.Length <= 2000 && path.Split('/').All(IsPlainName);

    public static bool IsPlainName(string name) =>
        name.Length is > 0 and <= LongestName
        && !InputFiles.IsIgnored(name)
        && !name.Any(c =>
            char.IsControl(c)
            || c is '/' or '\\' or ':' or '\uFFFD' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069')
        )
        && System.Text.Encoding.UTF8.GetByteCount(name) <= 240
        && name.Trim() == name;

    private static bool IsBelow(string? full, string root) =>
        full is not null && full.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

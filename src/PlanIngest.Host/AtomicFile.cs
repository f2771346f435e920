namespace PlanIngest.Host;

/// <summary>
/// Files that are there whole or not at all: written under a temporary name in their own folder, flushed to the disk,
/// then renamed.
/// </summary>
public static class AtomicFile
{
    private const string Beginning = ".planingest-";
    private const string Ending = ".tmp";
    private static int count;

    public static bool IsTemporary(ReadOnlySpan<char> name) =>
        name.StartsWith(Beginning, StringComparison.Ordinal) && name.EndsWith(Ending, StringComparison.Ordinal);

    /// <summary>Written to within the last minute: its writer may be alive.</summary>
    public static bool IsBeingWritten(string path, DateTimeOffset now) =>
        File.GetLastWriteTimeUtc(path) > now.UtcDateTime.AddMinutes(-1);

    public static void Write(string path, Action<Stream> write)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var number = Interlocked.Increment(ref count);
        var temporary = Path.Combine(folder, $"{Beginning}{Environment.ProcessId}-{number}{Ending}");
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}

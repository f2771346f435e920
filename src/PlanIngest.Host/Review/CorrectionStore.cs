using System.Security.Cryptography;
using PlanIngest.Host.Reading;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>
/// The corrections below one folder, <c>REL/PATH.ext.jsonl</c>: read whole, only ever appended to.
/// Writers in any number of processes take turns by a lock on the file; a line torn by a crash is closed off by the
/// next writer and stays visible as a finding.
/// </summary>
public sealed class CorrectionStore(string folder)
{
    /// <summary>How long a writer waits for another: a write takes under a millisecond, a network share a few.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string FileOf(string path) =>
        Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar) + ".jsonl");

    /// <summary>Null where nobody has corrected the document.</summary>
    public ReadOnlyMemory<byte>? Read(string path)
    {
        var file = FileOf(path);
        if (!File.Exists(file))
        {
            return null;
        }
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes.Length == 0 ? null : bytes;
    }

    /// <summary>The version of a document's corrections, for telling whether somebody wrote in between.</summary>
    public static string VersionOf(ReadOnlyMemory<byte>? file) =>
        file is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : "none";

    /// <summary>
    /// Appends lines made from what is in the file at that moment, in one write that is on the disk when this returns.
    /// <paramref name="make"/> may refuse by giving none.
    /// </summary>
    public void Append(string path, Func<ReadOnlyMemory<byte>?, IReadOnlyList<Correction>> make)
    {
        var file = FileOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = LockedFile.Open(file, Patience);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var lines = make(bytes.Length == 0 ? null : bytes);
        if (lines.Count == 0)
        {
            return;
        }
        using var appended = new MemoryStream();
        if (bytes.Length > 0 && bytes[^1] != (byte)'\n')
        {
            appended.WriteByte((byte)'\n');
        }
        foreach (var line in lines)
        {
            appended.Write(CorrectionLine.Write(line));
            appended.WriteByte((byte)'\n');
        }
        stream.Seek(0, SeekOrigin.End);
        stream.Write(appended.GetBuffer(), 0, (int)appended.Length);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>An id no other line has, whoever writes it and wherever.</summary>
    public static string NewId() => "c-" + Guid.CreateVersion7().ToString("N");
}

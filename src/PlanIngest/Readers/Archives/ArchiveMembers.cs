using System.IO.Compression;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>
/// The files in a zip archive, one unpacked at a time, in the archive's order. Folders and the marks that systems leave
/// (<c>__MACOSX</c>, names that begin with a point) are none.
/// </summary>
internal static class ArchiveMembers
{
    /// <summary>File systems hold names of 255 bytes; the output's ending comes on top.</summary>
    private const int LongestName = 240;

    private static readonly string[] Packed = [".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"];

    /// <summary>Damage to the archive itself throws <see cref="InvalidDataException"/>.</summary>
    public static IEnumerable<ArchiveMember> Of(SourceFile archive, ReaderLimits limits)
    {
        using var zip = Package.Zip(archive.Bytes);
        var budget = new UnpackBudget(archive.Bytes.Length, limits.ArchiveBytes, limits);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var count = 0;
        foreach (var entry in zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/').Normalize(NormalizationForm.FormC);
            if (name.EndsWith('/') || IsLitter(name))
            {
                continue;
            }
            if (++count > limits.Members)
            {
                yield return Refused(
                    name,
                    $"the archive has more than {limits.Members} members; this and the rest are left"
                );
                yield break;
            }
            var member = seen.Add(name)
                ? Read(archive, entry, name, budget, limits)
                : Refused(name, "the archive holds the name twice");
            yield return member;
            if (member.Refusal?.Code == "unpacks-too-large")
            {
                yield break;
            }
        }
    }

    private static bool IsLitter(string name) =>
        name.StartsWith("__MACOSX/", StringComparison.Ordinal)
        || Path.GetFileName(name) is var file
            && (file.StartsWith('.') && file.Trim('.').Length > 0 || file.StartsWith("~$", StringComparison.Ordinal));

    private static ArchiveMember Read(
        SourceFile archive,
        ZipArchiveEntry entry,
        string name,
        UnpackBudget budget,
        ReaderLimits limits
    )
    {
        if (Trouble(entry, name, limits) is { } trouble)
        {
            return Refused(name, trouble);
        }
        try
        {
            using var bytes = new MemoryStream();
            var own = new UnpackBudget(entry.CompressedLength, limits.ArchiveBytes, limits, budget);
            using var stream = new CountedStream(entry.Open(), own);
            stream.CopyTo(bytes);
            return new ArchiveMember(new SourceFile($"{archive.Path}/{name}", bytes.ToArray()), null);
        }
        catch (RefusedFileException refused)
        {
            return new ArchiveMember(null, refused.Finding);
        }
        catch (InvalidDataException damaged)
        {
            return Refused(name, $"it is damaged ({damaged.Message.TrimEnd('.')})");
        }
    }

    /// <summary>Why a member is not unpacked; null where nothing stands against it.</summary>
    private static string? Trouble(ZipArchiveEntry entry, string name, ReaderLimits limits)
    {
        var extension = Path.GetExtension(name).ToLowerInvariant();
        return name.StartsWith('/')
            || name.Split('/').Any(part => part is "" or "." or "..")
            || name.AsSpan().ContainsAny(':', '\0')
                ? "its path leads out of the archive"
            : name.Any(char.IsControl) || name.Split('/').Any(part => Encoding.UTF8.GetByteCount(part) > LongestName)
                ? "its name is too long or holds control characters"
            : Packed.Contains(extension) ? "archives in archives are not opened; unpack it beside this one"
            : ReaderCatalog.For(name) is null ? $"files of type '{extension}' are not read"
            : entry.IsEncrypted ? "it is protected by a password"
            : entry.Length > limits.Bytes ? $"it is larger than the limit of {limits.Bytes} bytes"
            : null;
    }

    private static ArchiveMember Refused(string name, string why) =>
        new(null, new Finding(Severity.Warning, "archive-member-refused", $"'{Shown(name)}' was not read: {why}."));

    private static string Shown(string name) =>
        string.Concat(name.Take(LongestName).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
}

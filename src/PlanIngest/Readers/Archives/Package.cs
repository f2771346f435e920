using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml;
using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>
/// An office file as its parts: a zip opened under limits. No part is ever followed to another file or address.
/// </summary>
internal sealed class Package : IDisposable
{
    private static readonly byte[] CompoundFile = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly byte[] EncryptedPackage = System.Text.Encoding.Unicode.GetBytes("EncryptedPackage");

    private readonly ZipArchive archive;
    private readonly ReaderLimits limits;
    private readonly UnpackBudget budget;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);

    private Package(ZipArchive archive, UnpackBudget budget, ReaderLimits limits)
    {
        (this.archive, this.budget, this.limits) = (archive, budget, limits);
        if (archive.Entries.Count > limits.Members)
        {
            throw Refused(
                "unpacks-too-large",
                $"The file has {archive.Entries.Count} parts, the limit is {limits.Members}."
            );
        }
        foreach (var entry in archive.Entries)
        {
            parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    public static Package Open(SourceFile file, ReaderLimits limits)
    {
        RefuseCompoundFile(file.Bytes.Span);
        var budget = new UnpackBudget(file.Bytes.Length, limits.UnpackedBytes, limits);
        return new Package(Zip(file.Bytes), budget, limits);
    }

    /// <summary>A zip over bytes, with Chinese names read; damage throws <see cref="InvalidDataException"/>.</summary>
    public static ZipArchive Zip(ReadOnlyMemory<byte> bytes)
    {
        var stream = MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false, ZipNames.Instance);
    }

    /// <summary>The XML of a part; null where there is none. Entities and outside addresses are never resolved.</summary>
    public PartReader? Part(string name)
    {
        if (!parts.TryGetValue(name, out var entry))
        {
            return null;
        }
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CloseInput = true,
        };
        return new PartReader(XmlReader.Create(new CountedStream(entry.Open(), budget), settings), limits.Depth);
    }

    /// <summary>The targets inside the package that a part refers to, by relation id.</summary>
    public IReadOnlyDictionary<string, Relation> Relations(string part)
    {
        var folder = part[..(part.LastIndexOf('/') + 1)];
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        using var reader = Part($"{folder}_rels/{part[folder.Length..]}.rels");
        foreach (var name in reader?.Root() ?? [])
        {
            if (name == "Relationship" && reader!.Attribute("TargetMode") != "External")
            {
                var target = reader.Attribute("Target") ?? "";
                var kind = reader.Attribute("Type") ?? "";
                relations[reader.Attribute("Id") ?? ""] = new Relation(
                    kind[(kind.LastIndexOf('/') + 1)..],
                    target.StartsWith('/') ? target[1..] : Joined(folder, target)
                );
            }
        }
        return relations;
    }

    /// <summary>The part a package is about: what its root relation <c>officeDocument</c> names.</summary>
    public string? MainPart() =>
        Relations("").Values.FirstOrDefault(relation => relation.Kind == "officeDocument")?.Target;

    public void Dispose() => archive.Dispose();

    private static RefusedFileException Refused(string code, string message) =>
        new(new Finding(Severity.Error, code, message));

    private static void RefuseCompoundFile(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(CompoundFile))
        {
            return;
        }
        throw bytes.IndexOf(EncryptedPackage) >= 0
            ? Refused("file-encrypted", "The file is protected by a password; save it without one.")
            : Refused(
                "file-damaged",
                "The file is of the old binary format (.doc, .xls) under a new name; give it its own extension back."
            );
    }

    /// <summary>Folder and relative target as one name, <c>..</c> folded.</summary>
    private static string Joined(string folder, string target)
    {
        var names = new List<string>();
        foreach (var name in (folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == ".." && names.Count > 0)
            {
                names.RemoveAt(names.Count - 1);
            }
            else if (name is not ("." or ".."))
            {
                names.Add(name);
            }
        }
        return string.Join('/', names);
    }
}

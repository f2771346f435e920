using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>
/// Reads <c>.zip</c>: the archive's own document has no text, only a finding for each member refused. The members are
/// documents of their own (<see cref="IngestPipeline.RunAll"/>).
/// </summary>
public sealed class ArchiveReader : IDocumentReader
{
    private const string MediaType = "application/zip";

    public IReadOnlyList<string> Extensions => [".zip"];

    public Document Read(SourceFile file, ReaderLimits limits) =>
        Refusal.Guard(
            file,
            limits,
            MediaType,
            () =>
            {
                var builder = DocumentBuilder.Composing(file);
                var read = 0;
                foreach (var member in ArchiveMembers.Of(file, limits))
                {
                    if (member.Refusal is { } refusal)
                    {
                        builder.Report(refusal);
                    }
                    read += member.File is null ? 0 : 1;
                }
                if (read == 0)
                {
                    builder.Report(
                        new Finding(
                            Severity.Error,
                            "empty-file",
                            "The archive holds no file that can be read; check whether the right one was dropped."
                        )
                    );
                }
                return builder.Build(MediaType, null);
            }
        );

    public static bool Reads(string path) => ReaderCatalog.For(path) is ArchiveReader;

    /// <summary>The files of an archive that are read, one at a time; none for any other file and for a damaged one.</summary>
    public static IEnumerable<SourceFile> Members(SourceFile file, ReaderLimits limits)
    {
        if (!Reads(file.Path) || file.Bytes.Length > limits.Bytes)
        {
            yield break;
        }
        using var members = ArchiveMembers.Of(file, limits).GetEnumerator();
        while (Next(members) is { } member)
        {
            if (member.File is { } read)
            {
                yield return read;
            }
        }
    }

    /// <summary>What is wrong with a damaged archive, its own document says.</summary>
    private static ArchiveMember? Next(IEnumerator<ArchiveMember> members)
    {
        try
        {
            return members.MoveNext() ? members.Current : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}

using System.Diagnostics;
using Microsoft.Win32.SafeHandles;
using PlanIngest.Host.Watching;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Readers;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Host.Reading;

/// <summary>
/// One document from its file to its output in place, in this process. Whatever is wrong with the file, or with this
/// program's reading of it, comes back as an outcome.
/// </summary>
/// <param name="folders">Where everything lies.</param>
/// <param name="suspected">
/// Is told the SHA-256 of a suspect document's bytes as soon as they are read, before anything is made of them.
/// </param>
public sealed class DocumentReading(ReadingFolders folders, Action<string>? suspected = null)
{
    private readonly ReaderLimits limits = ReaderLimits.Default with { Bytes = folders.FileLimit };

    public DocumentOutcome Read(DocumentJob job) =>
        Read(
            job,
            extraction =>
                AtomicFile.Write(
                    folders.OutputOf(extraction.Document.Path),
                    stream => JsonOutput.Write(extraction, stream)
                )
        );

    /// <summary>Outputs of documents that an archive held before and holds no more.</summary>
    private void RemoveFormerMembers(string archive, HashSet<string> written)
    {
        var folder = Path.Combine(folders.Outputs, archive);
        foreach (var file in Directory.Exists(folder) ? InputFiles.Below(folder) : [])
        {
            var member = $"{archive}/{file.Path}";
            if (member.EndsWith(".json", StringComparison.Ordinal) && !written.Contains(member[..^".json".Length]))
            {
                File.Delete(file.FullPath);
            }
        }
    }

    /// <summary>As <see cref="Read(DocumentJob)"/>, but handing each extraction over instead of writing it.</summary>
    public DocumentOutcome Read(DocumentJob job, Action<Extraction> write)
    {
        var started = Stopwatch.GetTimestamp();
        byte[] bytes = [];
        byte[]? corrections;
        string sha256;
        long size;
        try
        {
            using var file = FileHash.Open(job.FullPath);
            size = RandomAccess.GetLength(file);
            if (size <= folders.FileLimit)
            {
                bytes = ReadAll(file, size);
                size = bytes.Length;
                sha256 = FileHash.Of(bytes);
            }
            else
            {
                sha256 = FileHash.Of(file);
            }
            if (job.Stamp is { } stamp && stamp != FileStamp.Of(file))
            {
                return new(OutcomeKind.Changed);
            }
            corrections = CorrectionsOf(job.Path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return new(OutcomeKind.Gone) { Message = "there is no such file" };
        }
        catch (UnauthorizedAccessException exception)
        {
            return new(OutcomeKind.Unreadable)
            {
                Message = $"{exception.Message} Give the user that runs this program the right to read it.",
            };
        }
        catch (IOException exception)
        {
            return new(OutcomeKind.Unreadable) { Message = exception.Message };
        }
        var correctionsHash = corrections is null ? null : FileHash.Of(corrections);
        if (job.IsSuspect)
        {
            suspected?.Invoke(sha256);
        }
        var outcome = new DocumentOutcome(OutcomeKind.Unchanged)
        {
            Sha256 = sha256,
            Corrections = correctionsHash,
            Bytes = size,
            ReadSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
        if (sha256 == job.KnownSha256 && correctionsHash == job.KnownCorrections)
        {
            return outcome;
        }
        started = Stopwatch.GetTimestamp();
        var extractions =
            size > folders.FileLimit ? [RefusedDocument.Of(job.Path, sha256, size, "file-too-large", TooLarge(size))]
            : ArchiveReader.Reads(job.Path) ? ExtractMembers(new SourceFile(job.Path, bytes), sha256, corrections)
            : [Extract(new SourceFile(job.Path, bytes), sha256, corrections)];
        return Write(extractions, write, outcome, job.Path, started);
    }

    /// <summary>
    /// A failure of this program, which would be a bug, costs this document only and is said in its output. Nothing here
    /// keeps the file once its text is decoded: a great one would be held twice.
    /// </summary>
    private Extraction Extract(SourceFile file, string sha256, byte[]? corrections)
    {
        var (path, size) = (file.Path, file.Bytes.Length);
        try
        {
            return IngestPipeline.Run(file, corrections, limits, LentEngines.All);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return Failed(path, size, sha256, exception);
        }
    }

    private static Extraction Failed(string path, long size, string sha256, Exception exception) =>
        RefusedDocument.Of(
            path,
            sha256,
            size,
            "program-error",
            $"Reading failed with {exception.GetType().Name}; please report it with the document."
        );

    /// <summary>Those of an archive and of the documents in it, made one after another; failures as above.</summary>
    private IEnumerable<Extraction> ExtractMembers(SourceFile file, string sha256, byte[]? corrections)
    {
        var extractions = IngestPipeline
            .RunAll(file, path => path == file.Path ? corrections : CorrectionsOf(path), limits, LentEngines.All)
            .GetEnumerator();
        using (extractions)
        {
            while (true)
            {
                Extraction extraction;
                var failed = false;
                try
                {
                    if (!extractions.MoveNext())
                    {
                        yield break;
                    }
                    extraction = extractions.Current;
                }
                catch (Exception exception) when (exception is not OutOfMemoryException)
                {
                    failed = true;
                    extraction = Failed(file.Path, file.Bytes.Length, sha256, exception);
                }
                yield return extraction;
                if (failed)
                {
                    yield break;
                }
            }
        }
    }

    private DocumentOutcome Write(
        IEnumerable<Extraction> extractions,
        Action<Extraction> write,
        DocumentOutcome outcome,
        string path,
        long started
    )
    {
        var findings = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var errors = new List<string>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        Finding? lacking = null;
        double writing = 0;
        try
        {
            foreach (var extraction in extractions)
            {
                var writingStarted = Stopwatch.GetTimestamp();
                write(extraction);
                written.Add(extraction.Document.Path);
                writing += Stopwatch.GetElapsedTime(writingStarted).TotalSeconds;
                foreach (var finding in extraction.Findings)
                {
                    findings[finding.Code] = findings.GetValueOrDefault(finding.Code) + 1;
                    if (finding.Severity == Severity.Error)
                    {
                        errors.Add($"{extraction.Document.Path}: {finding.Code}: {finding.Message}");
                        lacking ??= Verdict.IsMissingTool(finding.Code) ? finding : null;
                    }
                }
                outcome = outcome with
                {
                    Records = outcome.Records + extraction.Records.Count,
                    Conflicts = outcome.Conflicts + extraction.Conflicts.Count,
                };
                if (written.Count == 1)
                {
                    outcome = WithRefusal(outcome, extraction) with { Kind = OutcomeKind.Written };
                }
            }
            RemoveFormerMembers(path, written);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(OutcomeKind.OutputTrouble) { Message = DiskWords.Of(exception) };
        }
        return outcome with
        {
            Error = lacking?.Code ?? outcome.Error,
            Message = lacking?.Message ?? outcome.Message,
            Findings = findings,
            Errors = errors,
            ExtractSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds - writing,
            WriteSeconds = writing,
        };
    }

    /// <summary>Of the file's own extraction: the error that is the reason why it gave no records.</summary>
    private static DocumentOutcome WithRefusal(DocumentOutcome outcome, Extraction extraction)
    {
        var error = extraction.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error);
        return error is not null && extraction.Records.Count == 0
            ? outcome with
            {
                Error = error.Code,
                Message = error.Message,
            }
            : outcome;
    }

    /// <summary>Null where nobody has corrected the document.</summary>
    private byte[]? CorrectionsOf(string document)
    {
        var path = folders.CorrectionsOf(document);
        if (!File.Exists(path))
        {
            return null;
        }
        using var file = FileHash.Open(path);
        var bytes = ReadAll(file, RandomAccess.GetLength(file));
        return bytes.Length > 0 ? bytes : null;
    }

    private string TooLarge(long size) =>
        $"The file has {size / 1_048_576} MB, the limit is {folders.FileLimit / 1_048_576} MB; "
        + "split it, or raise the setting FileLimitMegabytes.";

    private static byte[] ReadAll(SafeFileHandle file, long size)
    {
        var bytes = GC.AllocateUninitializedArray<byte>((int)size);
        var length = 0;
        while (length < bytes.Length)
        {
            var read = RandomAccess.Read(file, bytes.AsSpan(length), length);
            if (read == 0)
            {
                return bytes[..length];
            }
            length += read;
        }
        return bytes;
    }
}

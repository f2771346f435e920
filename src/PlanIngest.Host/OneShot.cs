using PlanIngest.Model;
using PlanIngest.Outputs;

namespace PlanIngest.Host;

/// <summary>A file to read once, and the folder its corrections stand in (null: none are looked for).</summary>
public readonly record struct OneShotInput(InputFile File, string? CorrectionsRoot);

/// <summary>From a file on disk to its JSON, in this process. What went wrong comes back as lines naming the file.</summary>
public static class OneShot
{
    public static IReadOnlyList<string> ToFolder(OneShotInput input, string folder) =>
        Extract(
            input,
            extraction =>
                AtomicFile.Write(
                    Path.Combine(folder, extraction.Document.Path + ".json"),
                    stream => JsonOutput.Write(extraction, stream)
                )
        );

    public static IReadOnlyList<string> ToStream(OneShotInput input, Stream stream) =>
        Extract(input, extraction => JsonOutput.Write(extraction, stream));

    private static List<string> Extract(OneShotInput input, Action<Extraction> write)
    {
        var failures = new List<string>();
        try
        {
            var file = new SourceFile(input.File.Path, File.ReadAllBytes(input.File.FullPath));
            var extractions = IngestPipeline.RunAll(
                file,
                path => Corrections(input.CorrectionsRoot, path),
                engines: LentEngines.All
            );
            foreach (var extraction in extractions)
            {
                write(extraction);
                failures.AddRange(
                    extraction
                        .Findings.Where(finding => finding.Severity == Severity.Error)
                        .Select(finding => $"{extraction.Document.Path}: {finding.Code}: {finding.Message}")
                );
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            failures.Add($"{input.File.Path}: {exception.Message}");
        }
        return failures;
    }

    private static ReadOnlyMemory<byte>? Corrections(string? root, string path)
    {
        var file = root is null ? null : Path.Combine(root, path + ".jsonl");
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }
}

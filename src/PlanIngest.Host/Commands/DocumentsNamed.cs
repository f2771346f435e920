using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Host.Commands;

/// <summary>The documents that paths on a command line name, read one after the other.</summary>
internal static class DocumentsNamed
{
    /// <summary>A folder gives every document below it, a file itself, by its name.</summary>
    public static IEnumerable<InputFile> Files(IEnumerable<string> paths) =>
        paths.SelectMany(path =>
            Directory.Exists(path) ? InputFiles.Below(path) : [new InputFile(Path.GetFileName(path), path)]
        );

    /// <summary>Hands on each document as read; a file that cannot be opened or is refused is named on standard error.</summary>
    public static int Each(IEnumerable<InputFile> files, Action<Document> use)
    {
        var code = ExitCode.Done;
        foreach (var file in files)
        {
            try
            {
                var source = new SourceFile(file.Path, File.ReadAllBytes(file.FullPath));
                var document = IngestPipeline.ReadDocument(source, ReaderLimits.Default, LentEngines.All);
                use(document);
                foreach (var finding in document.Findings.Where(finding => finding.Severity == Severity.Error))
                {
                    Console.Error.WriteLine($"{file.Path}: {finding.Code}: {finding.Message}");
                    code = ExitCode.SomeFailed;
                }
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{file.Path}: {exception.Message}");
                code = ExitCode.SomeFailed;
            }
        }
        return code;
    }
}

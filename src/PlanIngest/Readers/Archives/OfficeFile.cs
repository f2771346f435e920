using PlanIngest.Model;

namespace PlanIngest.Readers.Archives;

/// <summary>Opens an office file at its main part; what stands against it becomes a refusal.</summary>
internal static class OfficeFile
{
    /// <param name="file">The file.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="mediaType">Of the format.</param>
    /// <param name="usual">Where the main part lies when the package does not say.</param>
    /// <param name="read">Reads it, given the package and the name and XML of its main part.</param>
    public static Document Read(
        SourceFile file,
        ReaderLimits limits,
        string mediaType,
        string usual,
        Func<Package, string, PartReader, Document> read
    ) =>
        Refusal.Guard(
            file,
            limits,
            mediaType,
            () =>
            {
                using var package = Package.Open(file, limits);
                var main = package.MainPart() ?? usual;
                using var part = package.Part(main);
                return part is null
                    ? Refusal.Of(
                        file,
                        mediaType,
                        "file-damaged",
                        $"The archive holds no {usual}; give the file its real extension, or save it again in its own program."
                    )
                    : read(package, main, part);
            }
        );
}

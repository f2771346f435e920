using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Host.Engines;

/// <summary>antiword, for old Word files where there is no LibreOffice: text with its tables as rows of strokes.</summary>
public sealed class AntiwordConverter(string command, ConverterLimits limits) : IDocumentConverter
{
    private readonly Lazy<string?> engine = new(() => FindVersion(command, limits));

    public IReadOnlyList<string> Extensions => [".doc", ".wps"];

    /// <summary>Name and version; null where it is not installed.</summary>
    public string? Engine => engine.Value;

    public Conversion? Convert(SourceFile file)
    {
        if (Engine is not { } name)
        {
            return null;
        }
        var folder = Directory.CreateTempSubdirectory("planingest-antiword-").FullName;
        try
        {
            var source = Path.Combine(folder, "source.doc");
            File.WriteAllBytes(source, file.Bytes.Span);
            var child = ConverterChild.Run(command, ["-m", "UTF-8.txt", "-w", "0", source], folder, limits);
            if (child is null)
            {
                return null;
            }
            var trouble = child.Trouble ?? (child.Output.Length == 0 ? "it found no text" : null);
            return new Conversion(child.Output, ".txt", name, trouble);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>It says <c>Version: 0.37  (21 Oct 2005)</c> among its help, and ends as if that were an error.</summary>
    private static string? FindVersion(string command, ConverterLimits limits)
    {
        var said = ConverterChild.Run(command, ["-h"], Path.GetTempPath(), limits);
        if (said is null)
        {
            return null;
        }
        var words = Encoding
            .UTF8.GetString(said.Output)
            .Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var at = Array.IndexOf(words, "Version:");
        return at >= 0 && at + 1 < words.Length ? "antiword " + words[at + 1] : "antiword";
    }
}

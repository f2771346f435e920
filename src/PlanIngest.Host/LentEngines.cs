using PlanIngest.Host.Engines;
using PlanIngest.Readers;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Host;

/// <summary>The outside programs this host lends to the readers.</summary>
public static class LentEngines
{
    private static readonly IPageSource Pdf = PdfEngine.Open();
    private static readonly LibreOfficeConverter LibreOffice = new("soffice", ConverterLimits.Default);
    private static readonly AntiwordConverter Antiword = new("antiword", ConverterLimits.Default);

    private static readonly Lazy<IReadOnlyCollection<string>> Found = new(() =>
        [.. new[] { Pdf.Engine, LibreOffice.Engine, Antiword.Engine }.OfType<string>()]
    );

    static LentEngines() => AppDomain.CurrentDomain.ProcessExit += (_, _) => LibreOffice.Dispose();

    public static ReaderEngines All { get; } =
        ReaderEngines.None with
        {
            Pages = Pdf,
            Converters = [LibreOffice, Antiword],
        };

    /// <summary>Of the PDF engine beside this program; null where the build could not restore it.</summary>
    public static string? PdfVersion => Pdf.Engine is { } engine ? engine[(engine.IndexOf(' ') + 1)..] : null;

    /// <summary>Name and version of each: an output made with another is made again.</summary>
    public static IReadOnlyCollection<string> Names => Found.Value;
}

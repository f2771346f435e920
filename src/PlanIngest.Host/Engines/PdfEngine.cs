using PlanIngest.Readers.Pdf;

namespace PlanIngest.Host.Engines;

/// <summary>
/// The PDF engine this program is built with: pdf.js. A build with <c>-p:PdfEngine=PdfPig</c> takes the file of the same
/// name in <c>PdfPig/</c> in its place.
/// </summary>
public static class PdfEngine
{
    /// <summary>The outside program it needs.</summary>
    public const string Program = "node";

    public static IPageSource Open() => NodePageSource.Beside(AppContext.BaseDirectory);
}

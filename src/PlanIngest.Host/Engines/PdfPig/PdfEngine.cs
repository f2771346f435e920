using PlanIngest.Host.Engines.PdfPig;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Host.Engines;

/// <summary>The PDF engine of a build with <c>-p:PdfEngine=PdfPig</c>.</summary>
public static class PdfEngine
{
    /// <summary>It needs no outside program; this is the one the tests run by.</summary>
    public const string Program = "dotnet";

    public static IPageSource Open() => new PdfPigPageSource();
}

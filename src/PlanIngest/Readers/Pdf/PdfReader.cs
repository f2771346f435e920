using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Reads <c>.pdf</c> from pages of words with boxes and ruling lines, which an engine lent by the host gives.
/// </summary>
public sealed class PdfReader : IDocumentReader
{
    private const string MediaType = "application/pdf";

    public IReadOnlyList<string> Extensions => [".pdf"];

    public Document Read(SourceFile file, ReaderLimits limits) => Read(file, limits, ReaderEngines.None);

    public Document Read(SourceFile file, ReaderLimits limits, ReaderEngines engines) =>
        Refusal.Guard(file, limits, MediaType, () => Read(file, limits, engines.Pages));

    private static Document Read(SourceFile file, ReaderLimits limits, IPageSource? source)
    {
        if (source is null)
        {
            return Refusal.Of(
                file,
                MediaType,
                "pdf-engine-missing",
                "PDF files are read with the help of Node.js, which this program was not given: install Node.js."
            );
        }
        var set = source.Read(file.Bytes, limits);
        return set.Trouble is { } trouble
            ? Refusal.Of(file, MediaType, trouble, set.Engine)
            : Compose(file, set, PageClaim.Check(file.Bytes.Span, set.Pages.Count, limits));
    }

    /// <summary>The document of the pages that can be trusted, with a finding for the others.</summary>
    public static Document Compose(SourceFile file, PageSet set, Finding? claim = null)
    {
        var builder = DocumentBuilder.Composing(file);
        var judged = set.Pages.Select(page => (page.Number, PageCheck.Judge(page))).ToList();
        var trusted = set
            .Pages.Where((_, i) => judged[i].Item2 == PageCheck.Trust.Good)
            .Select(PageWords.Prepare)
            .ToList();
        var pages = Furniture.Remove(trusted);
        var composer = new PdfComposer(builder, Headings.BodySize(pages));
        foreach (var page in pages)
        {
            composer.Add(page, PageLayout.Read(page));
        }
        composer.End();
        builder.Revise(ComposedCaptions.Attach);
        foreach (var finding in PageCheck.Report(judged).Concat(claim is null ? [] : [claim]))
        {
            builder.Report(finding);
        }
        return builder.Build(MediaType, null, set.Engine);
    }
}

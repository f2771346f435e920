using System.Diagnostics;
using PlanIngest.Readers;
using PlanIngest.Readers.Pdf;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace PlanIngest.Host.Engines.PdfPig;

/// <summary>
/// PdfPig, which reads within this process. It keeps the limits of pages and of time while a page is drawn; memory, and
/// what it does before the first page, are bounded by the reading process around it alone.
/// </summary>
public sealed class PdfPigPageSource : IPageSource
{
    /// <summary>By the clock: the slowest honest page takes under a second.</summary>
    private static readonly TimeSpan OnePage = TimeSpan.FromSeconds(4);

    /// <summary>Name and version.</summary>
    public string? Engine { get; } = "PdfPig " + typeof(PdfDocument).Assembly.GetName().Version?.ToString(3);

    public PageSet Read(ReadOnlyMemory<byte> pdf, ReaderLimits limits)
    {
        try
        {
            using var document = PdfDocument.Open(pdf, new ParsingOptions { SkipMissingFonts = true });
            if (document.NumberOfPages > limits.Pages)
            {
                var message =
                    $"The PDF has {document.NumberOfPages} pages, more than the limit of {limits.Pages}: split it.";
                return PageSet.Refused(Engine, "page-limit", message);
            }
            return document.NumberOfPages == 0 ? Damaged("it has no page") : Pages(document);
        }
        catch (PdfDocumentEncryptedException)
        {
            return PageSet.Refused(
                Engine,
                "pdf-encrypted",
                "The PDF is encrypted and needs a password: save it without one."
            );
        }
        catch (TimeoutException)
        {
            return PageSet.Refused(
                Engine,
                "time-limit",
                "The PDF took the engine longer than the limit and was stopped: save it again in a simpler form."
            );
        }
        // PdfPig promises no kinds of exception for what is wrong with a file.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return Damaged(broken.Message);
        }
    }

    private PageSet Pages(PdfDocument document)
    {
        var begun = 0L;
        document.AddPageFactory<PdfPage, PdfPigPageFactory>();
        PdfPigDrawing.Watch = () =>
        {
            if (Stopwatch.GetElapsedTime(begun) > OnePage)
            {
                throw new TimeoutException();
            }
        };
        var pages = new List<PdfPage>();
        for (var number = 1; number <= document.NumberOfPages; number++)
        {
            begun = Stopwatch.GetTimestamp();
            pages.Add(document.GetPage<PdfPage>(number));
        }
        return new PageSet(Engine, pages);
    }

    private PageSet Damaged(string said) =>
        PageSet.Refused(Engine, "pdf-damaged", $"The PDF is damaged ({said}): save it again or repair it.");
}

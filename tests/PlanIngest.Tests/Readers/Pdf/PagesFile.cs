using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers.Pdf;

namespace PlanIngest.Tests.Readers.Pdf;

/// <summary>
/// Pages recorded from PDF files that Chromium printed from the HTML file of the same name, and pages drawn by hand.
/// </summary>
internal static class PagesFile
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Readers", "Pdf", "Samples");

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static PdfPage[] Read(string name) =>
        [
            .. File.ReadLines(PathOf(name + ".pages.jsonl"))
                .Select(line => PageLines.Parse(Encoding.UTF8.GetBytes(line))),
        ];

    public static Document Compose(params PdfPage[] pages) =>
        PdfReader.Compose(new SourceFile("recorded.pdf", "%PDF"u8.ToArray()), new PageSet("recorded", pages));

    /// <summary>An empty A4 page.</summary>
    public static PdfPage Page(int number = 1) => new(number, 595, 842, [], [], [], []);

    /// <summary>Adds a word of the given size whose top left is at x, y, each character as wide as drawn in Song type.</summary>
    public static PdfPage With(
        this PdfPage page,
        string text,
        double x,
        double y,
        double size = 12,
        WordMarks marks = default
    )
    {
        var width = text.Sum(c => WordText.IsWide(c) ? size : size / 2);
        var word = new PageWord(text, new Rect(x, y, x + width, y + size), size, 0, "Song", marks);
        return page with { Words = [.. page.Words, word] };
    }

    public static PdfPage WithLine(this PdfPage page, double x0, double y0, double x1, double y1) =>
        page with
        {
            Rulings = [.. page.Rulings, new Ruling(new Rect(x0, y0, x1, y1), 0.5)],
        };

    public static PdfPage WithPicture(this PdfPage page) =>
        page with
        {
            Pictures = [.. page.Pictures, new Rect(0, 0, page.Width, page.Height)],
        };
}

using System.Globalization;
using System.Text;

namespace PlanIngest.Tests.Readers.Pdf;

/// <summary>Writes small PDF files by hand, whole and broken ones.</summary>
internal static class PdfBytes
{
    public const string Catalog = "<</Type/Catalog/Pages 2 0 R>>";
    private const string EmptyPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>";

    /// <summary>A file of these objects; the first is the catalog, the second the page tree.</summary>
    public static byte[] Of(params IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>(objects.Count);
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }
        file.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF"
        );
        return Encoding.Latin1.GetBytes(file.ToString());
    }

    /// <summary>One page with these operators and Helvetica as F1; more entries of the page as in <c>/Rotate 90</c>.</summary>
    public static byte[] Page(string operators, string more = "") =>
        Of(
            Catalog,
            "<</Type/Pages/Count 1/Kids[3 0 R]>>",
            $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>{more}>>",
            $"<</Length {operators.Length}>>stream\n{operators}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
        );

    /// <summary>Empty pages, so many claimed and so many given.</summary>
    public static byte[] Pages(int claimed, int given) =>
        Of([
            Catalog,
            $"<</Type/Pages/Count {claimed}/Kids[{string.Join(' ', Enumerable.Range(3, given).Select(i => $"{i} 0 R"))}]>>",
            .. Enumerable.Repeat(EmptyPage, given),
        ]);
}

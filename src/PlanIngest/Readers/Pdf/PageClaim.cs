using System.Buffers.Text;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>
/// The pages a file claims in its page tree, where that is more than any plan has: an engine reads those that are there
/// and keeps quiet. Smaller claims are not looked at: a page that was taken out leaves its old count in the file.
/// </summary>
public static class PageClaim
{
    /// <summary>How far the children of a page tree's node stand from their count.</summary>
    private const int Near = 200;

    public static Finding? Check(ReadOnlySpan<byte> pdf, int given, ReaderLimits limits)
    {
        var claimed = 0;
        for (var at = 0; pdf[at..].IndexOf("/Count"u8) is >= 0 and var step; )
        {
            at += step + "/Count"u8.Length;
            var around = pdf[Math.Max(0, at - Near)..Math.Min(pdf.Length, at + Near)];
            if (
                Utf8Parser.TryParse(pdf[at..].TrimStart((byte)' '), out int count, out _)
                && around.IndexOf("/Kids"u8) >= 0
            )
            {
                claimed = Math.Max(claimed, count);
            }
        }
        return claimed <= limits.Pages || claimed <= given
            ? null
            : new Finding(
                Severity.Warning,
                "pages-missing",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The PDF says that it has {claimed} pages and holds {given}: check whether the file is whole."
                )
            );
    }
}

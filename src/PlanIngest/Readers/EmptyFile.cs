using PlanIngest.Model;

namespace PlanIngest.Readers;

internal static class EmptyFile
{
    /// <summary>Says so when a file holds nothing but white space.</summary>
    public static void ReportIn(DocumentBuilder builder, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            builder.Report(
                new Finding(
                    Severity.Error,
                    "empty-file",
                    "The file holds no text; check whether it was saved or copied completely."
                )
            );
        }
    }
}

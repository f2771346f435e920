using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>
/// Lays the sheets of a file into one document. Where several hold something, each but those with a name out of the box
/// (Sheet1) begins with its name as a heading.
/// </summary>
internal sealed class WorkbookWriter(DocumentBuilder builder, ReaderLimits limits)
{
    private readonly List<Sheet> sheets = [];
    private readonly List<string> hidden = [];

    public void Write(Sheet sheet) => sheets.Add(sheet);

    public void Hidden(string name) => hidden.Add(name);

    public Document Build(string mediaType, string? encoding = null, string? engine = null)
    {
        var writer = new SheetWriter(builder, limits, SheetSettings.Default);
        var isNamed = sheets.Count(sheet => sheet.Cells.Count > 0) > 1;
        foreach (var sheet in sheets)
        {
            if (isNamed && sheet is { Name: { } name, Cells.Count: > 0 } && !IsDefault(name))
            {
                Prose.Write(builder, name, 1, new Place { Sheet = name });
            }
            writer.Write(sheet);
        }
        builder.Revise(ComposedCaptions.Attach);
        if (hidden.Count > 0)
        {
            builder.Report(
                new Finding(
                    Severity.Info,
                    "hidden-content",
                    $"Hidden sheet(s) were left out: {string.Join(", ", hidden)}; show them in the spreadsheet if they belong to the plan."
                )
            );
        }
        if (builder.Length == 0)
        {
            builder.Report(
                new Finding(
                    Severity.Error,
                    "empty-file",
                    "No visible sheet holds anything; check whether the right file was dropped."
                )
            );
        }
        return builder.Build(mediaType, encoding, engine);
    }

    private static bool IsDefault(string name) =>
        name.StartsWith("Sheet", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("工作表", StringComparison.Ordinal);
}

using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>The number format of each cell style of a workbook.</summary>
internal sealed class WorkbookStyles
{
    private readonly List<NumberFormat> formats = [];

    /// <param name="part">The styles part; null where the workbook has none.</param>
    public WorkbookStyles(PartReader? part)
    {
        var own = new Dictionary<int, string>();
        var known = new Dictionary<string, NumberFormat>(StringComparer.Ordinal);
        foreach (var name in part?.Root() ?? [])
        {
            if (name == "numFmts")
            {
                foreach (var format in part!.Children())
                {
                    if (format == "numFmt" && part.Number("numFmtId") is { } number)
                    {
                        own[number] = part.Attribute("formatCode") ?? "General";
                    }
                }
            }
            else if (name == "cellXfs")
            {
                foreach (var style in part!.Children())
                {
                    var number = style == "xf" ? part.Number("numFmtId") ?? 0 : 0;
                    var code = own.GetValueOrDefault(number) ?? NumberFormat.OfNumber(number) ?? "General";
                    if (!known.TryGetValue(code, out var format))
                    {
                        known[code] = format = new NumberFormat(code);
                    }
                    formats.Add(format);
                }
            }
        }
    }

    public NumberFormat Of(int? style) =>
        style is { } index && index >= 0 && index < formats.Count ? formats[index] : NumberFormat.General;
}

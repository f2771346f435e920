using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Reads one worksheet part: cells as shown, merged ranges, what is hidden.</summary>
internal sealed class WorksheetReader(string name, Workbook workbook, ReaderLimits limits)
{
    private readonly SheetBuilder sheet = new(name, limits);
    private (int Count, CellAddress First, string Text) errors;
    private (int Count, CellAddress First) unknown;

    public Sheet Read(PartReader part)
    {
        foreach (var element in part.Root())
        {
            switch (element)
            {
                case "cols":
                    Columns(part);
                    break;
                case "sheetData":
                    Rows(part);
                    break;
                case "mergeCells":
                    foreach (var merge in part.Children())
                    {
                        if (CellRange.Read(part.Attribute("ref")) is { } range)
                        {
                            sheet.Merge(range);
                        }
                    }
                    break;
            }
        }
        Report();
        return sheet.Build();
    }

    private void Columns(PartReader part)
    {
        foreach (var _ in part.Children())
        {
            var isHidden =
                part.Attribute("hidden") is not null && part.Switch("hidden") || part.Attribute("width") == "0";
            if (isHidden && part.Number("min") is { } first && part.Number("max") is { } last)
            {
                sheet.HideColumns(first - 1, last - 1);
            }
        }
    }

    private void Rows(PartReader part)
    {
        var row = -1;
        foreach (var element in part.Children())
        {
            if (element != "row")
            {
                continue;
            }
            if (sheet.IsFull)
            {
                return;
            }
            row = part.Number("r") is > 0 and var number ? number - 1 : row + 1;
            if (part.Attribute("hidden") is not null && part.Switch("hidden"))
            {
                sheet.HideRow(row);
            }
            var column = -1;
            foreach (var cell in part.Children())
            {
                if (cell == "c")
                {
                    var at = CellAddress.Read(part.Attribute("r")) ?? new CellAddress(row, column + 1);
                    column = at.Column;
                    Cell(part, at);
                }
            }
        }
    }

    private void Cell(PartReader part, CellAddress at)
    {
        var kind = part.Attribute("t");
        var style = part.Number("s");
        string? value = null;
        var isFormula = false;
        foreach (var element in part.Children())
        {
            switch (element)
            {
                case "v":
                    value = part.Text();
                    break;
                case "is":
                    value = SheetText.Read(part);
                    break;
                case "f":
                    isFormula = true;
                    break;
            }
        }
        if (value is null or "")
        {
            unknown =
                isFormula && kind != "str" ? (unknown.Count + 1, unknown.Count == 0 ? at : unknown.First) : unknown;
            return;
        }
        if (kind == "e")
        {
            errors = errors.Count == 0 ? (1, at, value) : errors with { Count = errors.Count + 1 };
        }
        sheet.Add(at, Shown(kind, value, workbook.Styles.Of(style)));
    }

    private string Shown(string? kind, string value, NumberFormat format)
    {
        switch (kind)
        {
            case "s":
                var index = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : -1;
                return index >= 0 && index < workbook.Strings.Count ? format.Show(workbook.Strings[index]) : "";
            case "str" or "inlineStr":
                return format.Show(value);
            case "b":
                return value == "1" ? "TRUE" : "FALSE";
            case "d" or "e":
                return value;
            default:
                return double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                    ? format.Show(number, workbook.From1904)
                    : value;
        }
    }

    private void Report()
    {
        if (errors.Count > 0)
        {
            sheet.Report(
                new Finding(
                    Severity.Warning,
                    "cell-error",
                    $"Sheet '{name}': {errors.Count} cell(s) show an error, the first ({errors.Text}) at {errors.First}; repair the formula and save again."
                )
            );
        }
        if (unknown.Count > 0)
        {
            sheet.Report(
                new Finding(
                    Severity.Warning,
                    "formula-without-value",
                    $"Sheet '{name}': {unknown.Count} formula(s) have no stored value, the first at {unknown.First}; open the file in a spreadsheet program and save it."
                )
            );
        }
    }
}

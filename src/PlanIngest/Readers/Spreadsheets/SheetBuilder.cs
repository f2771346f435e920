using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Gathers the cells of a sheet, then counts hidden rows and columns and covered cells out.</summary>
internal sealed class SheetBuilder(string? name, ReaderLimits limits)
{
    private readonly Dictionary<CellAddress, string> cells = [];
    private readonly List<CellRange> merges = [];
    private readonly SortedSet<int> hiddenRows = [];
    private readonly SortedSet<int> hiddenColumns = [];
    private readonly List<Finding> findings = [];
    private long characters;
    private bool full;

    /// <summary>A limit is reached: nothing more is taken.</summary>
    public bool IsFull => full;

    /// <param name="at">Its place.</param>
    /// <param name="text">As shown; nothing is added for white space.</param>
    public void Add(CellAddress at, string text)
    {
        text = text.Trim();
        if (text.Length == 0 || full)
        {
            return;
        }
        characters += text.Length;
        full = cells.Count >= limits.Cells || characters > limits.Characters;
        if (full || at.Column >= limits.Columns)
        {
            TooLarge($"Cells from {at} on are", "were left out");
            return;
        }
        cells.TryAdd(at, text);
    }

    public void Merge(CellRange range)
    {
        if (range.Area > 1)
        {
            merges.Add(range);
        }
        if (range.Area > limits.Cells || range.Last.Column >= limits.Columns)
        {
            TooLarge($"The cell merged over {range.First}:{range.Last} is", "was cut");
        }
    }

    public void HideRow(int row) => hiddenRows.Add(row);

    public void HideColumns(int first, int last)
    {
        for (var column = Math.Max(0, first); column <= Math.Min(last, limits.Columns); column++)
        {
            hiddenColumns.Add(column);
        }
    }

    public void Report(Finding finding) => findings.Add(finding);

    public Sheet Build()
    {
        if (cells.Count == 0)
        {
            return new Sheet(name, [], findings);
        }
        var spans = Spans();
        var rows = new VisibleCount(hiddenRows);
        var columns = new VisibleCount(hiddenColumns);
        var shown = new List<SheetCell>(cells.Count);
        var hidden = 0;
        foreach (var (at, text) in cells)
        {
            var range = spans.GetValueOrDefault(at, new CellRange(at, at));
            var (rowCount, columnCount) = (
                rows.Between(range.First.Row, range.Last.Row),
                columns.Between(range.First.Column, range.Last.Column)
            );
            if (rowCount == 0 || columnCount == 0)
            {
                hidden++;
                continue;
            }
            shown.Add(
                new SheetCell(rows.Before(at.Row), columns.Before(at.Column), text)
                {
                    RowSpan = rowCount,
                    ColumnSpan = columnCount,
                    Address = at,
                }
            );
        }
        if (hidden > 0)
        {
            ReportHidden(hidden);
        }
        // Files hold their cells in order, nearly all of them.
        shown.Sort((a, b) => a.Row != b.Row ? a.Row.CompareTo(b.Row) : a.Column.CompareTo(b.Column));
        return new Sheet(name, shown, findings);
    }

    /// <summary>The extent of each merged cell that shows something; what its range covers is taken out.</summary>
    private Dictionary<CellAddress, CellRange> Spans()
    {
        var (lastRow, lastColumn) = (cells.Keys.Max(at => at.Row), cells.Keys.Max(at => at.Column));
        foreach (var merge in merges.Where(merge => cells.ContainsKey(merge.First)))
        {
            lastColumn = Math.Max(lastColumn, Math.Min(merge.Last.Column, limits.Columns - 1));
        }
        var spans = new Dictionary<CellAddress, CellRange>();
        var area = 0L;
        foreach (var merge in merges.Where(merge => cells.ContainsKey(merge.First)))
        {
            var last = new CellAddress(Math.Min(merge.Last.Row, lastRow), Math.Min(merge.Last.Column, lastColumn));
            var cut = new CellRange(merge.First, last);
            area += cut.Area;
            if (area > limits.Cells || !spans.TryAdd(cut.First, cut))
            {
                continue;
            }
            for (var row = cut.First.Row; row <= last.Row; row++)
            {
                for (var column = cut.First.Column; column <= last.Column; column++)
                {
                    var at = new CellAddress(row, column);
                    if (at != cut.First)
                    {
                        cells.Remove(at);
                        spans.Remove(at);
                    }
                }
            }
        }
        return spans;
    }

    private void ReportHidden(int hidden) =>
        findings.Add(
            new Finding(
                Severity.Info,
                "hidden-content",
                $"{Where}{hidden} filled cell(s) in hidden rows or columns were left out; show them in the spreadsheet if they belong to the plan."
            )
        );

    private void TooLarge(string what, string outcome)
    {
        if (findings.Exists(finding => finding.Code == "table-too-large"))
        {
            return;
        }
        findings.Add(
            new Finding(
                Severity.Warning,
                "table-too-large",
                $"{Where}{what} over the limit of {limits.Cells} cells, {limits.Columns} columns or {limits.Characters} characters and {outcome}; split the sheet."
            )
        );
    }

    private string Where => name is null ? "" : $"Sheet '{name}': ";
}

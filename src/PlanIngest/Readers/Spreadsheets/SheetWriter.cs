using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>Lays the blocks of a sheet into a document: tables with an address for each cell, the rest as prose.</summary>
internal sealed class SheetWriter(DocumentBuilder builder, ReaderLimits limits, SheetSettings settings)
{
    public void Write(Sheet sheet)
    {
        foreach (var finding in sheet.Findings)
        {
            builder.Report(finding);
        }
        foreach (var block in SheetBlocks.Of(sheet.Cells, settings))
        {
            Write(sheet.Name, block);
        }
    }

    private void Write(string? sheet, SheetBlock block)
    {
        var rows = block.Rows();
        var first = FirstTableRow(rows, block);
        var end = Math.Max(first, FirstNoteRow(rows, first));
        if (end - first < 2 || IsOneColumn(block))
        {
            (first, end) = (rows.Count, rows.Count);
        }
        Prose(sheet, rows.Take(first));
        if (end > first)
        {
            Table(sheet, new SheetBlock([.. rows.Skip(first).Take(end - first).SelectMany(row => row)]));
        }
        Prose(sheet, rows.Skip(end));
    }

    private static bool IsOneColumn(SheetBlock block) => block.Cells.All(cell => cell.Column == block.Left);

    /// <summary>
    /// Rows above a table: its title (one cell, over all columns or alone at its place) and its unit (单位：万元, also
    /// beside the number of the table). A cell merged over some later columns only is a header.
    /// </summary>
    private static int FirstTableRow(List<ArraySegment<SheetCell>> rows, SheetBlock block)
    {
        var first = 0;
        while (first < rows.Count - 1 && IsAbove(rows[first], block))
        {
            first++;
        }
        return first;
    }

    private static bool IsAbove(ArraySegment<SheetCell> row, SheetBlock block)
    {
        if (row.Count == 1)
        {
            var cell = row[0];
            return cell.RowSpan == 1
                && (cell.ColumnSpan == 1 || cell.Column == block.Left || DialectWords.IsUnit(cell.Text));
        }
        return row.Count == 2 && row.Any(cell => DialectWords.IsUnit(cell.Text));
    }

    /// <summary>Single cells at the end that begin with a note (注：…, 资料来源：…) or are as long as one.</summary>
    private int FirstNoteRow(List<ArraySegment<SheetCell>> rows, int first)
    {
        var end = rows.Count;
        for (var row = rows.Count - 1; row >= first && rows[row].Count == 1; row--)
        {
            var text = rows[row][0].Text;
            end = DialectWords.IsNote(text) || text.Length >= settings.Note ? row : end;
        }
        return end;
    }

    private void Prose(string? sheet, IEnumerable<ArraySegment<SheetCell>> rows)
    {
        foreach (var cell in rows.SelectMany(row => row))
        {
            Readers.Prose.Write(builder, cell.Text, 0, PlaceOf(sheet, cell.Address));
        }
    }

    private void Table(string? sheet, SheetBlock block)
    {
        var rows = new GridLines(block.Cells.Select(cell => cell.Row), block.Bottom);
        var columns = new GridLines(block.Cells.Select(cell => cell.Column), block.Right);
        if ((long)rows.Total * columns.Total > limits.Cells)
        {
            builder.Report(
                new Finding(
                    Severity.Error,
                    "table-too-large",
                    $"A table of {rows.Total} rows and {columns.Total} columns is over the limit of {limits.Cells} cells and was left out; split it."
                )
            );
            return;
        }
        var texts = new List<SheetCell>();
        var cells = block.Cells.Select(cell =>
        {
            var isText = IsWholeText(cell.Text);
            if (isText)
            {
                texts.Add(cell);
            }
            return new CellText(rows.Number(cell.Row), columns.Number(cell.Column), isText ? "" : cell.Text)
            {
                RowSpan = rows.Count(cell.Row, cell.RowEnd),
                ColumnSpan = columns.Count(cell.Column, cell.ColumnEnd),
                Place = PlaceOf(sheet, cell.Address),
            };
        });
        var corners = new CellRange(
            new CellAddress(block.Cells.Min(cell => cell.Address.Row), block.Cells.Min(cell => cell.Address.Column)),
            new CellAddress(block.Cells.Max(cell => cell.Address.Row), block.Cells.Max(cell => cell.Address.Column))
        );
        builder.Add(
            TableWriter.Write(
                builder,
                rows.Total,
                columns.Total,
                cells,
                new Place { Sheet = sheet, Address = corners.ToString() }
            )
        );
        Prose(sheet, [texts.ToArray()]);
    }

    /// <summary>A cell that holds a document of its own: long, in many sentences or lines.</summary>
    private bool IsWholeText(string text) =>
        text.Length >= settings.Text && text.AsSpan().Count('。') + text.AsSpan().Count('\n') >= settings.Sentences;

    private static Place PlaceOf(string? sheet, CellAddress address) =>
        new() { Sheet = sheet, Address = address.ToString() };
}

using PlanIngest.Model;

namespace PlanIngest.Readers.Pdf;

/// <summary>Lines and tables of all pages to one document: paragraphs joined, headings told, tables put in.</summary>
internal sealed class PdfComposer(DocumentBuilder builder, double bodySize)
{
    private readonly List<(LineItem Item, PdfPage Page)> open = [];

    /// <summary>A title over the rest of a table is a line, not a sentence.</summary>
    private const int LongestTitle = 120;

    private (PageTable Table, bool Inferred)? table;

    public void Add(PdfPage page, IReadOnlyList<PageItem> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            switch (items[i])
            {
                case LineItem line
                    when table is not null && i == 0 && IsGoingOn(line) && items.Count > 1 && items[1] is TableItem:
                    break;
                case LineItem line:
                    EndTable();
                    foreach (var part in Parts(line))
                    {
                        AddLine(page, part, i == 0);
                    }
                    break;
                case TableItem { Table: var grid }:
                    AddTable(page, grid, i == 0);
                    break;
            }
        }
    }

    public void End()
    {
        EndParagraph();
        EndTable();
    }

    /// <summary>Reads 续表 3, （续表）, Table 3 (continued), —Continued; refuses a sentence that says so.</summary>
    private static bool IsGoingOn(LineItem item)
    {
        var text = item.Line.Text();
        return DialectWords.IsContinuation(text)
            || (text.Length <= LongestTitle && text.Contains("ontinued", StringComparison.Ordinal));
    }

    /// <summary>A unit note at the end of a title's line (资产负债表      单位：万元) is a line of its own.</summary>
    private static IEnumerable<LineItem> Parts(LineItem item)
    {
        var pieces = item.Line.Pieces;
        if (pieces.Count < 2 || !DialectWords.IsUnit(pieces[^1].Text))
        {
            return [item];
        }
        var title = LineBuilder.Line(pieces.SkipLast(1).SelectMany(piece => piece.Words));
        return [item with { Line = title }, item with { Line = LineBuilder.Line(pieces[^1].Words) }];
    }

    private void AddLine(PdfPage page, LineItem line, bool newPage)
    {
        if (
            open.Count > 0
            && !Paragraphs.GoesOn(open[^1].Item, open.Count == 1, line, newPage && open[^1].Page != page)
        )
        {
            EndParagraph();
        }
        open.Add((line, page));
    }

    private void EndParagraph()
    {
        if (open.Count == 0)
        {
            return;
        }
        var text = WordText.JoinLines(open.Select(part => part.Item.Line.Text()));
        var first = open[0].Page;
        var box = open.Where(part => part.Page == first).Select(part => part.Item.Box).Aggregate((a, b) => a.Union(b));
        Prose.Write(builder, text, Headings.Level(text, open[0].Item, bodySize), PlaceOf(first, box));
        open.Clear();
    }

    private void AddTable(PdfPage page, GridTable grid, bool newPage)
    {
        if (grid.Columns < 2)
        {
            // One column is a box round text.
            EndTable();
            foreach (var line in grid.Cells.SelectMany(cell => cell.Lines))
            {
                AddLine(page, new LineItem(line, grid.Box.X0, grid.Box.X1), newPage: false);
            }
            return;
        }
        if (newPage && table is null && open is [.., var last] && last.Page != page)
        {
            if (HeadOverPage.Begin(last.Item.Line, last.Page, page, grid) is { } headed)
            {
                open.RemoveAt(open.Count - 1);
                EndParagraph();
                table = (headed, grid.Inferred);
                return;
            }
        }
        EndParagraph();
        if (
            table is { } above
            && above.Table.First != page
            && TableJoin.Join(above.Table, above.Inferred, page, grid) is { } joined
        )
        {
            table = (joined, above.Inferred);
            return;
        }
        EndTable();
        table = (TableJoin.Begin(page, grid), grid.Inferred);
    }

    private void EndTable()
    {
        if (table is not var (whole, inferred))
        {
            return;
        }
        table = null;
        var cells = whole.Cells.Select(cell => new CellText(cell.Cell.Row, cell.Cell.Column, cell.Cell.Text)
        {
            RowSpan = cell.Cell.RowSpan,
            ColumnSpan = cell.Cell.ColumnSpan,
            Place = PlaceOf(cell.Page, cell.Cell.Box),
        });
        var written = TableWriter.Write(builder, whole.Rows, whole.Columns, cells, PlaceOf(whole.First, whole.Box));
        builder.Add(written with { Inferred = inferred });
    }

    private static Place PlaceOf(PdfPage page, Rect box) =>
        new() { Page = page.Number, Box = PageTurn.AsShown(page, box).ToBox() };
}

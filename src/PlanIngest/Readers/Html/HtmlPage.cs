using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PlanIngest.Model;

namespace PlanIngest.Readers.Html;

/// <summary>Walks a parsed page and composes its text, its data tables among the lines.</summary>
internal sealed class HtmlPage
{
    private static readonly HashSet<string> Blocks =
    [
        .. "ADDRESS ARTICLE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIR DIV DL DT FIELDSET FIGCAPTION FIGURE".Split(
            ' '
        ),
        .. "FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR HTML LEGEND LI MAIN OL P PRE SECTION SUMMARY UL".Split(' '),
        .. "TABLE THEAD TBODY TFOOT TR TD TH".Split(' '),
    ];

    private readonly HtmlFurniture furniture;
    private readonly int columnLimit;
    private bool raised;

    public HtmlPage(IElement body, int columnLimit)
    {
        furniture = new HtmlFurniture(body);
        this.columnLimit = columnLimit;
        Walk(body);
        Text.End();
    }

    private HtmlText Text { get; } = new();
    private List<TableDraft> Tables { get; } = [];

    public ComposedPage Composed() => new(Text.ToString(), Text.Headings, Tables, Text.Labels, Text.Cuts);

    private void Walk(INode parent)
    {
        // By index: a node finds its next sibling by searching its parent.
        for (var at = 0; at < parent.ChildNodes.Length; at++)
        {
            if (parent.ChildNodes[at] is IText text)
            {
                WriteText(text, parent);
            }
            else if (parent.ChildNodes[at] is IElement element && !furniture.Is(element))
            {
                WalkElement(element);
            }
        }
    }

    private void WriteText(IText text, INode parent)
    {
        if (parent.NodeName != "PRE")
        {
            Text.Write(text.Data, raised);
            return;
        }
        foreach (var line in text.Data.AsSpan().EnumerateLines())
        {
            Text.Write(line);
            Text.EndLine();
        }
    }

    private void WalkElement(IElement element)
    {
        switch (element)
        {
            case { NodeName: "BR" }:
                Text.EndLine();
                break;
            case { NodeName: "SUP" }:
                raised = true;
                Walk(element);
                raised = false;
                break;
            case IHtmlTableElement table when HtmlTables.IsData(table):
                Text.EndLine();
                WriteTable(table);
                break;
            case IHtmlTableRowElement row when HtmlTables.Cells(row) is var cells && HtmlTables.IsLabelled(cells):
                Text.EndLine();
                WriteLabelled(cells);
                break;
            case { NodeName: [('H'), >= '1' and <= '6'] }:
                Text.BeginHeading(element.NodeName[1] - '0');
                Walk(element);
                Text.EndLine();
                break;
            case { NodeName: "LI", ParentElement: IHtmlOrderedListElement list }:
                Text.EndLine();
                Text.Write($"{NumberOf(element, list)}. ");
                Walk(element);
                Text.EndLine();
                break;
            default:
                WalkPlain(element);
                break;
        }
    }

    private void WalkPlain(IElement element)
    {
        var block = Blocks.Contains(element.NodeName);
        if (block)
        {
            Text.EndLine();
        }
        Walk(element);
        if (block)
        {
            Text.EndLine();
        }
    }

    private static int NumberOf(IElement item, IHtmlOrderedListElement list) =>
        (int.TryParse(list.GetAttribute("start"), out var start) ? start : 1)
        + list.Children.TakeWhile(other => other != item).Count(other => other.NodeName == "LI");

    /// <summary>A row of labels and their values (发文机关：│国务院办公厅) is lines of text, a label with its value.</summary>
    private void WriteLabelled(IReadOnlyList<IElement> cells)
    {
        foreach (var cell in cells)
        {
            var start = Text.Length;
            Walk(cell);
            if (!HtmlTables.IsLabel(cell))
            {
                Text.EndLine();
            }
            else if (Text.Length > start)
            {
                Text.Write(" ");
            }
        }
        Text.EndLine();
    }

    private void WriteTable(IHtmlTableElement table)
    {
        var draft = new TableDraft();
        var placer = new CellPlacer(columnLimit);
        if (table.Caption is { } caption)
        {
            var at = Text.Length;
            WalkPlain(caption);
            draft.Caption = Text.Length > at ? Span.Between(at, Text.Length - 1) : null;
        }
        var start = Text.Length;
        Text.InTable = true;
        foreach (var row in HtmlTables.Rows(table))
        {
            placer.NextRow();
            WriteRow(row, draft, placer);
        }
        Text.InTable = false;
        draft.Region = Span.Between(start, Math.Max(start, Text.Length - 1));
        if (placer.TooWide)
        {
            draft.Refuse(TooWide.Finding(draft.Region));
        }
        Tables.Add(draft);
    }

    private void WriteRow(IElement row, TableDraft draft, CellPlacer placer)
    {
        var inHead = row.ParentElement?.NodeName == "THEAD";
        var first = true;
        foreach (var cell in HtmlTables.Cells(row).Cast<IHtmlTableCellElement>())
        {
            if (!first)
            {
                Text.Separate('\t');
            }
            first = false;
            var start = Text.Length;
            Walk(cell);
            var span = Text.TrimmedSince(start);
            if (placer.Place(cell.RowSpan, cell.ColumnSpan) is { } place)
            {
                draft.Add(
                    new Cell(place.Row, place.Column, span)
                    {
                        RowSpan = place.RowSpan,
                        ColumnSpan = place.ColumnSpan,
                        Header = inHead || cell.NodeName == "TH",
                    }
                );
            }
        }
        Text.Separate('\n');
    }
}

/// <summary>What is kept of a page once it is read: nothing of it that the parser made.</summary>
internal sealed record ComposedPage(
    string Text,
    IReadOnlyList<(int Start, int Level)> Headings,
    IReadOnlyList<TableDraft> Tables,
    IReadOnlyList<string> Labels,
    IReadOnlyList<int> Cuts
);

using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>
/// Reads the blocks of a Word part in reading order, as the final version shows them: insertions are text, deletions
/// and hidden text are not. One forward pass; it counts list marks as it goes.
/// </summary>
internal sealed class WordBody(PartReader part, WordStyles styles, WordLists lists, WordNotes notes)
{
    private readonly WordRuns runs = new(part, styles, notes);
    private WordText? unfinished;
    private int nesting;

    /// <summary>What was left out or kept of the file's revisions.</summary>
    public WordRevisions Revisions => runs.Revisions;

    /// <summary>Hands over the blocks inside the element the reader stands on, a few at a time, in order.</summary>
    public void Each(Action<IReadOnlyList<WordBlock>> take)
    {
        var blocks = new List<WordBlock>();
        foreach (var name in part.Children())
        {
            Block(name, blocks);
            take(blocks);
            blocks.Clear();
        }
    }

    /// <summary>The blocks inside the element the reader stands on.</summary>
    public List<WordBlock> Blocks()
    {
        var blocks = new List<WordBlock>();
        Blocks(blocks);
        return blocks;
    }

    private void Blocks(List<WordBlock> blocks)
    {
        foreach (var name in part.Children())
        {
            Block(name, blocks);
        }
    }

    private void Block(string name, List<WordBlock> blocks)
    {
        switch (name)
        {
            case "p":
                Paragraph(blocks);
                break;
            case "tbl":
                Table(blocks);
                break;
            case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo" or "smartTag":
                Blocks(blocks);
                break;
            case "AlternateContent":
                Chosen(() => Blocks(blocks));
                break;
        }
    }

    /// <summary>Of alternatives the first, which a current Word shows; the others repeat it.</summary>
    private void Chosen(Action read)
    {
        foreach (var name in part.Children())
        {
            if (name == "Choice")
            {
                read();
            }
        }
    }

    private void Paragraph(List<WordBlock> blocks)
    {
        var text = unfinished ?? new WordText();
        unfinished = null;
        var look = new ParagraphLook(styles.DefaultParagraph);
        foreach (var name in part.Children())
        {
            if (name == "pPr")
            {
                look = ReadLook(look);
            }
            else
            {
                runs.Inline(name, text, look.Style, box => Blocks(box));
            }
        }
        if (look.MarkDeleted)
        {
            unfinished = text;
            return;
        }
        var mark = MarkOf(look, text);
        if (!styles.IsContents(look.Style) && (!text.IsEmpty || (nesting > 0 && mark.Length > 0)))
        {
            var bold = text.Bold.Select(span => new Span(span.Start + mark.Length, span.Length));
            var level = look.Level ?? styles.Level(look.Style);
            blocks.Add(new WordParagraph(mark + text, level) { Bold = [.. bold] });
        }
        blocks.AddRange(text.Boxes);
        foreach (var note in text.Notes)
        {
            blocks.Add(new WordNote(note));
        }
    }

    /// <summary>An empty paragraph counts in its list too, as long as its mark is shown.</summary>
    private string MarkOf(ParagraphLook look, WordText text)
    {
        if (look.MarkHidden && text.IsEmpty)
        {
            return "";
        }
        if (look.List is { } list)
        {
            return list == 0 ? "" : lists.Next(list, look.ListLevel ?? styles.List(look.Style)?.Level ?? 0);
        }
        return styles.List(look.Style) is var (styled, level, style)
            ? lists.Next(styled, look.ListLevel ?? level ?? lists.LevelOf(styled, style))
            : "";
    }

    private ParagraphLook ReadLook(ParagraphLook look)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "pStyle":
                    look = look with { Style = part.Attribute("val") };
                    break;
                case "outlineLvl":
                    look = look with { Level = part.Number("val") is >= 0 and < 9 and var outline ? outline + 1 : 0 };
                    break;
                case "numPr":
                    var (list, level) = WordStyles.ReadList(part);
                    look = look with { List = list ?? look.List, ListLevel = level };
                    break;
                case "rPr":
                    foreach (var mark in part.Children())
                    {
                        look = mark switch
                        {
                            "del" or "moveFrom" => look with { MarkDeleted = true },
                            "vanish" => look with { MarkHidden = part.Switch() },
                            _ => look,
                        };
                    }
                    break;
            }
        }
        return look;
    }

    private void Table(List<WordBlock> blocks)
    {
        nesting++;
        var rows = new List<WordRow>();
        var widths = new List<int>();
        TableParts(rows, widths);
        nesting--;
        if (rows.Count > 0)
        {
            blocks.Add(new WordTable(rows, widths));
        }
    }

    /// <summary>Rows may stand in content controls, custom markup and revisions.</summary>
    private void TableParts(List<WordRow> rows, List<int> widths)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "tblGrid":
                    foreach (var column in part.Children())
                    {
                        if (column == "gridCol")
                        {
                            widths.Add(part.Number("w") ?? 0);
                        }
                    }
                    break;
                case "tr":
                    Row(rows);
                    break;
                case "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo":
                    TableParts(rows, widths);
                    break;
            }
        }
    }

    private void Row(List<WordRow> rows)
    {
        var row = new WordRow(false, 0, new List<WordCell>());
        var deleted = false;
        RowParts((List<WordCell>)row.Cells, ref row, ref deleted);
        if (deleted)
        {
            Revisions.Deleted++;
        }
        else if (row.Cells.Count > 0)
        {
            rows.Add(row);
        }
    }

    private void RowParts(List<WordCell> cells, ref WordRow row, ref bool deleted)
    {
        foreach (var name in part.Children())
        {
            switch (name)
            {
                case "trPr":
                    foreach (var property in part.Children())
                    {
                        deleted |= property == "del";
                        row = property switch
                        {
                            "gridBefore" => row with { Before = Math.Max(0, part.Number("val") ?? 0) },
                            "tblHeader" => row with { Header = part.Switch() },
                            _ => row,
                        };
                    }
                    break;
                case "tc":
                    Cell(cells);
                    break;
                case "sdt" or "sdtContent" or "customXml":
                    RowParts(cells, ref row, ref deleted);
                    break;
            }
        }
    }

    private void Cell(List<WordCell> cells)
    {
        var width = 1;
        var down = Merge.None;
        var across = Merge.None;
        var deleted = false;
        var content = new List<WordBlock>();
        foreach (var name in part.Children())
        {
            if (name != "tcPr")
            {
                Block(name, content);
                continue;
            }
            foreach (var property in part.Children())
            {
                switch (property)
                {
                    case "gridSpan":
                        width = Math.Max(1, part.Number("val") ?? 1);
                        break;
                    case "vMerge":
                        down = part.Attribute("val") == "restart" ? Merge.Begins : Merge.GoesOn;
                        break;
                    case "hMerge":
                        across = part.Attribute("val") == "restart" ? Merge.Begins : Merge.GoesOn;
                        break;
                    case "cellDel":
                        deleted = true;
                        break;
                }
            }
        }
        if (across == Merge.GoesOn && cells.Count > 0)
        {
            cells[^1] = cells[^1] with { Width = cells[^1].Width + width };
        }
        else if (!deleted)
        {
            cells.Add(new WordCell(width, down, content));
        }
    }

    private sealed record ParagraphLook(string? Style)
    {
        public int? Level { get; init; }
        public int? List { get; init; }
        public int? ListLevel { get; init; }
        public bool MarkDeleted { get; init; }
        public bool MarkHidden { get; init; }
    }
}

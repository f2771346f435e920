using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>What a row with a single filled cell is.</summary>
internal readonly record struct LoneRow(LoneKind Kind)
{
    public string? Words { get; init; }
    public int Depth { get; init; }
    public UnitWords? Unit { get; init; }
}

internal enum LoneKind
{
    /// <summary>A section heading.</summary>
    Section,

    /// <summary>单位：万元, for the rows that follow.</summary>
    Unit,

    /// <summary>A note, or something without words.</summary>
    Nothing,

    /// <summary>An indicator none of whose cells holds a value.</summary>
    Row,
}

/// <summary>
/// Tells section headings from indicators without values. A heading is set apart (merged over the columns, bold, a list
/// mark, a colon at its end) or stands alone among rows with values; where bare names come in rows (the empty items of
/// a balance sheet), they are items.
/// </summary>
internal sealed class LoneRows(TableLayout layout)
{
    private readonly Grid grid = layout.Grid;
    private readonly bool bareAreItems = BareAreItems(layout) || MarksItsGroups(layout);

    public LoneRow Read(int row)
    {
        var cell = CellOf(grid, row);
        if (cell == Grid.None || !grid.BeginsIn(row, cell) || grid.Look(cell) != CellLook.Words)
        {
            return new LoneRow(LoneKind.Nothing);
        }
        var span = grid.Cells[cell].Span;
        if (CaptionReader.UnitOf(grid.Document, span) is { } unit)
        {
            return new LoneRow(LoneKind.Unit) { Unit = unit };
        }
        var text = NameReader.Read(grid.Document, span);
        if (IsNote(text.Words) || text.Words.Length > TableSettings.SectionLength)
        {
            return new LoneRow(LoneKind.Nothing);
        }
        return
            IsBare(layout, row, cell) && (bareAreItems || EndsSection(row, text.Words))
            || bareAreItems && IsListed(row, cell, text)
            ? new LoneRow(LoneKind.Row)
            : new LoneRow(LoneKind.Section) { Words = text.Words.TrimEnd('：', ':'), Depth = text.Depth };
    }

    /// <summary>
    /// Among items, （二）终止经营净利润 is one too, unless deeper ones are listed under it (1. 重新计量…). Not: 八、每股收益：.
    /// </summary>
    private bool IsListed(int row, int cell, NameWords text)
    {
        if (text.Depth < 0 || grid.Cells[cell].ColumnSpan > 1 || grid.Shown(cell)[^1] is '：' or ':')
        {
            return false;
        }
        var next = row + 1 < grid.Rows ? grid.At(row + 1, layout.Names!.Index) : Grid.None;
        return grid.IsEmpty(next) || NameReader.Read(grid.Document, grid.Cells[next].Span).Depth <= text.Depth;
    }

    /// <summary>当期変動額合計 in the row below ends the section that stands open: a heading has rows under it.</summary>
    private bool EndsSection(int row, string words)
    {
        var next = row + 1 < grid.Rows ? grid.At(row + 1, layout.Names!.Index) : Grid.None;
        return !grid.IsEmpty(next)
            && NameReader.Read(grid.Document, grid.Cells[next].Span).Words is var name
            && Sections.IsTotal(name)
            && !name.StartsWith(words, StringComparison.Ordinal);
    }

    /// <summary>
    /// 一、共享收入 and 二、固定收入, figures behind them, head the groups: a bare name among the rows is an item of theirs.
    /// </summary>
    private static bool MarksItsGroups(TableLayout layout)
    {
        var grid = layout.Grid;
        var marked = 0;
        var last = Math.Min(grid.Rows, layout.Header.Body + TableSettings.SampleRows);
        for (var row = layout.Header.Body; row < last && marked < 2; row++)
        {
            var cell = grid.At(row, layout.Names!.Index);
            var heads =
                HeaderReader.Filled(grid, row, 2) > 1
                && !grid.IsEmpty(cell)
                && NameReader.Read(grid.Document, grid.Cells[cell].Span).Depth == 0;
            marked += heads ? 1 : 0;
        }
        return marked > 1;
    }

    private static bool BareAreItems(TableLayout layout)
    {
        var grid = layout.Grid;
        var before = false;
        var last = Math.Min(grid.Rows, layout.Header.Body + TableSettings.SampleRows);
        for (var row = layout.Header.Body; row < last; row++)
        {
            var filled = HeaderReader.Filled(grid, row, 2);
            if (filled == 0)
            {
                continue;
            }
            var bare = filled == 1 && CellOf(grid, row) is var cell && IsBare(layout, row, cell);
            if (bare && before)
            {
                return true;
            }
            before = bare;
        }
        return false;
    }

    /// <summary>A name in its column and nothing else about it.</summary>
    private static bool IsBare(TableLayout layout, int row, int cell)
    {
        var grid = layout.Grid;
        var place = grid.Cells[cell];
        var written = grid.Document.Slice(place.Span);
        var shown = grid.Shown(cell);
        return grid.BeginsIn(row, cell)
            && place.ColumnSpan == 1
            && place.Column == layout.Names!.Index
            && grid.Look(cell) == CellLook.Words
            && !written.Contains("**", StringComparison.Ordinal)
            && !written.Contains("<b", StringComparison.OrdinalIgnoreCase)
            && !written.Contains("<strong", StringComparison.OrdinalIgnoreCase)
            && shown[^1] is not ('：' or ':')
            && NameReader.Read(grid.Document, place.Span).Depth < 0;
    }

    private static int CellOf(Grid grid, int row)
    {
        foreach (var cell in grid.Row(row))
        {
            if (!grid.IsEmpty(cell))
            {
                return cell;
            }
        }
        return Grid.None;
    }

    private static bool IsNote(string words) =>
        NoteMarks.Any(mark => words.StartsWith(mark, StringComparison.OrdinalIgnoreCase));

    private static readonly string[] NoteMarks =
    [
        "注",
        "备注",
        "说明",
        "资料来源",
        "数据来源",
        "Note",
        "Source",
        "Примечание",
        "（注）",
        "※",
    ];
}

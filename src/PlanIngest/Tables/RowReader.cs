using System.Buffers;
using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>Reads the body of a table whose rows are indicators or places, row by row.</summary>
internal sealed class RowReader(TableLayout layout, TableCell origin, TableFindings findings, RecordList records)
{
    private readonly Grid grid = layout.Grid;
    private readonly Document document = layout.Grid.Document;
    private readonly Sections sections = new();
    private readonly Inherited inherited = new(layout);
    private readonly string keyWords = TableKeys.Of(layout);
    private readonly RecordColumns[] groups = RecordColumns.Of(layout);
    private readonly Column names = layout.Names!;
    private readonly Column? ordinals = layout.Ordinals;
    private readonly Column? units = layout.Units;
    private readonly Column? natures = layout.Natures;
    private readonly Column? labels = layout.Labels;
    private readonly Column? years = layout.Years;
    private readonly bool datedColumns = layout.Values.Any(column =>
        column is { Period: not null, PeriodInferred: false }
    );
    private readonly Column[] conditions = Conditions.Columns(layout);
    private readonly Column? place = layout.Shape == TableShape.Indicators ? layout.First(ColumnRole.Place) : null;
    private readonly LoneRows lones = new(layout);
    private readonly ValueRefusals refusals = new(layout.Grid);
    private readonly Parents parents = new(layout);
    private readonly SlippedRows slipped = new(layout);
    private TableCaption caption = layout.Caption;
    private OpenRecord? open;

    /// <summary>Adds its records to those of the document.</summary>
    public void Read()
    {
        for (var row = layout.Header.Body; row < grid.Rows; row++)
        {
            if (!HeaderReader.Repeats(grid, layout.Header, row))
            {
                ReadRow(row);
            }
        }
        Close();
    }

    private void ReadRow(int row)
    {
        var filled = HeaderReader.Filled(grid, row, 2);
        if (filled == 0 || filled == 1 && ReadLone(row))
        {
            return;
        }
        inherited.Take(row);
        var nameCell = grid.At(row, names.Index);
        var name = grid.IsEmpty(nameCell) ? default : NameReader.Read(document, grid.Cells[nameCell].Span);
        if (!HasLetter(name.Words))
        {
            ReadUnnamed(row, nameCell);
            return;
        }
        if (IsContinued(row, nameCell))
        {
            return;
        }
        name = WithoutPeriod(name);
        var ordinal = OrdinalOf(row) ?? name.Ordinal;
        if (filled > 1 && IsSection(row, name, ordinal))
        {
            Enter(name.Depth >= 0 ? name.Depth : 0, name.Words);
            return;
        }
        if (open is { } same && labels is not null && same.NameCell == nameCell)
        {
            AddValues(row, same);
            return;
        }
        Close();
        if (Stacked.Read(grid, row, names, groups) is { } parts)
        {
            foreach (var part in parts)
            {
                Begin(row, nameCell, part.Name, ordinal, part);
                Close();
            }
            return;
        }
        sections.CloseBeside(parents.IsHead(name) ? Sections.All : name.Depth);
        Begin(row, nameCell, name, ordinal, null);
        if (slipped.Contains(row))
        {
            open!.Doubtful = true;
            findings.Contradicts(
                grid,
                row,
                "has cells that do not fit their columns (a figure under 属性 or 单位, 约束性 among the values); they have slipped, enter it by hand"
            );
        }
        else
        {
            AddValues(row, open!);
        }
        if (labels is null)
        {
            Close();
        }
    }

    /// <summary>到2025年森林覆盖率: the year is the row's, where its columns name none.</summary>
    private NameWords WithoutPeriod(NameWords name)
    {
        rowPeriod = null;
        if (datedColumns)
        {
            return name;
        }
        foreach (var mention in PeriodReader.FindAll(document.Shown, name.Span, DocumentHead.Unknown))
        {
            var start = mention.Span.Start;
            var leads =
                start == name.Span.Start || start == name.Span.Start + 1 && document.Shown[start - 1] is '到' or '至';
            if (leads && mention is { Sense: PeriodSense.Date, Period: not null } && mention.Span.End < name.Span.End)
            {
                rowPeriod = mention;
                var rest = Words.Trim(document.Shown, Span.Between(mention.Span.End, name.Span.End));
                return name with { Words = Words.Join(document.Shown, rest).TrimStart('，', ',', '的'), Span = rest };
            }
        }
        return name;
    }

    private PeriodMention? rowPeriod;

    private static bool HasLetter(string? words) => words is not null && words.Any(char.IsLetter);

    /// <summary>A row with one filled cell; false where it is an indicator without values.</summary>
    private bool ReadLone(int row)
    {
        var lone = lones.Read(row);
        switch (lone.Kind)
        {
            case LoneKind.Section:
                Enter(lone.Depth, lone.Words!);
                break;
            case LoneKind.Unit:
                caption = caption with { Unit = lone.Unit };
                break;
        }
        return lone.Kind != LoneKind.Row;
    }

    private void Enter(int depth, string words)
    {
        Close();
        sections.Enter(depth, words);
        inherited.Forget();
        parents.Forget();
    }

    /// <summary>一 | 经济发展 | | |: a numbered heading with nothing behind it.</summary>
    private bool IsSection(int row, NameWords name, string? ordinal)
    {
        if (name.IsPart || name.Unit is not null)
        {
            return false;
        }
        var chinese = ordinal is { Length: > 0 } && ordinal.AsSpan().IndexOfAnyExcept(ChineseOrdinal) < 0;
        return chinese && HeaderReader.Filled(grid, row, 3) <= 2 && !HasFigure(row);
    }

    private static readonly SearchValues<char> ChineseOrdinal = SearchValues.Create("一二三四五六七八九十（）()、 ");

    /// <summary>Every cell of the row is merged down from above: it says nothing of its own.</summary>
    private bool IsContinued(int row, int nameCell)
    {
        if (grid.BeginsIn(row, nameCell) || labels is not null || years is not null)
        {
            return false;
        }
        foreach (var cell in grid.Row(row))
        {
            if (!grid.IsEmpty(cell) && grid.BeginsIn(row, cell))
            {
                return false;
            }
        }
        return true;
    }

    private string? OrdinalOf(int row)
    {
        if (
            ordinals is null
            || grid.At(row, ordinals.Index) is var cell && (grid.IsEmpty(cell) || cell == grid.At(row, names.Index))
        )
        {
            return null;
        }
        return Words.Join(document.Shown, grid.Cells[cell].Span).TrimEnd('.', '、', '．', ' ');
    }

    /// <summary>
    /// A row without a name: the next line of the indicator above where a label or a lost merge says so, else a
    /// finding when it holds values.
    /// </summary>
    private void ReadUnnamed(int row, int nameCell)
    {
        if (open is { } same && labels is not null && grid.IsEmpty(nameCell))
        {
            AddValues(row, same);
            return;
        }
        if (!HasFigure(row))
        {
            return;
        }
        findings.Contradicts(grid, row, "has values but no name; give it one or merge it with the row it belongs to");
    }

    private bool HasFigure(int row) =>
        groups.Any(group => group.Columns.Any(column => grid.Look(grid.At(row, column.Index)) == CellLook.Number));

    private void Begin(int row, int nameCell, NameWords name, string? ordinal, StackedRow? stacked)
    {
        var unit =
            units is null || grid.IsEmpty(grid.At(row, units.Index))
                ? null
                : UnitReader.Declared(document, grid.Cells[grid.At(row, units.Index)].Span);
        var parent = parents.Of(name, ordinal, unit);
        var full = FullName(row, name, parent);
        var category = new List<string>();
        sections.AddTo(category);
        inherited.AddCategory(row, names.Index, category);
        open = new OpenRecord
        {
            NameCell = nameCell,
            Name = name,
            FullName = full,
            Unit = unit,
            ParentUnit = parent?.Unit,
            Ordinal = ordinal,
            Category = category,
            Nature = name.Nature ?? NatureOf(row, category),
            Responsible = inherited.Responsible(row),
            Doubtful = name.Doubtful,
            Observations = EmptyLists(),
        };
        open.Grow(RowSpan(row));
        if (stacked is not null)
        {
            AddStacked(row, open, stacked);
        }
        if (parent is null)
        {
            parents.Take(new Parent(full, ordinal, name.Unit ?? unit, parents.IndentOf(name)));
        }
    }

    private List<Observation>[] EmptyLists()
    {
        var lists = new List<Observation>[groups.Length];
        for (var group = 0; group < lists.Length; group++)
        {
            lists[group] = new List<Observation>(groups[group].Columns.Count);
        }
        return lists;
    }

    /// <summary>Its own column's, or that of the group it stands in (一、约束性指标).</summary>
    private Nature? NatureOf(int row, List<string> category)
    {
        if (natures is not null)
        {
            return Natures.Read(inherited.Text(row, natures));
        }
        foreach (var group in category)
        {
            if (Natures.Read(group) is { } nature)
            {
                return nature;
            }
        }
        return null;
    }

    private string FullName(int row, NameWords name, Parent? parent) =>
        parent is not null ? Words.Together(parent.Name, name.Words)
        : place is not null && place.Index != names.Index
            ? Words.Together(NameReader.Read(document, SpanAt(row, place)).Words, name.Words)
        : NameReader.IsNumeral(name.Words) && names.Path is [.., var header] ? header.Folded + name.Words
        : name.Words;

    private Span SpanAt(int row, Column column) =>
        grid.At(row, column.Index) is var cell and not Grid.None ? grid.Cells[cell].Span : default;

    private void AddValues(int row, OpenRecord record)
    {
        record.Grow(RowSpan(row));
        for (var group = 0; group < groups.Length; group++)
        {
            var words = RowWordsOf(row, record, groups[group]);
            var unlabelled = words.Speaks is null ? words : words with { Speaks = null };
            var last = Grid.None;
            foreach (var column in groups[group].Columns)
            {
                var cell = grid.At(row, column.Index);
                if (cell == last || grid.IsEmpty(cell))
                {
                    continue;
                }
                last = cell;
                ReadValue(row, column, cell, column.Role == ColumnRole.Baseline ? unlabelled : words, record, group);
            }
        }
    }

    private void ReadValue(int row, Column column, int cell, RowWords words, OpenRecord record, int group)
    {
        var look = grid.Look(cell);
        if (look == CellLook.Missing || grid.Shown(cell).Trim() is "一")
        {
            // 一 is what a scan makes of a dash.
            return;
        }
        if (refusals.Of(cell, look) is { } reason)
        {
            record.Doubtful |= look == CellLook.Words;
            findings.Contradicts(grid, row, reason);
            return;
        }
        var at = origin.At(row, column.Index);
        if (!CellReader.Read(grid, at, cell, words, column, record.Observations[group]) && look == CellLook.Number)
        {
            findings.Contradicts(grid, row, refusals.NoQuantity(cell));
        }
    }

    private void AddStacked(int row, OpenRecord record, StackedRow stacked)
    {
        foreach (var (group, column, span) in stacked.Values)
        {
            var cell = grid.At(row, column.Index);
            CellReader.ReadPart(
                grid,
                origin.At(row, column.Index),
                cell,
                span,
                RowWordsOf(row, record, groups[group]),
                column,
                record.Observations[group]
            );
        }
        record.Doubtful = true;
    }

    private RowWords RowWordsOf(int row, OpenRecord record, RecordColumns group)
    {
        var year = years is null ? rowPeriod : inherited.YearAt(row, years);
        return new RowWords
        {
            Name = record.Name,
            FullName = group.NameFor(record.FullName, layout.Caption),
            Caption = caption,
            UnitColumn = record.Unit,
            ParentUnit = record.ParentUnit,
            HeaderHoldsIndicator = layout.Shape == TableShape.Places,
            Speaks = labels is null ? null : RowLabels.Read(inherited.Text(row, labels)),
            Period = year?.Period,
            PeriodSpan = year?.Span,
            Series = Conditions.SeriesOf(grid, row, conditions, caption.Scope),
        };
    }

    private Span RowSpan(int row)
    {
        Span? span = null;
        foreach (var cell in grid.Row(row))
        {
            if (grid.BeginsIn(row, cell) && !grid.SpanOf(cell).IsEmpty)
            {
                span = span is { } before ? before.Union(grid.SpanOf(cell)) : grid.SpanOf(cell);
            }
        }
        return span ?? grid.Cells[grid.At(row, names.Index)].Span;
    }

    private void Close()
    {
        if (open is null)
        {
            return;
        }
        RecordWriter.Write(open, groups, layout, keyWords, grid.Cells[open.NameCell].Place, records);
        sections.CloseAfter(open.Name.Words);
        open = null;
    }
}

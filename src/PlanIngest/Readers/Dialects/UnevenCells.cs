using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A table written one cell a line whose rows are not all of one length: names or offices broken over two lines, cells
/// left out where they were empty, groups before their first row only, parts without a number. Of all ways to deal the
/// cells out to the columns the one that supposes least is read; what it leaves open is left out and said.
/// </summary>
internal sealed class UnevenCells
{
    private const int FewestRows = 3;

    /// <summary>Longer tables are left to the cycles; the search keeps every row in mind.</summary>
    private const int MostCells = 6000;

    private readonly TextLines lines;
    private readonly IReadOnlyList<CellLine> cells;
    private readonly UnevenHeader header;
    private readonly Dictionary<(int At, int Number, bool InParts), Plan> plans = [];
    private readonly TableDraft draft = new();
    private readonly HashSet<int> sections = [];

    private UnevenCells(TextLines lines, IReadOnlyList<CellLine> cells, UnevenHeader header) =>
        (this.lines, this.cells, this.header) = (lines, cells, header);

    /// <summary>The best that can be made of the cells from one on: how far it reaches and what it costs.</summary>
    /// <param name="IsOpen">Rows of another length would do as well.</param>
    private sealed record Plan(int Reach, int Cost, UnevenRow? Row, bool IsOpen);

    /// <summary>Null where no header is known or no rows fit it; else the table with its first and its last cell.</summary>
    public static (TableDraft Draft, int First, int Last)? Find(TextLines lines, IReadOnlyList<CellLine> cells) =>
        cells.Count <= MostCells && UnevenHeader.Find(lines, cells) is { } header
            ? new UnevenCells(lines, cells, header).Read()
            : null;

    private (TableDraft Draft, int First, int Last)? Read()
    {
        foreach (var (column, cell) in header.Cells.Index())
        {
            draft.Add(new Cell(0, column, cell) { Header = true });
        }
        var (at, number, parts, rows, open) = (header.End, 1, false, 0, false);
        while (Best(at, number, parts) is { Row: { } row } plan)
        {
            AddSections(at, row.Start);
            Add(row, number, parts);
            open |= plan.IsOpen;
            (at, number, parts, rows) = (row.End, NumberOf(row, number) + 1, IsUnnumbered(row), rows + 1);
        }
        if (rows < FewestRows)
        {
            return null;
        }
        if (open)
        {
            draft.Refuse(
                Finding("table-unreadable", "Where its rows begin", cells[header.First].Span.Union(cells[at - 1].Span))
            );
        }
        MergeGroups();
        return (draft, header.First, at - 1);
    }

    /// <summary>A group reaches to the next one, to the next of a column outside it, or to a section heading.</summary>
    private void MergeGroups()
    {
        draft.Replace(
            draft.Cells.Select(cell =>
            {
                if (cell.Row == 0 || header.Kinds[cell.Column] != UnevenKind.Group || sections.Contains(cell.Row))
                {
                    return cell;
                }
                var end = draft
                    .Cells.Where(other => other.Row > cell.Row)
                    .Where(other =>
                        sections.Contains(other.Row)
                        || other.Column <= cell.Column && header.Kinds[other.Column] == UnevenKind.Group
                    )
                    .Select(other => other.Row)
                    .Append(draft.Rows)
                    .Min();
                return end - cell.Row > 1 ? cell with { RowSpan = end - cell.Row, Inferred = true } : cell;
            })
        );
    }

    private Plan Best(int at, int number, bool inParts)
    {
        if (plans.TryGetValue((at, number, inParts), out var known))
        {
            return known;
        }
        var best = new Plan(at, 0, null, false);
        foreach (var row in RowsAt(at, number, inParts))
        {
            var rest = Best(row.End, NumberOf(row, number) + 1, IsUnnumbered(row));
            var plan = new Plan(rest.Reach, rest.Cost + row.Cost, row, rest.IsOpen);
            if (plan.Reach > best.Reach || plan.Reach == best.Reach && plan.Cost < best.Cost)
            {
                best = plan;
            }
            else if (plan.Reach == best.Reach && plan.Cost == best.Cost && row.End != best.Row?.End)
            {
                best = best with { IsOpen = true };
            }
        }
        return plans[(at, number, inParts)] = best;
    }

    /// <summary>Behind a section heading or a repeated header, where one stands there.</summary>
    private List<UnevenRow> RowsAt(int at, int number, bool inParts)
    {
        var start = at;
        while (Skipped(start) is > 0 and var skipped)
        {
            start += skipped;
        }
        return UnevenRow.At(
            lines,
            cells,
            header,
            start,
            number,
            isFirst: at == header.End,
            restarts: start > at,
            inParts
        );
    }

    /// <summary>How many cells at a place are no row: the header again, behind a page break, or 一、健康水平.</summary>
    private int Skipped(int at)
    {
        var again = header.End - header.First;
        if (
            at + again <= cells.Count
            && Enumerable
                .Range(0, again)
                .All(step =>
                    lines.Slice(cells[at + step].Span).SequenceEqual(lines.Slice(cells[header.First + step].Span))
                )
        )
        {
            return again;
        }
        return at < cells.Count && IsSection(at) ? 1 : 0;
    }

    private bool IsSection(int at) =>
        ListMark.Read(lines.Slice(cells[at].Span)) is { Kind: ListMarkKind.Chinese or ListMarkKind.ChineseInBrackets };

    private void AddSections(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (IsSection(at))
            {
                sections.Add(draft.Rows);
                draft.AddRow([cells[at].Span]);
            }
        }
    }

    private bool IsUnnumbered(UnevenRow row) => row.Ordinal(header) < 0;

    private int NumberOf(UnevenRow row, int number) =>
        row.Ordinal(header) is >= 0 and var at ? CellWords.Ordinal(lines.Slice(cells[at].Span)) : number - 1;

    /// <summary>The cells that every way alike in length and cost gives to the same columns; without its name none.</summary>
    private void Add(UnevenRow row, int number, bool inParts)
    {
        var others = UnevenRow
            .At(lines, cells, header, row.Start, number, draft.Rows == 1, restarts: true, inParts)
            .Where(other => other.End == row.End && other.Cost == row.Cost)
            .ToList();
        var placed = Enumerable.Range(0, header.Columns).Select(column => row.Place(column)).ToList();
        var sure = placed.Select((place, column) => others.TrueForAll(other => other.Place(column) == place)).ToList();
        var span = cells[row.Start].Span.Union(cells[row.End - 1].Span);
        if (sure.Contains(false))
        {
            draft.Report(Finding("table-row-contradicts", "Which column some of its cells belong to", span));
        }
        if (!sure[header.Name])
        {
            return;
        }
        var at = draft.Rows;
        for (var column = 0; column < header.Columns; column++)
        {
            if (sure[column] && placed[column] is (var first, > 0 and var count))
            {
                draft.Add(new Cell(at, column, cells[first].Span.Union(cells[first + count - 1].Span)));
            }
        }
    }

    private static Finding Finding(string code, string what, Span span) =>
        new(
            Severity.Warning,
            code,
            $"{what} cannot be told: cells are missing, or broken over lines; enter the rest by hand.",
            span
        );
}

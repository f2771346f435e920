using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>One of several rows that a converter ran into one.</summary>
internal sealed record StackedRow(NameWords Name, IReadOnlyList<(int Group, Column Column, Span Span)> Values);

/// <summary>
/// Rows run into one another: the name cell holds several names, each with its unit, and each value cell as many
/// figures (草原载畜量／头·hm-2 土壤含盐量／g·kg-1 | 0.29 4.00). Anything less even is not cut.
/// </summary>
internal static class Stacked
{
    public static IReadOnlyList<StackedRow>? Read(Grid grid, int row, Column names, RecordColumns[] groups)
    {
        var cell = grid.Cells[grid.At(row, names.Index)].Span;
        var parts = Names(grid.Document, cell);
        if (parts is null)
        {
            return null;
        }
        var values = parts.Select(_ => new List<(int, Column, Span)>()).ToArray();
        for (var group = 0; group < groups.Length; group++)
        {
            foreach (var column in groups[group].Columns)
            {
                var place = grid.At(row, column.Index);
                if (grid.Look(place) is CellLook.Empty or CellLook.Missing)
                {
                    continue;
                }
                var figures = Pieces(grid.Document.Shown, grid.Cells[place].Span);
                if (figures.Count != parts.Count)
                {
                    continue;
                }
                for (var index = 0; index < figures.Count; index++)
                {
                    values[index].Add((group, column, figures[index]));
                }
            }
        }
        return [.. parts.Select((name, index) => new StackedRow(name, values[index]))];
    }

    /// <summary>Names each with a unit behind a stroke or in brackets, parted by white space; null where it is one.</summary>
    private static List<NameWords>? Names(Document document, Span cell)
    {
        var shown = document.Shown;
        var span = Words.Trim(shown, cell);
        if (shown.AsSpan(span.Start, span.Length).IndexOfAny(" \n\u3000") < 0)
        {
            return null;
        }
        var names = new List<NameWords>();
        var start = span.Start;
        for (var at = span.Start; at <= span.End; at++)
        {
            if (at < span.End && !White.Is(shown[at]))
            {
                continue;
            }
            var name = NameReader.Read(document, Span.Between(start, at));
            // 头·hm -²: a space inside the unit; the name goes on.
            var goesOn = at + 1 < span.End && !char.IsLetter(shown[at + 1]);
            if (!goesOn && name is { Unit: not null, Words.Length: > 1 })
            {
                names.Add(name);
                start = at + 1;
            }
        }
        return names.Count > 1 && start > span.End ? names : null;
    }

    private static List<Span> Pieces(string shown, Span cell)
    {
        var pieces = new List<Span>();
        var start = cell.Start;
        for (var at = cell.Start; at <= cell.End; at++)
        {
            if (at == cell.End || Words.IsSpace(shown[at]))
            {
                if (at > start)
                {
                    pieces.Add(Span.Between(start, at));
                }
                start = at + 1;
            }
        }
        return pieces;
    }
}

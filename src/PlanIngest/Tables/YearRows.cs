using PlanIngest.Model;
using PlanIngest.Periods;

namespace PlanIngest.Tables;

/// <summary>
/// Reads a table whose rows are years: each indicator of the header is one record, with an observation for each year. A
/// lone row of figures under names is read the same, without a year.
/// </summary>
internal static class YearRows
{
    public static List<IndicatorRecord> Read(TableLayout layout, TableCell origin)
    {
        List<YearRow> rows = layout.Years is null ? [new YearRow(layout.Header.Body)] : Years(layout);
        var keyWords = TableKeys.Of(layout);
        var records = new List<IndicatorRecord>();
        foreach (var group in RecordColumns.Of(layout))
        {
            var observations = new List<Observation>();
            var header = group.Columns[0].HeaderSpan ?? layout.Grid.Table.Span;
            var (name, outer) = NameOf(group, layout.Caption, alone: layout.Years is null);
            foreach (var year in rows)
            {
                foreach (var column in group.Columns)
                {
                    if (WholeOf(layout.Grid, rows, year, column) is { } whole)
                    {
                        ReadValue(layout, origin, whole, column, name, header, observations);
                    }
                }
            }
            if (observations.Count > 0 && name.Length > 0)
            {
                records.Add(Record(observations, name, outer, header, keyWords));
            }
        }
        return records;
    }

    /// <summary>
    /// A figure merged over the rows of 1953 to 1957 is said once, of all the years together; null in the rows it goes
    /// on in. Not: a figure merged over two schemes of one year.
    /// </summary>
    private static YearRow? WholeOf(Grid grid, List<YearRow> rows, YearRow year, Column column)
    {
        var cell = grid.At(year.Row, column.Index);
        if (cell == Grid.None || grid.Cells[cell].RowSpan == 1)
        {
            return year;
        }
        var years = rows.FindAll(row => grid.At(row.Row, column.Index) == cell);
        var (first, last) = (years.Min(row => row.Period?.Start.Year), years.Max(row => row.Period?.LastYear));
        return years.Exists(row => row.Speaks != year.Speaks) ? year
            : years[0].Row != year.Row ? null
            : first is { } from && last is { } to && from < to ? year with { Period = Period.Years(from, to) }
            : year;
    }

    private static void ReadValue(
        TableLayout layout,
        TableCell origin,
        YearRow year,
        Column column,
        string name,
        Span header,
        List<Observation> into
    )
    {
        var cell = layout.Grid.At(year.Row, column.Index);
        if (layout.Grid.Look(cell) is not (CellLook.Number or CellLook.Year or CellLook.Words))
        {
            return;
        }
        var words = new RowWords
        {
            Name = new NameWords(name, header),
            FullName = name,
            Caption = layout.Caption,
            HeaderHoldsIndicator = true,
            Speaks = year.Speaks,
            Period = year.Period,
            PeriodSpan = year.Span,
            Series = year.Series,
        };
        CellReader.Read(layout.Grid, origin.At(year.Row, column.Index), cell, words, column, into);
    }

    private static IndicatorRecord Record(
        List<Observation> observations,
        string name,
        IReadOnlyList<string> outer,
        Span header,
        string keyWords
    ) =>
        new()
        {
            Name = name,
            Unit = RecordWriter.UnitOf(observations),
            Category = outer,
            Origin = Origin.Table,
            Tier = RecordWriter.TierOf(name, observations),
            Observations = observations,
            Span = header.Union(observations[^1].Span),
            Place = observations[0].Place,
            Flags = RecordWriter.FlagsOf(observations, false),
            KeyWords = keyWords,
        };

    /// <summary>The innermost words name it; 数值 and the like are no words. What stands over it is its category.</summary>
    private static (string Name, IReadOnlyList<string> Outer) NameOf(
        RecordColumns group,
        TableCaption caption,
        bool alone
    ) =>
        group.Measure is not { } measure ? (caption.Indicator, [])
        : alone && group.Columns.All(column => column.Unit is null) ? (Words.Together(measure, caption.Indicator), [])
        : (measure, group.Group is { } outer ? [outer] : []);

    private readonly record struct YearRow(
        int Row,
        Period? Period = null,
        Span? Span = null,
        Role? Speaks = null,
        string? Series = null
    );

    private static List<YearRow> Years(TableLayout layout)
    {
        var grid = layout.Grid;
        var years = layout.Years!;
        var stubs = layout
            .Columns.Where(column => column.Role == ColumnRole.Category && column.Index < years.Index)
            .ToArray();
        var rows = new List<YearRow>();
        var above = new Dictionary<int, int>();
        for (var row = layout.Header.Body; row < grid.Rows; row++)
        {
            var cell = grid.At(row, years.Index);
            if (
                grid.IsEmpty(cell)
                || PeriodReader.ReadHeader(grid.Document.Shown, grid.Cells[cell].Span, DocumentHead.Unknown)
                    is not { Period: { } period } mention
            )
            {
                continue;
            }
            var words = StubWords(grid, row, stubs, above);
            var speaks = RowLabels.ReadDated(grid.Text(cell)) ?? RoleOf(layout, period, words);
            rows.Add(new YearRow(row, period, mention.Span, speaks, words.Count > 0 ? words[^1] : null));
        }
        var repeated = rows.GroupBy(row => row.Period)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        return [.. rows.Select(row => repeated.Contains(row.Period) ? row : row with { Series = null })];
    }

    /// <summary>一五计划 | 第一次计划: the words before the year, merged cells and lost merges filled.</summary>
    private static List<string> StubWords(Grid grid, int row, Column[] stubs, Dictionary<int, int> above)
    {
        var words = new List<string>();
        var begins = false;
        foreach (var stub in stubs)
        {
            var cell = grid.At(row, stub.Index);
            if (!grid.IsEmpty(cell))
            {
                above[stub.Index] = cell;
                begins = true;
            }
            else if (begins || grid.Merged)
            {
                above.Remove(stub.Index);
            }
            if (above.TryGetValue(stub.Index, out var filled))
            {
                words.Add(Words.Join(grid.Document.Shown, grid.Cells[filled].Span));
            }
        }
        return words;
    }

    private static Role RoleOf(TableLayout layout, Period period, List<string> words) =>
        words.Any(word =>
            word.Contains("计划", StringComparison.Ordinal) || word.Contains("规划", StringComparison.Ordinal)
        )
            ? Role.Target
            : layout.Context.ByDate(period, goals: false);
}

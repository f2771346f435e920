namespace PlanIngest.Tables;

/// <summary>The columns of values that make one record of a row: those of one measure.</summary>
internal sealed record RecordColumns(string? Measure, IReadOnlyList<string> Groups, IReadOnlyList<Column> Columns)
{
    /// <summary>A place alone is no indicator: the header or the caption names it.</summary>
    private bool OfPlace { get; init; }

    public static RecordColumns[] Of(TableLayout layout)
    {
        var groups = new List<RecordColumns>();
        var places = layout.Shape == TableShape.Places;
        foreach (var column in layout.Values)
        {
            // 增长% beside a place's figure belongs to the figure left of it.
            var measure =
                column.Measure ?? (places && column.Role == ColumnRole.Change && groups.Count > 0 ? groups[^1].Measure : null);
            var index = groups.FindIndex(group => group.Measure == measure && group.Groups.SequenceEqual(column.Groups));
            if (index < 0 && column.Measure is null && measure is not null)
            {
                index = groups.Count - 1;
            }
            if (index < 0)
            {
                groups.Add(new RecordColumns(measure, column.Groups, [column]) { OfPlace = places });
            }
            else
            {
                groups[index] = groups[index] with { Columns = [.. groups[index].Columns, column] };
            }
        }
        return [.. groups];
    }

    public string NameFor(string row, TableCaption caption) =>
        Measure is { } measure ? Words.Together(row, measure)
        : OfPlace ? Words.Together(row, caption.Indicator)
        : row;
}

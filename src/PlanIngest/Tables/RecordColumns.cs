namespace PlanIngest.Tables;

/// <summary>The columns of values that make one record of a row: those of one measure.</summary>
internal sealed record RecordColumns(string? Measure, string? Group, IReadOnlyList<Column> Columns)
{
    /// <summary>A place alone is no indicator: the header or the caption names it.</summary>
    private bool OfPlace { get; init; }

    public static RecordColumns[] Of(TableLayout layout)
    {
        var groups = new List<RecordColumns>();
        var places = layout.Shape == TableShape.Places;
        foreach (var column in layout.Values)
        {
            var index = groups.FindIndex(group => group.Measure == column.Measure && group.Group == column.Group);
            if (index < 0)
            {
                groups.Add(new RecordColumns(column.Measure, column.Group, [column]) { OfPlace = places });
            }
            else
            {
                groups[index] = groups[index] with { Columns = [.. groups[index].Columns, column] };
            }
        }
        return [.. groups];
    }

    public string NameFor(string row, TableCaption caption) =>
        // 合计 in a table of what the caption names is the whole of that.
        OfPlace && (Measure is "合计" or "总计" or "总量") && caption.Indicator.Length > 0
            ? Words.Together(row, caption.Indicator)
        : Measure is { } measure ? Words.Together(row, measure)
        : OfPlace ? Words.Together(row, caption.Indicator)
        : row;
}

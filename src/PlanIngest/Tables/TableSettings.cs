namespace PlanIngest.Tables;

/// <summary>Every tolerance of the table stage, each with the reason for its number.</summary>
internal static class TableSettings
{
    /// <summary>Header rows: four levels, and one row of column numbers (1 2 3 …) under them.</summary>
    public const int HeaderRows = 5;

    /// <summary>Rows over the header that are no header: a title, its second line, a unit line.</summary>
    public const int TitleRows = 4;

    /// <summary>Body rows looked at to tell what a column holds; more would only cost time on tables of a million rows.</summary>
    public const int SampleRows = 120;

    /// <summary>Of the filled cells of a column without a known header, so many must be numbers to make it one of values:
    /// goals in words stand among numbers, but seldom outnumber them.</summary>
    public const double NumbersShare = 0.5;

    /// <summary>So many of a column's filled cells must be of one kind (years, natures, role words) to name it after them.</summary>
    public const double SameKindShare = 0.8;

    /// <summary>A column filled in no more than so many rows has lost the merges of its cells: one office for two rows
    /// at least, on the whole.</summary>
    public const double SparseShare = 0.67;

    /// <summary>A section heading is a phrase; a longer lone cell is a note.</summary>
    public const int SectionLength = 48;

    /// <summary>A goal in words is a phrase; columns of longer text are duties (工作目标: 到年底前完成…).</summary>
    public const int GoalLength = 24;

    /// <summary>A merged cell may not blow a small table up: so many grid places for each cell, and a free allowance.</summary>
    public const long PlacesPerCell = 64;
    public const long FreePlaces = 1 << 20;

    /// <summary>Findings of one table; a broken table of a million rows says so once, not a million times.</summary>
    public const int FindingsPerTable = 12;
}

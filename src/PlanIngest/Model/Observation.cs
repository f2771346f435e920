namespace PlanIngest.Model;

/// <summary>
/// One value said of an indicator, for one role and period. Its raw words are <c>document.Slice(Span)</c>: nothing
/// without a quote.
/// </summary>
public sealed record Observation
{
    /// <summary>Empty until the record stage gives it (<c>target-2025</c>).</summary>
    public string Id { get; init; } = "";
    public required Role Role { get; init; }
    public required Period? Period { get; init; }
    public required Quantity Quantity { get; init; }

    /// <summary>From the comparator to the unit.</summary>
    public required Span Span { get; init; }
    public Place? Place { get; init; }

    /// <summary>1-based table, row and column; null in prose.</summary>
    public TableCell? Cell { get; init; }

    /// <summary>The header's words that tell a column from its neighbours where role and period do not.</summary>
    public string? Series { get; init; }

    /// <summary>The value reached, where the record itself lets it be known and the quantity is no plain number.</summary>
    public Level? Level { get; init; }
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>Why it was read so: for showing to a reviewer, never written to the output.</summary>
    public Evidence Evidence { get; init; }
}

public readonly record struct TableCell(int Table, int Row, int Column)
{
    /// <summary>The cell so many rows and columns (from 0) on from this place, which counts them from 0.</summary>
    public TableCell At(int row, int column) => new(Table, Row + row + 1, Column + column + 1);
}

public sealed record Level(Comparator Comparator, decimal Value, string? Unit);

/// <summary>The name of the rule that read an observation and the spans that gave it meaning.</summary>
public readonly record struct Evidence(string? Rule)
{
    public Span? Name { get; init; }
    public Span? Header { get; init; }
    public Span? Unit { get; init; }
    public Span? Period { get; init; }
}

public enum Role
{
    Baseline,
    Actual,
    Target,
}

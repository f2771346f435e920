using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>What the words of a row give to each of its values.</summary>
internal sealed record RowWords
{
    public required NameWords Name { get; init; }

    /// <summary>The record's name: with the parent of a part, the place before an indicator, a measure behind it.</summary>
    public required string FullName { get; init; }
    public required TableCaption Caption { get; init; }
    public UnitWords? UnitColumn { get; init; }
    public UnitWords? ParentUnit { get; init; }

    /// <summary>The row is a place or a year: the indicator and its unit stand in the header.</summary>
    public bool HeaderHoldsIndicator { get; init; }

    /// <summary>Set by a label in the row (Targets / Actual Achieved).</summary>
    public Role? Speaks { get; init; }

    /// <summary>Set by a year in the row.</summary>
    public Period? Period { get; init; }
    public Span? PeriodSpan { get; init; }

    /// <summary>Set by other words of the row (第一次计划).</summary>
    public string? Series { get; init; }
    public Span? NameSpan => Name.Span.IsEmpty ? null : Name.Span;
}

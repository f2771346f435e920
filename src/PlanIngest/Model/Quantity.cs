namespace PlanIngest.Model;

/// <summary>
/// The contract's quantity, one for one. Which members apply depends on <see cref="Kind"/>; the others are null.
/// Values are in base units (3.36万人 is 33600 with unit 人) and exact.
/// </summary>
public sealed record Quantity
{
    public required QuantityKind Kind { get; init; }
    public Comparator? Comparator { get; init; }
    public decimal? Value { get; init; }

    /// <summary>Of a range, in place of <see cref="Value"/>.</summary>
    public decimal? Low { get; init; }
    public decimal? High { get; init; }

    /// <summary>Base unit; null where the words give none.</summary>
    public string? Unit { get; init; }
    public bool Approximate { get; init; }

    /// <summary>Of a change.</summary>
    public Change? Change { get; init; }

    /// <summary>Of a reference, grade or text: the words (<c>baseline</c> for the row's own baseline).</summary>
    public string? Words { get; init; }

    public static Quantity Number(decimal value, string? unit, Comparator comparator = Model.Comparator.Equal) =>
        new()
        {
            Kind = QuantityKind.Number,
            Comparator = comparator,
            Value = value,
            Unit = unit,
        };
}

public enum QuantityKind
{
    Number,
    Range,
    Change,
    Reference,
    Grade,
    Text,
}

/// <summary>=, >=, &lt;=, >, &lt;.</summary>
public enum Comparator
{
    Equal,
    AtLeast,
    AtMost,
    MoreThan,
    LessThan,
}

/// <summary>How a change is meant. <see cref="Basis"/>: <c>baseline</c>, <c>previous</c>, a year, or null.</summary>
public sealed record Change(ChangeDirection Direction, ChangeMode Mode, string? Basis, ChangePer? Per);

public enum ChangeDirection
{
    Increase,
    Decrease,
}

public enum ChangeMode
{
    Relative,
    Absolute,
    Points,
    Multiple,
}

public enum ChangePer
{
    Year,
    Quarter,
    Month,
}

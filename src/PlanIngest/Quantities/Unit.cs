namespace PlanIngest.Quantities;

/// <summary>What a number with the unit can be: the second column of meaning of <c>units.tsv</c>.</summary>
internal enum UnitKind : byte
{
    /// <summary>No unit is printed.</summary>
    None,

    /// <summary>Classifiers and persons: counted one by one.</summary>
    Count,
    Measure,

    /// <summary>Sizes of machines and lines (千伏, 蒸吨): mostly part of a name.</summary>
    Equipment,
    Money,
    Rate,
    Points,

    /// <summary>倍.</summary>
    Times,

    /// <summary>番.</summary>
    Folds,

    /// <summary>成: tenths.</summary>
    Tenths,
    Score,
    Time,

    /// <summary>年 as a length of time.</summary>
    Years,
    Age,

    /// <summary>月, 日, 世纪: the number is a date.</summary>
    Calendar,

    /// <summary>级.</summary>
    Grade,

    /// <summary>A word that begins like a unit (部门, 分级) and is none.</summary>
    Trap,
}

/// <summary>A unit as read: its base unit (null for a printed word that means a plain number), the multiplier folded
/// out of it, and where its words end.</summary>
internal readonly record struct Unit(string? Base, decimal Multiplier, UnitKind Kind, int End)
{
    /// <summary>Makes other words behind a Chinese numeral (五方, 两头), so it is a unit behind digits only.</summary>
    public bool DigitsOnly { get; init; }
}

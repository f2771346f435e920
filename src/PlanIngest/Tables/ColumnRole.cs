namespace PlanIngest.Tables;

/// <summary>What a column holds.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing known of it.</summary>
    None,
    Ordinal,
    Category,

    /// <summary>The indicators' names.</summary>
    Name,

    /// <summary>Places or bodies (市县, 科室): the indicator itself stands in the header or the caption.</summary>
    Place,

    /// <summary>The year a row is about.</summary>
    Year,

    /// <summary>Words that set the role of the row's values (Targets / Actual Achieved).</summary>
    Label,
    Unit,
    Nature,
    Responsible,
    Note,

    /// <summary>Weights, scores, ranks: they describe an indicator and are no observations.</summary>
    Weight,
    Definition,

    /// <summary>The circumstances a row's values hold in (编制条件, 路段交通量 Q): they tell rows apart and are no values.</summary>
    Condition,

    /// <summary>The stuff of project, duty and name lists.</summary>
    Project,

    /// <summary>A price or a charge: a value beside others, by itself a price list.</summary>
    Price,

    // From here on: values.
    Baseline,
    Actual,
    Target,

    /// <summary>A limit of a standard: a target without a period.</summary>
    Standard,

    /// <summary>Values whose role the period tells.</summary>
    Value,
    Change,

    /// <summary>Another measure of the row's indicator (占比, 新增): a record of its own.</summary>
    Measure,
}

internal static class ColumnRoles
{
    public static bool IsValue(this ColumnRole role) => role >= ColumnRole.Baseline;
}

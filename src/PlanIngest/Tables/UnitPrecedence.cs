using System.Collections.Frozen;
using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>
/// Whose unit a value has, stated here alone: the cell's own; then that of the header where the column holds something
/// else than its row (a change, a share, a place's figures); then the brackets behind the name; the unit column; the
/// header; the row a part belongs to; the caption. Last the sense of the name, flagged.
/// </summary>
internal static class UnitPrecedence
{
    public const string Missing = "unit-missing";
    public const string Inferred = "unit-inferred";

    private static readonly FrozenDictionary<string, string> NameUnits = Catalog
        .Rows("name-units.tsv")
        .ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal);
    private static readonly int LongestEnding = NameUnits.Keys.Max(ending => ending.Length);

    /// <summary>The unit for a cell that prints none; null where nobody does.</summary>
    public static UnitWords? For(RowWords row, Column column)
    {
        var ownHeader = column.Role is ColumnRole.Change or ColumnRole.Measure || row.HeaderHoldsIndicator;
        var first = ownHeader ? column.Unit : null;
        return first
            ?? (column.Role == ColumnRole.Measure ? null : row.Name.Unit ?? row.UnitColumn)
            ?? column.Unit
            ?? row.ParentUnit
            ?? (SenseOf(row.FullName) == "%" ? null : row.Caption.UnitFor(row.FullName));
    }

    /// <summary>% for a name that is a rate or a share; null where the name's sense tells nothing.</summary>
    public static string? SenseOf(string name) => EndingOf(name) is var unit && unit is "-" or "none" ? null : unit;

    /// <summary>调整系数 has no unit to print.</summary>
    public static bool IsPureRatio(string name) => EndingOf(name) == "none";

    private static string? EndingOf(string name)
    {
        var endings = NameUnits.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(LongestEnding, name.Length); length > 0; length--)
        {
            if (endings.TryGetValue(name.AsSpan(name.Length - length), out var unit))
            {
                return unit;
            }
        }
        return null;
    }
}

using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// Figures of one record that do not add up: from A to B with a growth that does not fit (55.31, 84.49, 增长52.76%), a
/// level before and after with another number added. What printing rounds off is allowed for.
/// </summary>
internal static class Arithmetic
{
    public static Finding? Check(Document document, IndicatorRecord record)
    {
        var change = record.Observations.FirstOrDefault(one =>
            one.Quantity is { Kind: QuantityKind.Change, Comparator: Comparator.Equal, Approximate: false }
            && one.Quantity.Change
                is { Per: null, Mode: ChangeMode.Relative or ChangeMode.Absolute or ChangeMode.Points }
        );
        if (change is null)
        {
            return null;
        }
        var levels = record
            .Observations.Where(one =>
                one.Quantity
                    is { Kind: QuantityKind.Number, Comparator: Comparator.Equal, Approximate: false, Value: > 0 }
                && one.Period is not null
                && one.Series is null
            )
            .OrderBy(one => one.Period!.Value.LastYear)
            .ToList();
        if (levels.Count != 2)
        {
            return null;
        }
        var (before, after) = (levels[0], levels[1]);
        if (
            before.Quantity.Unit != after.Quantity.Unit
            || before.Period!.Value.LastYear == after.Period!.Value.LastYear
            || !CountsFrom(change, before.Period.Value.LastYear)
            || Expected(document, before, change) is not var (low, high)
            || Printed.Bounds(document, after) is var (least, most) && least <= high && low <= most
        )
        {
            return null;
        }
        return new Finding(
            Severity.Warning,
            "arithmetic-mismatch",
            $"{Raw(document, before)} with {Raw(document, change)} does not give {Raw(document, after)} "
                + $"(line {document.LineOf(change.Span.Start).ToString(CultureInfo.InvariantCulture)}); check the three figures.",
            before.Span.Union(after.Span).Union(change.Span)
        )
        {
            Records = [record.Id],
        };
    }

    /// <summary>What the level before becomes by the change; null where the two cannot be added.</summary>
    private static (decimal Low, decimal High)? Expected(Document document, Observation from, Observation by)
    {
        var (least, most) = Printed.Bounds(document, from);
        var (little, much) = Printed.Bounds(document, by);
        var sign = by.Quantity.Change!.Direction == ChangeDirection.Increase ? 1 : -1;
        (little, much) = sign > 0 ? (little, much) : (-much, -little);
        return by.Quantity.Change.Mode == ChangeMode.Relative
            ? by.Quantity.Unit == "%" && from.Quantity.Unit != "%"
                ? (least * (1 + little / 100), most * (1 + much / 100))
                : null
            : by.Quantity.Unit == from.Quantity.Unit || by.Quantity.Change.Mode == ChangeMode.Points
                ? (least + little, most + much)
                : null;
    }

    private static bool CountsFrom(Observation change, int year) =>
        change.Quantity.Change!.Basis is not { } basis
        || basis == "baseline"
        || basis == year.ToString(CultureInfo.InvariantCulture);

    private static string Raw(Document document, Observation observation) => document.Read(observation.Span).Trim();
}

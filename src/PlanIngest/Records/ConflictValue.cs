using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// What an observation says can be compared as: a limit or a number, or the two ends of a range, in one unit. A
/// reference with a value counts as that limit, a change as the level it leads to.
/// </summary>
internal readonly record struct ConflictValue(
    Comparator Comparator,
    decimal Low,
    decimal High,
    string? Unit,
    bool About
)
{
    private static readonly string[] Persons = ["人", "名", "位"];
    private static readonly string[] Bodies = ["个", "家", "所", "项"];
    private static readonly string[] Rates = ["%", "‰", "/万", "/10万"];

    public static ConflictValue? Of(Observation observation, string name)
    {
        var quantity = observation.Quantity;
        if (observation.Level is { } level)
        {
            return new ConflictValue(level.Comparator, level.Value, level.Value, Kin(level.Unit, name), false);
        }
        return quantity switch
        {
            { Kind: QuantityKind.Number or QuantityKind.Reference, Value: { } value } => new ConflictValue(
                quantity.Comparator ?? Comparator.Equal,
                value,
                value,
                Kin(quantity.Unit, name),
                quantity.Approximate
            ),
            { Kind: QuantityKind.Range, Low: { } low, High: { } high } => new ConflictValue(
                Comparator.Equal,
                low,
                high,
                Kin(quantity.Unit, name),
                quantity.Approximate
            ),
            _ => null,
        };
    }

    public bool IsRate => Unit is not null && Rates.Contains(Unit);

    /// <summary>The same number printed with another unit of rate: one of them is a slip.</summary>
    public bool DiffersInUnit(ConflictValue other) =>
        IsRate && other.IsRate && Unit != other.Unit && (Low, High) == (other.Low, other.High);

    /// <summary>Whether both can be said of one thing at one time.</summary>
    /// <param name="targets">A target has one limit: ≥95 and 90以上 disagree though both can hold.</param>
    public bool Agrees(ConflictValue other, bool targets, ConflictTolerances tolerances)
    {
        if (Unit != other.Unit && Unit is not null && other.Unit is not null)
        {
            return true;
        }
        if (Low <= other.High && other.Low <= High)
        {
            return true;
        }
        if ((About || other.About) && Near(other, tolerances.About))
        {
            return true;
        }
        return !targets && (Allows(other) || other.Allows(this));
    }

    private bool Near(ConflictValue other, decimal share)
    {
        var apart = Low > other.High ? Low - other.High : other.Low - High;
        return apart <= share * Math.Max(Math.Abs(Low), Math.Abs(other.Low));
    }

    /// <summary>A limit that the other's numbers keep.</summary>
    private bool Allows(ConflictValue other) =>
        Comparator switch
        {
            Comparator.AtLeast or Comparator.MoreThan => other.High >= Low && other.Comparator != Comparator.AtMost,
            Comparator.AtMost or Comparator.LessThan => other.Low <= High && other.Comparator != Comparator.AtLeast,
            _ => false,
        };

    /// <summary>人 名 位, and 个 家 所 项, are one; 1.75 人/万 is 1.75 名 where the name says 每万人.</summary>
    private static string? Kin(string? unit, string name)
    {
        if (unit is null)
        {
            return null;
        }
        var stroke = unit.IndexOf('/', StringComparison.Ordinal);
        if (stroke > 0 && name.Contains($"每{unit[(stroke + 1)..].TrimEnd('人')}", StringComparison.Ordinal))
        {
            unit = unit[..stroke];
        }
        return Persons.Contains(unit) ? "人"
            : Bodies.Contains(unit) ? "个"
            : unit;
    }
}

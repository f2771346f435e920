using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// What of a reading tells how likely it is wholly right: the look of its name, the kind of quantity, what had to be
/// inferred. Each sign is a row of <c>confidence.tsv</c>.
/// </summary>
public static class ConfidenceSigns
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

    /// <param name="name">The record's name.</param>
    /// <param name="raw">The words of the value.</param>
    /// <param name="flags">The record's and the observation's.</param>
    public static IEnumerable<string> Of(
        Origin origin,
        string name,
        string raw,
        QuantityKind kind,
        Role role,
        Period? period,
        IReadOnlyCollection<string> flags
    )
    {
        if (flags.Contains("ocr-suspect") || flags.Contains("row-doubtful") || flags.Contains("cells-inferred"))
        {
            yield return "doubtful";
        }
        if (flags.Contains("unit-missing"))
        {
            yield return "unit missing";
        }
        if (origin == Origin.Table)
        {
            yield return "table";
            yield break;
        }
        yield return "prose";
        yield return LengthOf(name);
        yield return name.Length > 0 && ConfidenceSettings.Default.MeasureEndings.Contains(name[^1])
            ? "ends in a measure"
            : "ends in a thing";
        if (name.AsSpan().ContainsAny('、', '，'))
        {
            yield return "names several";
        }
        yield return InferredOf(flags);
        yield return KindOf(kind);
        if (!raw.AsSpan().ContainsAny(Digits))
        {
            yield return "in characters";
        }
        yield return period is not { } when ? "no period"
        : when.IsInterval ? "interval"
        : "point in time";
        yield return role == Role.Target ? "target" : "actual";
    }

    private static string LengthOf(string name)
    {
        var settings = ConfidenceSettings.Default;
        return name.Length < settings.TinyName ? "tiny name"
            : name.Length < settings.ShortName ? "short name"
            : name.Length < settings.LongName ? "usual name"
            : name.Length < settings.VeryLongName ? "long name"
            : "very long name";
    }

    private static string InferredOf(IReadOnlyCollection<string> flags) =>
        (flags.Contains("name-inferred"), flags.Contains("role-inferred"), flags.Contains("period-inferred")) switch
        {
            (false, false, false) => "all said",
            (true, false, false) => "name inferred",
            (false, true, false) => "role inferred",
            (false, false, true) => "period inferred",
            (true, true, false) => "name and role inferred",
            (true, false, true) => "name and period inferred",
            (false, true, true) => "role and period inferred",
            (true, true, true) => "all inferred",
        };

    private static string KindOf(QuantityKind kind) =>
        kind switch
        {
            QuantityKind.Number => "number",
            QuantityKind.Change => "change",
            QuantityKind.Range => "range",
            QuantityKind.Reference => "reference",
            QuantityKind.Grade => "grade",
            QuantityKind.Text => "text",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
}

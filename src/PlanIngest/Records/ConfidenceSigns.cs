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

    /// <param name="document">The text that <paramref name="record"/> was read from.</param>
    /// <param name="one">The observation; null for a record that has none.</param>
    public static IEnumerable<string> Of(Document document, IndicatorRecord record, Observation? one)
    {
        HashSet<string> flags = [.. record.Flags, .. one?.Flags ?? []];
        if (flags.Contains("ocr-suspect") || flags.Contains("row-doubtful") || flags.Contains("cells-inferred"))
        {
            yield return "doubtful";
        }
        if (flags.Contains("unit-missing"))
        {
            yield return "unit missing";
        }
        if (record.Origin == Origin.Table)
        {
            yield return "table";
            yield break;
        }
        yield return "prose";
        yield return LengthOf(record.Name);
        yield return record.Name.Length > 0 && ConfidenceSettings.Default.MeasureEndings.Contains(record.Name[^1])
            ? "ends in a measure"
            : "ends in a thing";
        if (record.Name.AsSpan().ContainsAny('、', '，'))
        {
            yield return "names several";
        }
        yield return InferredOf(flags);
        if (one is null)
        {
            yield break;
        }
        yield return KindOf(one.Quantity.Kind);
        if (!document.Slice(one.Span).ContainsAny(Digits))
        {
            yield return "in characters";
        }
        yield return one.Period is not { } when ? "no period"
        : when.IsInterval ? "interval"
        : "point in time";
        yield return one.Role == Role.Target ? "target" : "actual";
        if (one.Evidence.Rule is { } rule)
        {
            yield return "rule " + rule;
        }
        foreach (var sign in OfName(document, record.Name, one))
        {
            yield return sign;
        }
    }

    /// <summary>Where the name stands beside its value, and whether it is the text's own words.</summary>
    private static IEnumerable<string> OfName(Document document, string name, Observation one)
    {
        if (one.Evidence.Name is not { } span)
        {
            yield break;
        }
        var gap = one.Span.Start - span.End;
        yield return gap < 0 ? "name behind"
        : gap == 0 ? "name right before"
        : gap < ConfidenceSettings.Default.FarName ? "name before"
        : "name far before";
        if (!document.Slice(span).SequenceEqual(name))
        {
            yield return "name put together";
        }
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

using PlanIngest.Model;

namespace PlanIngest.Host.Review;

/// <summary>One reason for a reading: what it is (<c>rule</c>, <c>name</c>, <c>header</c>, <c>unit</c>, <c>period</c>), and its words.</summary>
public sealed record Reason(string? Observation, string Label, string Words, Span? Span);

/// <summary>Why a record was read as it was: the rules, and the words of the document that gave it meaning.</summary>
public static class Explanation
{
    public static IReadOnlyList<Reason> Of(Document document, IndicatorRecord record)
    {
        var reasons = new List<Reason>();
        foreach (var seen in record.Observations)
        {
            var why = seen.Evidence;
            reasons.Add(new Reason(seen.Id, "value", document.Read(seen.Span), seen.Span));
            if (why.Rule is { } rule)
            {
                reasons.Add(new Reason(seen.Id, "rule", rule, null));
            }
            foreach (
                var (label, span) in new[]
                {
                    ("name", why.Name),
                    ("header", why.Header),
                    ("unit", why.Unit),
                    ("period", why.Period),
                }
            )
            {
                if (span is { IsEmpty: false } place)
                {
                    reasons.Add(new Reason(seen.Id, label, document.Read(place), place));
                }
            }
        }
        return reasons;
    }
}

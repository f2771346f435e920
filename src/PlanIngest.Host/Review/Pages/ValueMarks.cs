using PlanIngest.Model;

namespace PlanIngest.Host.Review.Pages;

/// <summary>A stretch of the text that holds values: whose they are, and how those stand (<c>open</c>, <c>accepted</c>, …).</summary>
public sealed record ValueMark(Span Span, string Records, string Status)
{
    /// <summary>Every value of the document in text order; stretches that overlap are one mark.</summary>
    public static IReadOnlyList<ValueMark> Of(ReviewedDocument reviewed)
    {
        var values = reviewed
            .All.SelectMany(record =>
                record.Observations.Select(seen => (seen.Span, record.Id, Status: RecordView.StatusOf(record)))
            )
            .Where(mark => !mark.Span.IsEmpty)
            .OrderBy(mark => mark.Span.Start)
            .ThenByDescending(mark => mark.Span.Length);
        var apart = new List<ValueMark>();
        foreach (var (span, id, status) in values)
        {
            if (apart.Count > 0 && apart[^1].Span.Overlaps(span))
            {
                var (held, records, was) = apart[^1];
                apart[^1] = new(held.Union(span), records.Split(' ').Contains(id) ? records : $"{records} {id}", was);
            }
            else
            {
                apart.Add(new(span, id, status));
            }
        }
        return apart;
    }
}

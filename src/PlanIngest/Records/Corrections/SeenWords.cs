using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>What a correction made now has before it: taken from the machine's records, never from corrected ones.</summary>
public static class SeenWords
{
    /// <summary>For a judgement or a change of the record at this place of the index, or of one of its observations.</summary>
    public static Seen Of(RecordIndex index, int at, string? observation, string? field)
    {
        var record = index.Records[at];
        var touched = record.Observations.FirstOrDefault(one => one.Id == observation);
        var (before, after) = index.Words.Surroundings(touched?.Span ?? record.Span, record.Span);
        return new Seen
        {
            Name = record.Name,
            Raws = [.. record.Observations.Select(index.Words.Raw)],
            Raw = touched is null ? null : index.Words.Raw(touched),
            Machine =
                touched is not null ? CorrectionFields.Json(touched, field ?? "quantity")
                : field is not null ? CorrectionFields.Json(record, field)
                : CorrectedRecord.Reading(record),
            Before = before,
            After = after,
            Alike = index.Alike(at),
        };
    }

    /// <summary>All that a person accepts of a record, as one comparable text.</summary>
    public static string Reading(IndicatorRecord record) => CorrectedRecord.Reading(record);

    public static Seen Of(DocumentHead head, string field) => new() { Machine = CorrectionFields.Json(head, field) };

    /// <summary>For a record added over a selection.</summary>
    public static Seen Of(Document document, IndicatorRecord added)
    {
        var words = new SourceWords(document);
        var (before, after) = words.Surroundings(added.Span, added.Span);
        return new Seen
        {
            Name = added.Name,
            Raws = [.. added.Observations.Select(words.Raw)],
            Before = before,
            After = after,
            Quote = document.Slice(added.Span).ToString(),
        };
    }

    public static Seen Of(Document document, Conflict conflict, IReadOnlyDictionary<string, IndicatorRecord> records) =>
        new()
        {
            Name = conflict.Name,
            Raws =
            [
                .. conflict.Observations.Select(one =>
                    document
                        .Slice(records[one.Record].Observations.First(seen => seen.Id == one.Observation).Span)
                        .ToString()
                ),
            ],
        };
}

using System.Text.Json;
using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>
/// Turns a person's request into lines of the corrections file. The document is looked at under the file's lock, so
/// what the lines say was seen is what they are made on.
/// </summary>
public sealed class CorrectionWriter(ReviewedDocuments documents, TimeProvider time)
{
    private static readonly string[] Listed = ["category"];

    public CorrectionResult Write(string path, string? by, CorrectionRequest request)
    {
        CorrectionResult? result = null;
        if (documents.Open(path) is null)
        {
            return new CorrectionResult([], "there is no such document");
        }
        documents.Store.Append(
            path,
            file =>
            {
                var document = documents.Open(path, file)!;
                if (Stale(document, request) is { } stale)
                {
                    result = new CorrectionResult([], "it was changed in between", IsStale: true) { Record = stale };
                    return [];
                }
                var lines = Lines(document, request, out var problem);
                lines = [.. lines.Select(line => line with { By = by, Note = request.Note })];
                result = new CorrectionResult([.. lines.Select(line => line.Id)], problem)
                {
                    Record = lines.Count > 0 ? lines[0].Record : null,
                };
                return problem is null ? lines : [];
            }
        );
        return result!;
    }

    /// <summary>The first of the request's records that is no longer as the person saw it.</summary>
    private static string? Stale(ReviewedDocument document, CorrectionRequest request)
    {
        var seen = request.Tags.AsEnumerable();
        if (request is { Record: { } record, Tag: { } tag })
        {
            seen = seen.Append(new(record, tag));
        }
        return seen.Where(one => document.TagOf(one.Key) is { } now && now != one.Value)
            .Select(one => one.Key)
            .FirstOrDefault();
    }

    private List<Correction> Lines(ReviewedDocument document, CorrectionRequest request, out string? problem)
    {
        if (ContractValues.Parse<CorrectionAction>(request.Action) is not { } action)
        {
            problem = $"there is no action '{request.Action}'";
            return [];
        }
        return action switch
        {
            CorrectionAction.Undo => Undo(document, request, out problem),
            CorrectionAction.Add => Add(document, request, out problem),
            CorrectionAction.Resolve => Resolve(document, request, out problem),
            CorrectionAction.Change => Change(document, request, out problem),
            _ => Judge(document, request, action, out problem),
        };
    }

    private List<Correction> Judge(
        ReviewedDocument document,
        CorrectionRequest request,
        CorrectionAction action,
        out string? problem
    )
    {
        problem = null;
        var lines = new List<Correction>();
        foreach (var id in request.Record is { } one ? [one] : request.Records.Distinct(StringComparer.Ordinal))
        {
            if (document.Find(id) is not { } record || !Has(record, request.Observation))
            {
                problem = $"the document has no record '{id}' with such an observation";
                return [];
            }
            lines.Add(
                Line(action) with
                {
                    Record = id,
                    Observation = request.Observation,
                    Seen = SeenOf(document, record, request.Observation, null),
                }
            );
        }
        problem = lines.Count == 0 ? "no record is named" : null;
        return lines;
    }

    private List<Correction> Change(ReviewedDocument document, CorrectionRequest request, out string? problem)
    {
        problem = null;
        var (id, field) = (request.Record ?? "", request.Field ?? "");
        var record = document.Find(id);
        if (id != Correction.OfDocument && (record is null || !Has(record, request.Observation)))
        {
            problem = $"the document has no record '{id}' with such an observation";
            return [];
        }
        var value = request.Typed is { } typed ? Typed(field, typed) : request.Value;
        if (
            value is not { } given
            || CorrectionFields.Canonical(id, request.Observation, field, given) is not { } canonical
        )
        {
            problem = $"'{request.Typed ?? request.Value?.GetRawText()}' does not fit the field '{field}'";
            return [];
        }
        return
        [
            Line(CorrectionAction.Change) with
            {
                Record = id,
                Observation = request.Observation,
                Field = field,
                Value = canonical,
                Seen = record is null
                    ? SeenWords.Of(document.Machine.MachineHead, field)
                    : SeenOf(document, record, request.Observation, field),
            },
        ];
    }

    private List<Correction> Undo(ReviewedDocument document, CorrectionRequest request, out string? problem)
    {
        var known = document.People?.Lines.Select(line => line.Id).ToHashSet(StringComparer.Ordinal) ?? [];
        problem =
            request.Of.Count == 0 ? "no line is named"
            : request.Of.FirstOrDefault(of => !known.Contains(of)) is { } missing ? $"there is no line '{missing}'"
            : null;
        return [.. request.Of.Select(of => Line(CorrectionAction.Undo) with { Of = of })];
    }

    private List<Correction> Add(ReviewedDocument document, CorrectionRequest request, out string? problem)
    {
        if (request.Added is not { } added || AddedRecordOf(document.Document, added) is not { } record)
        {
            problem =
                "name the record, and give words of the document that stand there once and, within them, those of its value";
            return [];
        }
        problem = null;
        return
        [
            Line(CorrectionAction.Add) with
            {
                Record = "a-" + Guid.CreateVersion7().ToString("N"),
                Value = AddedRecord.Json(record, document.Document),
                Seen = SeenWords.Of(document.Document, record),
            },
        ];
    }

    private static IndicatorRecord? AddedRecordOf(Document document, AddedWords added)
    {
        var words = new SourceWords(document);
        if (
            added.Name.Trim().Length == 0
            || PlaceOf(words, document, added) is not { } place
            || words.Find(added.Raw, place).Take(1).ToList() is not [var raw]
        )
        {
            return null;
        }
        var period = Period.TryParse(added.Period, out var parsed) ? parsed : (Period?)null;
        return new IndicatorRecord
        {
            Name = added.Name.Trim(),
            Origin = Origin.Prose,
            Tier = Tier.Core,
            Span = place,
            KeyWords = "",
            Observations =
            [
                new Observation
                {
                    Role = ContractValues.Parse<Role>(added.Role) ?? Role.Target,
                    Period = period,
                    Quantity = TypedQuantity.Parse(document.Read(raw)) ?? TypedQuantity.Words(document.Read(raw)),
                    Span = raw,
                },
            ],
        };
    }

    private static Span? PlaceOf(SourceWords words, Document document, AddedWords added) =>
        added.Words is { } sought
            ? words.Find(sought).Take(2).ToList() is [var only]
                ? only
                : null
            : added is { Start: >= 0 and var start, End: { } end } && start < end && end <= document.Text.Length
                ? Span.Between(start, end)
                : null;

    private List<Correction> Resolve(ReviewedDocument document, CorrectionRequest request, out string? problem)
    {
        var conflicts = document.Extraction.Conflicts;
        if (
            request.Conflict is not { } number
            || number < 0
            || number >= conflicts.Count
            || conflicts[number].Observations.All(one => one.Record != request.Record)
        )
        {
            problem = "there is no such conflict with that record";
            return [];
        }
        problem = null;
        var records = document.Extraction.Records.ToDictionary(record => record.Id, StringComparer.Ordinal);
        return
        [
            Line(CorrectionAction.Resolve) with
            {
                Record = request.Record,
                Value = ResolvedConflict.Of(conflicts[number]).Json(),
                Seen = SeenWords.Of(document.Document, conflicts[number], records),
            },
        ];
    }

    private Correction Line(CorrectionAction action) =>
        new()
        {
            Id = CorrectionStore.NewId(),
            Action = action,
            At = time.GetUtcNow(),
        };

    private static bool Has(IndicatorRecord record, string? observation) =>
        observation is null || record.Observations.Any(one => one.Id == observation);

    /// <summary>Of a record a person added there is no machine's reading: its own words then.</summary>
    private static Seen SeenOf(ReviewedDocument document, IndicatorRecord record, string? observation, string? field) =>
        document.Index.ById(record.Id) is { } at
            ? SeenWords.Of(document.Index, at, observation, field)
            : new Seen { Name = record.Name };

    /// <summary>What a person typed, as the contract writes the field; null where it cannot be understood.</summary>
    public static JsonElement? Typed(string field, string typed)
    {
        var text = typed.Trim();
        if (field == "quantity")
        {
            return TypedQuantity.Parse(text) is { } quantity ? Element(ContractValues.Json(quantity)) : null;
        }
        if (field == "planPeriod" && text.Length > 0)
        {
            return TypedPlan.Parse(text) is { } plan ? Element(ContractValues.Json(plan)) : null;
        }
        if (field == "level" && text.Length > 0)
        {
            return null;
        }
        return Element(
            Listed.Contains(field)
                ? ContractValues.Json(
                    text.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                )
            : text.Length == 0 ? "null"
            : ContractValues.Json(text)
        );
    }

    private static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}

using PlanIngest.Model;

namespace PlanIngest.Outputs;

/// <summary>Writes an extraction as the contract's JSON: the same bytes for the same extraction.</summary>
public sealed class JsonOutput
{
    /// <summary>The contract's name and version; every output begins with it.</summary>
    public const string Schema = "planingest/extraction/1";

    private readonly Extraction extraction;
    private readonly Document document;
    private readonly CodePoints codePoints;
    private readonly JsonLayout json;

    private JsonOutput(Extraction extraction, JsonLayout json)
    {
        this.extraction = extraction;
        this.json = json;
        document = extraction.Document;
        codePoints = new CodePoints(document.Text);
    }

    public static void Write(Extraction extraction, Stream stream)
    {
        using var json = new JsonLayout(stream);
        new JsonOutput(extraction, json).Whole();
    }

    private void Whole()
    {
        json.BeginObject();
        Text("schema", Schema);
        Text("extractor", IngestPipeline.Extractor);
        Head(extraction.Head);
        if (extraction.Corrections is { } corrections)
        {
            Text("corrections", corrections);
        }
        Records("records", extraction.Records);
        if (extraction.Rejected.Count > 0)
        {
            Records("rejected", extraction.Rejected);
        }
        List("conflicts", extraction.Conflicts, One);
        List("diagnostics", extraction.Findings, One);
        json.EndObject();
        json.EndLine();
    }

    private void Head(DocumentHead head)
    {
        json.Name("document");
        json.BeginObject();
        Text("path", document.Path);
        Text("sha256", document.Source.Sha256);
        Number("bytes", document.Source.Bytes);
        Text("mediaType", document.Source.MediaType);
        Text("encoding", document.Source.Encoding);
        Text("engine", document.Source.Engine);
        Text("title", head.Title);
        Text("kind", ContractWords.Of(head.Kind));
        Text("documentNumber", head.DocumentNumber);
        Text("issuer", head.Issuer);
        Text("issuedOn", head.IssuedOn?.ToString());
        Text("region", head.Region);
        json.Name("planPeriod");
        if (head.PlanPeriod is { } plan)
        {
            json.BeginObject(line: true);
            Text("name", plan.Name);
            Number("start", plan.Start);
            Number("end", plan.End);
            json.EndObject();
        }
        else
        {
            json.Text(null);
        }
        json.EndObject();
    }

    private void Records(string name, IReadOnlyList<IndicatorRecord> records) => List(name, records, One);

    private void One(IndicatorRecord record)
    {
        json.BeginObject();
        Text("id", record.Id);
        Text("name", record.Name);
        Text("nameKey", PlanIngest.Records.RecordKeys.NameKey(record.Name));
        Text("unit", record.Unit);
        Words("category", record.Category);
        Text("ordinal", record.Ordinal);
        Text("nature", ContractWords.Of(record.Nature));
        Text("responsible", record.Responsible);
        Text("origin", ContractWords.Of(record.Origin));
        Text("tier", ContractWords.Of(record.Tier));
        List("observations", record.Observations, One);
        Text("quote", Quotes.Of(document, record));
        json.Name("source");
        Source(record.Span, record.Place, null);
        json.Name("confidence");
        json.Number(record.Confidence);
        Words("flags", record.Flags);
        if (record.Review is { } review)
        {
            One(review);
        }
        json.EndObject();
    }

    private void One(Observation observation)
    {
        json.BeginObject();
        Text("id", observation.Id);
        Text("role", ContractWords.Of(observation.Role));
        Text("period", observation.Period?.ToString());
        json.Name("quantity");
        QuantityJson.Write(json, observation.Quantity);
        if (observation.Level is { } level)
        {
            json.Name("level");
            QuantityJson.Write(json, level);
        }
        if (observation.Series is { } series)
        {
            Text("series", series);
        }
        json.Name("raw");
        json.Text(document.Slice(observation.Span));
        json.Name("source");
        Source(observation.Span, observation.Place, observation.Cell);
        if (observation.Flags.Count > 0)
        {
            Words("flags", observation.Flags);
        }
        json.EndObject();
    }

    private void One(Review review)
    {
        json.Name("review");
        json.BeginObject();
        Text("status", ContractWords.Of(review.Status));
        Text("by", review.By);
        Text("at", review.At);
        Text("note", review.Note);
        json.Name("machine");
        json.BeginObject();
        foreach (var (name, value) in review.Machine)
        {
            json.Name(name);
            json.Json(value);
        }
        json.EndObject();
        json.EndObject();
    }

    private void One(Conflict conflict)
    {
        json.BeginObject();
        Text("kind", ContractWords.Of(conflict.Kind));
        Text("name", conflict.Name);
        Text("period", conflict.Period?.ToString());
        List(
            "observations",
            conflict.Observations,
            one =>
            {
                json.BeginObject(line: true);
                Text("record", one.Record);
                Text("observation", one.Observation);
                json.EndObject();
            }
        );
        Text("message", conflict.Message);
        if (conflict.Resolution is { } resolution)
        {
            json.Name("resolution");
            json.BeginObject(line: true);
            Text("prefer", resolution.Prefer);
            Text("by", resolution.By);
            Text("at", resolution.At);
            Text("note", resolution.Note);
            json.EndObject();
        }
        json.EndObject();
    }

    private void One(Finding finding)
    {
        json.BeginObject();
        Text("severity", ContractWords.Of(finding.Severity));
        Text("code", finding.Code);
        Text("message", finding.Message);
        json.Name("source");
        if (finding.Span is { } span)
        {
            Source(span, finding.Place, null);
        }
        else
        {
            json.Text(null);
        }
        if (finding.Records.Count > 0)
        {
            Words("records", finding.Records);
        }
        json.EndObject();
    }

    private void Source(Span span, Place? place, TableCell? cell)
    {
        json.BeginObject(line: true);
        Number("start", codePoints.At(span.Start));
        Number("end", codePoints.At(span.End));
        Number("line", document.LineOf(span.Start));
        if (place?.Page is { } page)
        {
            Number("page", page);
        }
        if (place?.Box is { } box)
        {
            json.Name("bbox");
            json.BeginArray();
            json.Number(box.X0);
            json.Number(box.Y0);
            json.Number(box.X1);
            json.Number(box.Y1);
            json.EndArray();
        }
        if (place?.Sheet is { } sheet)
        {
            Text("sheet", sheet);
        }
        if (place?.Address is { } address)
        {
            // of a table, whose address is a range, the first
            Text("cell", address.Split(':')[0]);
        }
        if (cell is { } at)
        {
            Number("table", at.Table);
            Number("row", at.Row);
            Number("column", at.Column);
        }
        json.EndObject();
    }

    private void List<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.Name(name);
        json.BeginArray();
        foreach (var item in items)
        {
            write(item);
        }
        json.EndArray();
    }

    private void Words(string name, IReadOnlyList<string> words)
    {
        json.Name(name);
        json.BeginArray(line: true);
        foreach (var word in words)
        {
            json.Text(word);
        }
        json.EndArray();
    }

    private void Text(string name, string? value)
    {
        json.Name(name);
        json.Text(value);
    }

    private void Number(string name, long value)
    {
        json.Name(name);
        json.Number(value);
    }
}

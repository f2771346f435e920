using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlanIngest.Host.Review;
using PlanIngest.Host.Review.Pages;
using PlanIngest.Host.Review.Safety;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Api;

/// <summary>Reading, under <c>/api/v1</c>; <c>openapi.json</c> describes all of it.</summary>
public static class ApiEndpoints
{
    private const int PageSize = 50;
    private const int LargestPage = 500;

    public static void Map(WebApplication app, ReviewServices services)
    {
        app.MapGet("/api/v1/openapi.json", Description);
        app.MapGet("/api/v1/documents", context => Documents(context, services));
        app.MapGet("/api/v1/document", context => Document(context, services));
        app.MapGet("/api/v1/records", context => Records(context, services));
        app.MapGet("/api/v1/record", context => Record(context, services));
        app.MapGet("/api/v1/changes", context => Changes(context, services));
        app.MapGet("/api/v1/explain", context => Explain(context, services));
        app.MapGet("/api/v1/quantity", Quantity);
        app.MapGet("/api/v1/export", context => Export(context, services));
        ApiCorrections.Map(app, services);
        ApiUploads.Map(app, services);
    }

    public static async Task Problem(HttpContext context, int status, string problem)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { problem });
    }

    private static async Task Description(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await using var description = Assets.Open("openapi.json");
        await description.CopyToAsync(context.Response.Body);
    }

    private static async Task Documents(HttpContext context, ReviewServices services)
    {
        using var index = services.Index.Open();
        var skip = ApiQuery.Number(context, "skip", 0, int.MaxValue);
        var take = ApiQuery.Number(context, "take", PageSize, LargestPage);
        if (index is null)
        {
            await context.Response.WriteAsJsonAsync(new { total = 0, documents = Array.Empty<IndexedDocument>() });
            return;
        }
        var (documents, total) = IndexDocuments.List(index, context.Request.Query["search"], skip, take);
        await context.Response.WriteAsJsonAsync(new { total, documents });
    }

    /// <summary>The document's output as it would be written now, corrections and all.</summary>
    private static async Task Document(HttpContext context, ReviewServices services)
    {
        if (services.Documents.Open(context.Request.Query["path"].ToString()) is not { } document)
        {
            await Problem(context, StatusCodes.Status404NotFound, "there is no such document");
            return;
        }
        context.Response.Headers.ETag = $"\"{document.Version}\"";
        if (context.Request.Headers.IfNoneMatch == context.Response.Headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Output(document));
    }

    private static async Task Records(HttpContext context, ReviewServices services)
    {
        using var index = services.Index.Open();
        var skip = ApiQuery.Number(context, "skip", 0, 1_000_000);
        var take = ApiQuery.Number(context, "take", PageSize, LargestPage);
        var page = index is null
            ? new IndexPage([], 0, false)
            : IndexQuery.Find(index, ApiQuery.Filter(context), skip, take);
        await context.Response.WriteAsJsonAsync(
            new
            {
                total = page.Total,
                totalIsLeast = page.TotalIsLeast,
                more = page.More,
                records = page.Records,
            }
        );
    }

    private static async Task Record(HttpContext context, ReviewServices services)
    {
        var id = context.Request.Query["id"].ToString();
        var document = services.Documents.Open(context.Request.Query["path"].ToString());
        if (document?.TagOf(id) is not { } tag)
        {
            await Problem(context, StatusCodes.Status404NotFound, "there is no such record");
            return;
        }
        context.Response.Headers.ETag = $"\"{tag}\"";
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(Json(document, id));
    }

    /// <summary>A record, or the document's own fields, as the contract writes them.</summary>
    public static string Json(ReviewedDocument document, string id)
    {
        using var output = JsonDocument.Parse(Output(document));
        if (id == PlanIngest.Records.Correction.OfDocument)
        {
            return output.RootElement.GetProperty("document").GetRawText();
        }
        foreach (var list in new[] { "records", "rejected" })
        {
            if (output.RootElement.TryGetProperty(list, out var records))
            {
                foreach (
                    var record in records.EnumerateArray().Where(record => record.GetProperty("id").GetString() == id)
                )
                {
                    return record.GetRawText();
                }
            }
        }
        return "null";
    }

    private static async Task Changes(HttpContext context, ReviewServices services)
    {
        if (services.Documents.Open(context.Request.Query["path"].ToString()) is not { } document)
        {
            await Problem(context, StatusCodes.Status404NotFound, "there is no such document");
            return;
        }
        await context.Response.WriteAsJsonAsync(
            services
                .ChangesOf(document)
                .Select(change => new
                {
                    kind = PlanIngest.Records.ContractValues.Word(change.Kind),
                    change.Id,
                    change.Name,
                    change.Before,
                    change.After,
                })
        );
    }

    private static async Task Explain(HttpContext context, ReviewServices services)
    {
        var document = services.Documents.Open(context.Request.Query["path"].ToString());
        if (document?.Find(context.Request.Query["id"].ToString()) is not { } record)
        {
            await Problem(context, StatusCodes.Status404NotFound, "there is no such record");
            return;
        }
        var words = ReviewEndpoints.WordsFor(context);
        await context.Response.WriteAsJsonAsync(
            Explanation
                .Of(document.Document, record)
                .Select(reason => new
                {
                    label = words.Of("evidence", reason.Label),
                    reason.Observation,
                    reason.Words,
                    start = reason.Span?.Start,
                    end = reason.Span?.End,
                })
        );
    }

    /// <summary>How a typed quantity is understood; 422 where it is not.</summary>
    private static async Task Quantity(HttpContext context)
    {
        if (TypedQuantity.Parse(context.Request.Query["text"].ToString()) is not { } quantity)
        {
            await Problem(
                context,
                StatusCodes.Status422UnprocessableEntity,
                ReviewEndpoints.WordsFor(context)["not understood"]
            );
            return;
        }
        var html = new HtmlWriter();
        RecordView.WriteQuantity(html, quantity, ReviewEndpoints.WordsFor(context));
        using var json = JsonDocument.Parse(PlanIngest.Records.ContractValues.Json(quantity));
        await context.Response.WriteAsJsonAsync(new { quantity = json.RootElement, shown = html.ToString() });
    }

    private static async Task Export(HttpContext context, ReviewServices services)
    {
        var isLines = context.Request.Query["format"] == "jsonl";
        context.Response.ContentType = isLines ? "application/x-ndjson" : "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=records.{(isLines ? "jsonl" : "csv")}";
        using var index = services.Index.Open();
        if (index is null)
        {
            return;
        }
        var filter = ApiQuery.Filter(context);
        // Written to a file of the system's own first: both writers are synchronous, a response is not.
        await using var file = new FileStream(
            Path.GetTempFileName(),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose
        );
        Write(IndexExport.Rows(index, filter), isLines, file);
        file.Position = 0;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static void Write(IEnumerable<FlatValue[]> rows, bool isLines, Stream stream)
    {
        if (isLines)
        {
            using var json = new JsonLayout(stream);
            foreach (var row in rows)
            {
                JsonLinesOutput.WriteRow(json, row);
            }
            return;
        }
        using var csv = new StreamWriter(stream, new UTF8Encoding(true), 1 << 16, leaveOpen: true);
        CsvOutput.WriteHeader(csv);
        foreach (var row in rows)
        {
            CsvOutput.WriteRow(csv, row);
        }
    }

    private static byte[] Output(ReviewedDocument document)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(document.Extraction, stream);
        return stream.ToArray();
    }
}

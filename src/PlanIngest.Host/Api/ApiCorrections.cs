using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlanIngest.Host.Review;
using PlanIngest.Host.Review.Safety;
using PlanIngest.Records;

namespace PlanIngest.Host.Api;

/// <summary>
/// Correcting, under <c>/api/v1/corrections</c>. Whoever judges or changes a record says in <c>If-Match</c> which state
/// of it they saw; if it is another by now, the answer is 409 with both.
/// </summary>
public static class ApiCorrections
{
    /// <summary>A request is a value or a list of record ids.</summary>
    private const int LargestRequest = 1 << 20;

    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web) { MaxDepth = 32 };

    public static void Map(WebApplication app, ReviewServices services)
    {
        app.MapGet("/api/v1/corrections", context => List(context, services));
        app.MapPost("/api/v1/corrections", context => Correct(context, services));
    }

    private static async Task List(HttpContext context, ReviewServices services)
    {
        if (services.Documents.Open(context.Request.Query["path"].ToString()) is not { } document)
        {
            await ApiEndpoints.Problem(context, StatusCodes.Status404NotFound, "there is no such document");
            return;
        }
        await context.Response.WriteAsJsonAsync(
            document
                .Outcomes.OrderBy(outcome => outcome.Correction.At)
                .ThenBy(outcome => outcome.Correction.Id, StringComparer.Ordinal)
                .Select(outcome => new
                {
                    outcome = ContractValues.Word(outcome.Kind),
                    at = outcome.Record,
                    message = outcome.Message,
                    line = JsonDocument.Parse(CorrectionLine.Write(outcome.Correction)).RootElement,
                })
        );
    }

    private static async Task Correct(HttpContext context, ReviewServices services)
    {
        var path = context.Request.Query["path"].ToString();
        CorrectionRequest? request;
        try
        {
            using var limited = new MemoryStream();
            if (context.Request.ContentLength is null or > LargestRequest)
            {
                await ApiEndpoints.Problem(context, StatusCodes.Status413PayloadTooLarge, "the request is too large");
                return;
            }
            request = await context.Request.ReadFromJsonAsync<CorrectionRequest>(Names, context.RequestAborted);
        }
        catch (JsonException)
        {
            request = null;
        }
        if (request is null)
        {
            await ApiEndpoints.Problem(context, StatusCodes.Status400BadRequest, "the request is no correction");
            return;
        }
        var tag = context.Request.Headers.IfMatch.ToString().Trim('"');
        request = tag.Length > 0 ? request with { Tag = tag } : request;
        if (request.Action is "accept" or "reject" or "change" && !SaysWhatWasSeen(request))
        {
            await ApiEndpoints.Problem(
                context,
                StatusCodes.Status428PreconditionRequired,
                "say which state was seen, the ETag of /api/v1/record: in If-Match, or in tags for several records"
            );
            return;
        }
        var by = RequestGuard.VisitorOf(context).Name ?? request.By;
        var result = services.Writer.Write(path, by, request);
        if (result.Problem is not null)
        {
            await Refuse(context, services, path, request, result);
            return;
        }
        services.ReadAgain(path);
        await context.Response.WriteAsJsonAsync(new { lines = result.Lines, record = result.Record });
    }

    private static bool SaysWhatWasSeen(CorrectionRequest request) =>
        request.Record is null ? request.Records.All(request.Tags.ContainsKey) : request.Tag is not null;

    private static async Task Refuse(
        HttpContext context,
        ReviewServices services,
        string path,
        CorrectionRequest request,
        CorrectionResult result
    )
    {
        if (!result.IsStale)
        {
            await ApiEndpoints.Problem(context, StatusCodes.Status422UnprocessableEntity, result.Problem!);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status409Conflict;
        using var theirs = JsonDocument.Parse(ApiEndpoints.Json(services.Documents.Open(path)!, result.Record!));
        await context.Response.WriteAsJsonAsync(
            new
            {
                problem = result.Problem,
                yours = new
                {
                    request.Action,
                    request.Observation,
                    request.Field,
                    request.Value,
                    request.Typed,
                },
                theirs = theirs.RootElement,
            }
        );
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PlanIngest.Host.Review;
using PlanIngest.Readers;

namespace PlanIngest.Host.Api;

/// <summary>Documents dropped onto the page: into the corpus, under their own name, whole or not at all.</summary>
public static class ApiUploads
{
    public static void Map(WebApplication app, ReviewServices services) =>
        app.MapPost("/api/v1/documents", context => Upload(context, services));

    private static async Task Upload(HttpContext context, ReviewServices services)
    {
        var name = context.Request.Query["name"].ToString();
        if (!CorpusPaths.IsPlainName(name))
        {
            await ApiEndpoints.Problem(
                context,
                StatusCodes.Status422UnprocessableEntity,
                "that is no name for a document"
            );
            return;
        }
        if (ReaderCatalog.For(name) is null)
        {
            var known = string.Join(' ', ReaderCatalog.All.SelectMany(reader => reader.Extensions));
            await ApiEndpoints.Problem(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                $"files of this type are not read; it is one of {known}"
            );
            return;
        }
        if (context.Request.ContentLength > services.Settings.FileLimit)
        {
            await ApiEndpoints.Problem(
                context,
                StatusCodes.Status413PayloadTooLarge,
                "the file is larger than the limit"
            );
            return;
        }
        var target = Path.Combine(services.Settings.Corpus, name);
        var exists = File.Exists(target) || Directory.Exists(target);
        if (
            exists
            && (
                context.Request.Query["replace"] != "true"
                || CorpusPaths.ExistingFile(services.Settings.Corpus, name) is null
            )
        )
        {
            await ApiEndpoints.Problem(
                context,
                StatusCodes.Status409Conflict,
                "there is a document of that name; replace it as its new version, or rename the file"
            );
            return;
        }
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = services.Settings.FileLimit;
        }
        // Received first, so that nothing half stands under the name, however the sender breaks off.
        await using var received = new FileStream(
            Path.GetTempFileName(),
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            1 << 16,
            FileOptions.DeleteOnClose
        );
        await context.Request.Body.CopyToAsync(received, context.RequestAborted);
        received.Position = 0;
        AtomicFile.Write(target, stream => received.CopyTo(stream));
        context.Response.StatusCode = exists ? StatusCodes.Status200OK : StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { path = name });
    }
}

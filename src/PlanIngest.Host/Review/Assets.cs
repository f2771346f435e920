using Microsoft.AspNetCore.Http;

namespace PlanIngest.Host.Review;

/// <summary>The few files a browser loads, built into the program.</summary>
public static class Assets
{
    public static async Task Send(HttpContext context)
    {
        var name = (string?)context.Request.RouteValues["name"] ?? "";
        var type = name switch
        {
            "review.css" => "text/css; charset=utf-8",
            "review.js" or "document.mjs" or "highlights.mjs" or "new-record.mjs" or "pages.mjs" or "record-list.mjs" =>
                "text/javascript; charset=utf-8",
            _ => null,
        };
        if (type is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = type;
        context.Response.Headers.CacheControl = "no-cache";
        await using var asset = Open(name);
        await asset.CopyToAsync(context.Response.Body);
    }

    public static Stream Open(string name) =>
        typeof(Assets).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is not built into the program");
}

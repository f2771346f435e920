using Microsoft.AspNetCore.Http;

namespace PlanIngest.Host.Review;

/// <summary>
/// The PDF engine for the browser: the same files of pdf.js that read PDFs beside this program, with the character maps
/// and fonts that documents may lack. Without them (no Node.js when it was built) PDFs are shown as text alone.
/// </summary>
public static class PdfScripts
{
    private static readonly string Library = Path.Combine(
        AppContext.BaseDirectory,
        "pdf-engine",
        "node_modules",
        "pdfjs-dist"
    );

    /// <summary>Everything a page may ask for, by its path in an address.</summary>
    private static readonly Dictionary<string, string> Files = Directory.Exists(Library)
        ? Directory
            .EnumerateFiles(Library, "*", SearchOption.AllDirectories)
            .ToDictionary(
                file => Path.GetRelativePath(Library, file).Replace(Path.DirectorySeparatorChar, '/'),
                StringComparer.Ordinal
            )
        : [];

    /// <summary>Where pages find the engine: the version stands in the address, so that browsers may keep the files.</summary>
    public static string? Folder { get; } =
        Files.ContainsKey("legacy/build/pdf.worker.mjs") && LentEngines.PdfVersion is { } version
            ? $"/engine/{version}/"
            : null;

    public static async Task Send(HttpContext context)
    {
        var name = (string?)context.Request.RouteValues["file"] ?? "";
        if (
            !Files.TryGetValue(name, out var file)
            || (string?)context.Request.RouteValues["version"] is not { } version
            || $"/engine/{version}/" != Folder
        )
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".mjs" or ".js" => "text/javascript; charset=utf-8",
            ".json" => "application/json",
            _ => "application/octet-stream",
        };
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        await context.Response.SendFileAsync(file);
    }
}

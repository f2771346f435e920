using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PlanIngest.Host.Api;
using PlanIngest.Host.Review.Pages;
using PlanIngest.Host.Review.Safety;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Review;

/// <summary>The review pages and the interface under <c>/api/v1</c>, behind their guard.</summary>
public static class ReviewEndpoints
{
    /// <summary>What machines ask for, and no page may need: not behind the guard.</summary>
    private static readonly string[] ForMachines = ["/healthz", "/readyz", "/metrics"];

    public static void Map(WebApplication app, ReviewServices services)
    {
        app.UseWhen(
            context => !ForMachines.Any(path => context.Request.Path.StartsWithSegments(path)),
            branch => branch.Use(services.Guard.Invoke)
        );
        app.UseRouting();
        app.MapGet("/", context => Documents(context, services));
        app.MapGet("/d/{**path}", context => Document(context, services));
        app.MapGet("/part", context => Part(context, services));
        app.MapGet("/records", context => Records(context, services));
        app.MapGet("/original", context => Original(context, services));
        app.MapGet("/assets/{name}", Assets.Send);
        SignInPages.Map(app, services);
        ApiEndpoints.Map(app, services);
    }

    /// <summary>Null, after a redirection, where the reviewer's name is not known yet.</summary>
    private static PageFrame? FrameFor(HttpContext context)
    {
        var visitor = RequestGuard.VisitorOf(context);
        if (visitor.Name is null)
        {
            context.Response.Redirect(
                "/name?to=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)
            );
            return null;
        }
        return new PageFrame(WordsFor(context), visitor.Name, visitor.Token);
    }

    public static PageWords WordsFor(HttpContext context) =>
        PageWords.For(context.Request.Headers.AcceptLanguage.ToString());

    public static Task Send(HttpContext context, HtmlWriter html)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return context.Response.WriteAsync(html.ToString());
    }

    private static async Task Documents(HttpContext context, ReviewServices services)
    {
        if (FrameFor(context) is not { } frame)
        {
            return;
        }
        var search = context.Request.Query["search"].ToString();
        var skip = ApiQuery.Number(context, "skip", 0, int.MaxValue);
        using var index = services.Index.Open();
        IReadOnlyList<IndexedDocument> documents = [];
        var total = 0;
        if (index is not null)
        {
            (documents, total) = IndexDocuments.List(index, search, skip, DocumentsPage.PageSize);
        }
        var known = index is null ? [] : IndexDocuments.Stamps(index).Keys.ToHashSet(StringComparer.Ordinal);
        var waiting = Directory.Exists(services.Settings.Corpus)
            ? InputFiles
                .Below(services.Settings.Corpus)
                .Select(file => file.Path)
                .Where(path => !known.Contains(path))
                .ToList()
            : [];
        await Send(context, DocumentsPage.Write(documents, total, waiting, search, skip, frame));
    }

    private static async Task Document(HttpContext context, ReviewServices services)
    {
        if (FrameFor(context) is not { } frame)
        {
            return;
        }
        var path = (string?)context.Request.RouteValues["path"] ?? "";
        if (services.Documents.Open(path) is not { } document)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            var missing = new HtmlWriter();
            frame.Begin(missing, frame.Words["no such document"], "missing");
            missing.Write($"<main id=\"main\"><h1>{frame.Words["no such document"]}</h1><p>{path}</p></main>");
            PageFrame.End(missing);
            await Send(context, missing);
            return;
        }
        using var index = services.Index.Open();
        var changes = index is null ? [] : IndexDocuments.ChangesOf(index, path);
        await Send(context, DocumentPage.Write(document, changes, frame));
    }

    /// <summary>One record's line and card, and the document's figures, after an action.</summary>
    private static async Task Part(HttpContext context, ReviewServices services)
    {
        var words = WordsFor(context);
        if (services.Documents.Open(context.Request.Query["path"].ToString()) is not { } document)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var id = context.Request.Query["id"].ToString();
        var (item, card) = (new HtmlWriter(), new HtmlWriter());
        if (document.Find(id) is { } record)
        {
            RecordView.WriteItem(item, document, record, words);
            RecordView.WriteCard(card, document, record, words);
        }
        await context.Response.WriteAsJsonAsync(
            new
            {
                item = item.ToString(),
                card = card.ToString(),
                done = document.Reviewed,
                all = document.All.Count(),
            }
        );
    }

    private static async Task Records(HttpContext context, ReviewServices services)
    {
        if (FrameFor(context) is not { } frame)
        {
            return;
        }
        var filter = ApiQuery.Filter(context);
        var skip = ApiQuery.Number(context, "skip", 0, 1_000_000);
        using var index = services.Index.Open();
        var page = index is null
            ? new IndexPage([], 0, false)
            : IndexQuery.Find(index, filter, skip, RecordsPage.PageSize);
        await Send(context, RecordsPage.Write(page, filter, ApiQuery.Text(context), skip, frame));
    }

    /// <summary>The document as it was handed in: only ever to be saved, never shown by the browser.</summary>
    private static async Task Original(HttpContext context, ReviewServices services)
    {
        var path = context.Request.Query["path"].ToString();
        if (CorpusPaths.ExistingFile(services.Settings.Corpus, path) is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.ContentDisposition =
            "attachment; filename*=UTF-8''" + Uri.EscapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        await context.Response.SendFileAsync(file);
    }
}

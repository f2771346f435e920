using System.Globalization;
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
    /// <summary>A record's clause and reasons are a few.</summary>
    private const int MostStretches = 100;

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
        app.MapGet("/places", context => Places(context, services));
        app.MapGet("/assets/{name}", Assets.Send);
        app.MapGet("/engine/{version}/{**file}", PdfScripts.Send);
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
        await Send(
            context,
            DocumentPage.Write(document, services.Documents.Members(path), services.ChangesOf(document), frame)
        );
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
            RecordView.WriteItem(item, record, document.Conflicting.Contains(id), words);
            RecordView.WriteCard(card, document, record, words);
        }
        await context.Response.WriteAsJsonAsync(
            new Dictionary<string, object>
            {
                ["item"] = item.ToString(),
                ["card"] = card.ToString(),
                ["done"] = document.Reviewed,
                ["source"] = document.Document.Source.Sha256,
                ["open-conflicts"] = document.OpenConflicts,
                ["open-corrections"] = document.Unsettled.Count(),
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

    /// <summary>The document as it was handed in: only ever to be saved, or drawn by our own script.</summary>
    private static async Task Original(HttpContext context, ReviewServices services)
    {
        var path = context.Request.Query["path"].ToString();
        var name = path[(path.LastIndexOf('/') + 1)..];
        const string Type = "application/octet-stream";
        var answer =
            CorpusPaths.ExistingFile(services.Settings.Corpus, path) is { } file
                ? Results.File(file, Type, name, enableRangeProcessing: true)
            : services.Documents.Source(path) is { } member ? Results.Bytes(member.Bytes, Type, name)
            : Results.NotFound();
        await answer.ExecuteAsync(context);
    }

    /// <summary>Where a PDF's values stand on its pages; with <c>at</c>, where those stretches of the text do.</summary>
    private static async Task Places(HttpContext context, ReviewServices services)
    {
        if (services.Documents.Open(context.Request.Query["path"].ToString()) is not { } document)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var places = new WordPlaces(document.Document);
        if (context.Request.Query.TryGetValue("at", out var asked))
        {
            await context.Response.WriteAsJsonAsync(
                Stretches(asked.ToString(), document.Document.Text.Length).SelectMany(places.Of)
            );
            return;
        }
        await context.Response.WriteAsJsonAsync(
            ValueMark
                .Of(document)
                .SelectMany(mark =>
                    places
                        .Of(mark.Span)
                        .Select(place => new
                        {
                            mark.Records,
                            mark.Status,
                            place,
                        })
                )
        );
    }

    /// <summary>Stretches of the text as a page names them: <c>12-40,96-99</c>.</summary>
    private static IEnumerable<Model.Span> Stretches(string asked, int length)
    {
        foreach (var part in asked.Split(',').Take(MostStretches))
        {
            if (
                part.Split('-') is [var from, var to]
                && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                && int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
                && start < end
                && end <= length
            )
            {
                yield return Model.Span.Between(start, end);
            }
        }
    }
}

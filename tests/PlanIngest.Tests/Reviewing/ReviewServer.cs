using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanIngest.Host;
using PlanIngest.Host.Review;
using PlanIngest.Host.Review.Safety;
using PlanIngest.Host.Watching;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Reviewing;

/// <summary>The pages and the interface on a free port, over two folders of their own, without the service around them.</summary>
public sealed partial class ReviewServer : IDisposable
{
    public const string Path = "dongling/plan.txt";

    private const string Plan = """
        东岭市“十四五”卫生健康发展规划
        表1 主要指标
        | 指标 | 2020年 | 2025年 |
        | --- | --- | --- |
        | 人均预期寿命（岁） | 78.2 | 79.5 |
        | 婴儿死亡率（‰） | 3.6 | ≤3.2 |
        """;

    private readonly WebApplication application;

    public ReviewServer(Func<string, ReviewAccess>? access = null, long fileLimitMegabytes = 1)
    {
        Folder = Directory.CreateTempSubdirectory("planingest-review-").FullName;
        Settings = new HostSettings
        {
            Corpus = System.IO.Path.Combine(Folder, "corpus"),
            Extracted = System.IO.Path.Combine(Folder, "extracted"),
            Corrections = System.IO.Path.Combine(Folder, "corpus", "_corrections"),
            FileLimitMegabytes = (int)fileLimitMegabytes,
            Access = access?.Invoke(Folder) ?? new ReviewAccess(),
        };
        Directory.CreateDirectory(Settings.Extracted);
        Write(Path, Plan);
        Extract();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Settings).AddSingleton<Mailbox>().AddReview();
        application = builder.Build();
        application.MapReview();
        application.StartAsync().GetAwaiter().GetResult();
        Address = new Uri(application.Urls.Single());
        Client = NewClient();
    }

    public string Folder { get; }
    public HostSettings Settings { get; }
    public Uri Address { get; }

    /// <summary>A program: no cookies, no browser's headers.</summary>
    public HttpClient Client { get; }

    public string CorrectionsPath => System.IO.Path.Combine(Settings.Corrections, Path + ".jsonl");

    public HttpClient NewClient() =>
        new(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };

    /// <summary>A browser that has said who reviews: its cookie and its token.</summary>
    public async Task<(string Cookie, string Token)> Visit(string name = "Li")
    {
        using var page = await Client.GetAsync("/name");
        var cookie = CookieOf(page)!;
        var token = TokenPattern().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        using var named = await Send(
            HttpMethod.Post,
            "/name",
            new FormUrlEncodedContent([new("token", token), new("name", name), new("to", "/")]),
            cookie
        );
        return (CookieOf(named) ?? cookie, token);
    }

    public async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        string? cookie = null,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        if (cookie is not null)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookie);
        }
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Correct(string json, params (string Name, string Value)[] headers) =>
        CorrectAt(Path, json, headers);

    public Task<HttpResponseMessage> CorrectAt(
        string path,
        string json,
        params (string Name, string Value)[] headers
    ) => Send(HttpMethod.Post, "/api/v1/corrections?path=" + path, Json(json), null, headers);

    /// <summary>Accepts the first record of a document; gives its id.</summary>
    public async Task<string> AcceptFirst(string path = Path)
    {
        var (id, tag) = await FirstRecord(path);
        using var answer = await CorrectAt(
            path,
            $$"""{"action":"accept","record":"{{id}}","by":"Li"}""",
            ("If-Match", tag)
        );
        answer.EnsureSuccessStatusCode();
        return id;
    }

    public async Task<(string Id, string Tag)> FirstRecord(string path = Path)
    {
        using var output = JsonDocument.Parse(await Client.GetStringAsync("/api/v1/document?path=" + path));
        var id = output.RootElement.GetProperty("records")[0].GetProperty("id").GetString()!;
        return (id, await TagOf(path, id));
    }

    /// <summary>The state of a record, or of the document's own fields.</summary>
    public async Task<string> TagOf(string path, string id)
    {
        using var record = await Client.GetAsync($"/api/v1/record?path={path}&id={id}");
        return record.Headers.ETag!.Tag;
    }

    /// <summary>The addresses there are, with their methods.</summary>
    public IEnumerable<(string Path, string Method)> Routes =>
        ((IEndpointRouteBuilder)application)
            .DataSources.SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .SelectMany(route =>
                route
                    .Metadata.GetRequiredMetadata<HttpMethodMetadata>()
                    .HttpMethods.Select(method => (route.RoutePattern.RawText!, method.ToLowerInvariant()))
            );

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static string? CookieOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.First().Split(';')[0] : null;

    public void Write(string path, string text)
    {
        var full = System.IO.Path.Combine(Settings.Corpus, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>As the service would: the output, then the index.</summary>
    public void Extract()
    {
        var bytes = File.ReadAllBytes(System.IO.Path.Combine(Settings.Corpus, Path));
        var corrections = new CorrectionStore(Settings.Corrections).Read(Path);
        var extraction = PlanIngest.IngestPipeline.Run(new PlanIngest.Model.SourceFile(Path, bytes), corrections);
        AtomicFile.Write(
            System.IO.Path.Combine(Settings.Extracted, Path + ".json"),
            stream => JsonOutput.Write(extraction, stream)
        );
        using var keeper = new IndexKeeper(Settings.Extracted);
        keeper.Sync();
    }

    public void Dispose()
    {
        Client.Dispose();
        application.StopAsync().GetAwaiter().GetResult();
        ((IDisposable)application).Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenPattern();
}

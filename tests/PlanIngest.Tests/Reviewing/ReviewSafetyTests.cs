using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using PlanIngest.Host;
using PlanIngest.Host.Review.Safety;

namespace PlanIngest.Tests.Reviewing;

/// <summary>The pages against the open web: each line of the list, and the attempt to break it.</summary>
public sealed class ReviewSafetyTests : IDisposable
{
    private const string Reject = """{"action":"reject","records":["r-000000000000"],"tags":{"r-000000000000":"1"}}""";

    private readonly ReviewServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task Every_answer_forbids_inline_script_frames_and_guessing_of_types()
    {
        foreach (var path in (string[])["/name", "/", "/assets/review.js", "/api/v1/documents", "/nowhere"])
        {
            using var answer = await server.Client.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'; script-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task The_cookie_is_strict_and_out_of_reach_of_scripts()
    {
        using var answer = await server.Client.GetAsync("/name");
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("169.254.169.254")]
    public async Task A_name_that_is_not_ours_is_not_answered(string host)
    {
        using var answer = await server.Send(HttpMethod.Get, "/api/v1/documents", null, null, ("Host", host));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_action_without_the_pages_token_is_refused()
    {
        var (cookie, token) = await server.Visit();
        using var without = await Act(cookie);
        using var wrong = await Act(cookie, ("X-Token", "guessed"));
        var (_, theirs) = await server.Visit("Wang");
        using var foreign = await Act(cookie, ("X-Token", theirs));
        using var right = await Act(cookie, ("X-Token", token));
        Assert.Equal(HttpStatusCode.Forbidden, without.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, right.StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task An_action_from_another_site_is_refused_even_with_cookie_and_token(string header, string value)
    {
        var (cookie, token) = await server.Visit();
        using var answer = await Act(cookie, ("X-Token", token), (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_of_another_site_cannot_pass_for_a_program()
    {
        var form = new StringContent(Reject, MediaTypeHeaderValue.Parse("text/plain"));
        using var answer = await server.Send(HttpMethod.Post, "/api/v1/corrections?path=" + ReviewServer.Path, form);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_forged_or_altered_session_is_none()
    {
        var (cookie, _) = await server.Visit();
        foreach (
            var forged in (string[])
                [
                    "planingest-session=TGk.c2VhbA",
                    cookie[..^2] + "xx",
                    "planingest-session=.",
                    cookie.Replace("=", "=A", StringComparison.Ordinal),
                ]
        )
        {
            using var answer = await server.Send(HttpMethod.Get, "/", null, forged);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("dongling/../../secret.txt")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\secret.txt")]
    [InlineData("dongling//plan.txt")]
    [InlineData("./dongling/plan.txt")]
    [InlineData("_corrections/dongling/plan.txt.jsonl")]
    [InlineData(".git/config")]
    [InlineData("link/secret.txt")]
    [InlineData("out.txt")]
    [InlineData("a.zip/../../secret.txt")]
    [InlineData("a.zip/secret.txt")]
    [InlineData("dongling/plan.txt\0.jpg")]
    public async Task No_path_of_a_request_leads_out_of_the_corpus(string path)
    {
        File.WriteAllText(Path.Combine(server.Folder, "secret.txt"), "secret");
        File.CreateSymbolicLink(
            Path.Combine(server.Settings.Corpus, "out.txt"),
            Path.Combine(server.Folder, "secret.txt")
        );
        Directory.CreateSymbolicLink(Path.Combine(server.Settings.Corpus, "link"), server.Folder);
        server.Write("_corrections/dongling/plan.txt.jsonl", "secret");
        server.Write(".git/config", "secret");
        using (var zip = ZipFile.Open(Path.Combine(server.Settings.Corpus, "a.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntry("../../secret.txt");
        }
        var (cookie, _) = await server.Visit();
        foreach (
            var page in (string[])
                [
                    "/original?path=",
                    "/api/v1/document?path=",
                    "/api/v1/corrections?path=",
                    "/part?path=",
                    "/places?path=",
                    "/d/",
                ]
        )
        {
            using var answer = await server.Send(HttpMethod.Get, page + Uri.EscapeDataString(path), null, cookie);
            Assert.DoesNotContain(
                "secret",
                (await answer.Content.ReadAsStringAsync()).Replace("secret.txt", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("new.txt", HttpStatusCode.Created)]
    [InlineData("plan.exe", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("plan", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("../up.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("a/b.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("a\\b.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData(".hidden.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("~$lock.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("a\u202Etxt.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("line\nbreak.txt", HttpStatusCode.UnprocessableEntity)]
    [InlineData("", HttpStatusCode.UnprocessableEntity)]
    public async Task An_upload_is_taken_only_under_a_plain_name_of_a_known_type(string name, HttpStatusCode status)
    {
        using var answer = await Upload(name, 10);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            status == HttpStatusCode.Created ? 2 : 1,
            Directory.GetFiles(server.Settings.Corpus, "*", SearchOption.AllDirectories).Length
        );
    }

    [Fact]
    public async Task An_upload_over_the_limit_is_refused_and_leaves_nothing()
    {
        using var answer = await Upload("large.txt", 1_048_577);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.False(File.Exists(Path.Combine(server.Settings.Corpus, "large.txt")));
    }

    [Fact]
    public async Task An_upload_stands_in_place_of_another_only_when_told_to()
    {
        using var first = await Upload("new.txt", 10);
        using var again = await Upload("new.txt", 20);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var replacing = await Upload("new.txt&replace=true", 30);
        Assert.Equal(HttpStatusCode.OK, replacing.StatusCode);
        Assert.Equal(30, new FileInfo(Path.Combine(server.Settings.Corpus, "new.txt")).Length);
    }

    [Fact]
    public async Task A_redirection_never_leads_to_another_site()
    {
        var (cookie, token) = await server.Visit();
        foreach (
            var to in (string[])["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
        )
        {
            using var answer = await server.Send(
                HttpMethod.Post,
                "/name",
                new FormUrlEncodedContent([new("token", token), new("name", "Li"), new("to", to)]),
                cookie
            );
            Assert.Equal("/", answer.Headers.Location!.OriginalString);
        }
    }

    [Theory]
    [InlineData("http://0.0.0.0:5480")]
    [InlineData("http://*:5480")]
    [InlineData("http://192.168.1.5:5480")]
    [InlineData("http://127.0.0.1:5480;http://[::]:5480")]
    public void It_does_not_start_where_others_can_reach_it_without_a_sign_in(string urls)
    {
        HostSettings.Load(new Dictionary<string, string?> { ["Urls"] = urls }, out var complaints);
        Assert.Contains(
            complaints,
            complaint => complaint.Contains("can be reached from other machines", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("http://127.0.0.1:5480")]
    [InlineData("http://localhost:5480")]
    [InlineData("http://[::1]:5480")]
    public void On_the_loopback_nobody_signs_in(string urls)
    {
        var settings = HostSettings.Load(new Dictionary<string, string?> { ["Urls"] = urls }, out var complaints);
        Assert.Empty(complaints);
        Assert.False(settings.Access.DemandsSignIn);
    }

    [Fact]
    public async Task Where_people_sign_in_nothing_is_shown_before_and_a_wrong_password_opens_nothing()
    {
        using var closed = new ReviewServer(folder =>
        {
            var users = Path.Combine(folder, "users");
            File.WriteAllText(users, UserFile.Line("li", "correct horse battery") + "\n");
            return new ReviewAccess { Users = users };
        });
        using var page = await closed.Client.GetAsync("/");
        using var data = await closed.Client.GetAsync("/api/v1/documents");
        Assert.Equal("/sign-in", page.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Unauthorized, data.StatusCode);
        using var form = await closed.Client.GetAsync("/sign-in");
        var cookie = ReviewServer.CookieOf(form);
        var token = (await form.Content.ReadAsStringAsync()).Split("name=\"token\" value=\"")[1].Split('"')[0];
        foreach (
            var (name, password, status) in ((string, string, HttpStatusCode)[])
                [
                    ("li", "guess", HttpStatusCode.Forbidden),
                    ("wang", "correct horse battery", HttpStatusCode.Forbidden),
                    ("li", "correct horse battery", HttpStatusCode.Redirect),
                ]
        )
        {
            using var answer = await closed.Send(
                HttpMethod.Post,
                "/sign-in",
                new FormUrlEncodedContent([
                    new("token", token),
                    new("name", name),
                    new("password", password),
                    new("to", "/"),
                ]),
                cookie
            );
            Assert.Equal(status, answer.StatusCode);
            using var after = await closed.Send(
                HttpMethod.Get,
                "/api/v1/documents",
                null,
                ReviewServer.CookieOf(answer) ?? cookie
            );
            Assert.Equal(
                status == HttpStatusCode.Redirect ? HttpStatusCode.OK : HttpStatusCode.Unauthorized,
                after.StatusCode
            );
        }
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("10.0.0.1", HttpStatusCode.Unauthorized)]
    public async Task Only_the_trusted_proxy_can_name_the_user(string proxy, HttpStatusCode status)
    {
        using var behind = new ReviewServer(_ => new ReviewAccess { ProxyHeader = "X-User", ProxyAddress = proxy });
        using var answer = await behind.Send(HttpMethod.Get, "/api/v1/documents", null, null, ("X-User", "li"));
        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public void Whatever_is_put_into_a_page_is_words()
    {
        var html = new PlanIngest.Host.Review.Pages.HtmlWriter();
        html.Write($"<p title=\"{"\" onmouseover=\"x"}\">{"<script>alert('1')</script>&amp;"}</p>");
        Assert.Equal(
            "<p title=\"&quot; onmouseover=&quot;x\">&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;&amp;amp;</p>",
            html.ToString()
        );
    }

    private Task<HttpResponseMessage> Act(string cookie, params (string, string)[] headers) =>
        server.Send(
            HttpMethod.Post,
            "/api/v1/corrections?path=" + ReviewServer.Path,
            ReviewServer.Json(Reject),
            cookie,
            headers
        );

    private Task<HttpResponseMessage> Upload(string name, int size)
    {
        var query = name.Contains("&replace", StringComparison.Ordinal) ? name : Uri.EscapeDataString(name);
        var bytes = new ByteArrayContent(new byte[size]);
        bytes.Headers.ContentType = MediaTypeHeaderValue.Parse("application/octet-stream");
        return server.Send(HttpMethod.Post, "/api/v1/documents?name=" + query, bytes);
    }
}

using System.Net;
using System.Text.Json;
using PlanIngest.Host.Review;
using PlanIngest.Records;

namespace PlanIngest.Tests.Reviewing;

public sealed class ApiTests : IDisposable
{
    private readonly ReviewServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task A_record_is_changed_by_whoever_saw_its_present_state()
    {
        var (id, tag) = await server.FirstRecord();
        using var done = await server.Correct(Change(id, "80.5岁"), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var record = await Json($"/api/v1/record?path={ReviewServer.Path}&id={id}");
        var review = record.RootElement.GetProperty("review");
        Assert.Equal("corrected", review.GetProperty("status").GetString());
        Assert.Equal("Li", review.GetProperty("by").GetString());
    }

    [Fact]
    public async Task Whoever_saw_an_older_state_is_shown_both_and_overwrites_nothing()
    {
        var (id, tag) = await server.FirstRecord();
        using var first = await server.Correct(Change(id, "80.5岁"), ("If-Match", tag));
        using var second = await server.Correct(Change(id, "81岁"), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        using var both = JsonDocument.Parse(await second.Content.ReadAsStringAsync());
        Assert.Equal("81岁", both.RootElement.GetProperty("yours").GetProperty("typed").GetString());
        Assert.Equal("Li", both.RootElement.GetProperty("theirs").GetProperty("review").GetProperty("by").GetString());
        Assert.Single(await File.ReadAllLinesAsync(server.CorrectionsPath));
    }

    [Fact]
    public async Task Nobody_judges_a_record_without_saying_which_state_they_saw()
    {
        var (id, _) = await server.FirstRecord();
        using var answer = await server.Correct($$"""{"action":"accept","record":"{{id}}"}""");
        Assert.Equal((HttpStatusCode)428, answer.StatusCode);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("null")]
    public async Task What_is_no_correction_is_refused(string body)
    {
        using var answer = await server.Correct(body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("""{"action":"burn"}""")]
    [InlineData("""{"action":"accept","records":[]}""")]
    [InlineData("""{"action":"accept","records":["r-000000000000"],"tags":{"r-000000000000":"1"}}""")]
    [InlineData("""{"action":"undo","of":["c-unknown"]}""")]
    [InlineData("""{"action":"resolve","record":"r-000000000000","conflict":0}""")]
    [InlineData("""{"action":"change","record":"document","field":"issuedOn","typed":"yesterday","tag":"*"}""")]
    [InlineData("""{"action":"change","record":"document","field":"planPeriod","typed":"三年行动","tag":"*"}""")]
    [InlineData("""{"action":"add","added":{"start":0,"end":99999,"name":"x","raw":"1"}}""")]
    public async Task What_does_not_fit_the_document_is_refused_and_nothing_written(string body)
    {
        var tag = await server.TagOf(ReviewServer.Path, "document");
        body = body.Replace("\"*\"", JsonSerializer.Serialize(tag.Trim('"')), StringComparison.Ordinal);
        using var answer = await server.Correct(body);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.True(!File.Exists(server.CorrectionsPath) || new FileInfo(server.CorrectionsPath).Length == 0);
    }

    [Fact]
    public async Task A_corrected_document_field_is_used_by_the_extraction()
    {
        using var done = await server.Correct(
            """{"action":"change","record":"document","field":"region","typed":"东岭新区"}""",
            ("If-Match", await server.TagOf(ReviewServer.Path, "document"))
        );
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var output = await Json("/api/v1/document?path=" + ReviewServer.Path);
        Assert.Equal("东岭新区", output.RootElement.GetProperty("document").GetProperty("region").GetString());
    }

    [Fact]
    public async Task Records_are_listed_by_pages_and_filters()
    {
        using var all = await Json("/api/v1/records?take=1");
        Assert.Equal(2, all.RootElement.GetProperty("total").GetInt32());
        Assert.True(all.RootElement.GetProperty("more").GetBoolean());
        using var found = await Json("/api/v1/records?search=" + Uri.EscapeDataString("死亡"));
        Assert.Equal("婴儿死亡率", found.RootElement.GetProperty("records")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_a_filter_finds_is_exported_in_the_flat_form()
    {
        var csv = await server.Client.GetStringAsync(
            "/api/v1/export?format=csv&search=" + Uri.EscapeDataString("婴儿")
        );
        var rows = CsvRows.Read(csv);
        Assert.Equal(PlanIngest.Outputs.FlatForm.Columns, rows[0]);
        Assert.Equal(3, rows.Count);
        Assert.All(rows.Skip(1), row => Assert.Equal("婴儿死亡率", row[7]));
    }

    [Fact]
    public async Task An_unchanged_document_is_not_sent_twice()
    {
        using var first = await server.Client.GetAsync("/api/v1/document?path=" + ReviewServer.Path);
        using var again = await server.Send(
            HttpMethod.Get,
            "/api/v1/document?path=" + ReviewServer.Path,
            null,
            null,
            ("If-None-Match", first.Headers.ETag!.Tag)
        );
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_route_there_is_and_no_other()
    {
        using var description = await Json("/api/v1/openapi.json");
        var described = description
            .RootElement.GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => (path.Name, method.Name)));
        var there = server.Routes.Where(route => route.Path.StartsWith("/api/", StringComparison.Ordinal));
        Assert.Equal(there.Order(), described.Order());
    }

    [Fact]
    public async Task Several_records_are_accepted_only_by_whoever_saw_each_as_it_is()
    {
        var (id, tag) = await server.FirstRecord();
        var accept = $$"""{"action":"accept","records":["{{id}}"],"tags":{"{{id}}":{{tag}}},"by":"Wang"}""";
        using var blind = await server.Correct($$"""{"action":"accept","records":["{{id}}"]}""");
        using var changed = await server.Correct(Change(id, "80.5岁"), ("If-Match", tag));
        using var stale = await server.Correct(accept);
        Assert.Equal((HttpStatusCode)428, blind.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Single(await File.ReadAllLinesAsync(server.CorrectionsPath));
    }

    [Fact]
    public async Task Two_writers_at_once_lose_nothing_and_tear_nothing()
    {
        var store = new CorrectionStore(server.Settings.Corrections);
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(() =>
                    {
                        for (var at = 0; at < 25; at++)
                        {
                            var line = new Correction
                            {
                                Id = $"c-{writer}-{at}",
                                Action = CorrectionAction.Accept,
                                Record = "r-1",
                                At = DateTimeOffset.UnixEpoch,
                            };
                            store.Append("busy.txt", _ => [line]);
                        }
                    })
                )
        );
        var file = CorrectionsFile.Read(store.Read("busy.txt"))!;
        Assert.Equal(200, file.Lines.Count);
        Assert.Empty(file.Unreadable);
    }

    [Fact]
    public void A_writer_closes_off_a_line_that_a_crash_tore()
    {
        var store = new CorrectionStore(server.Settings.Corrections);
        var line = new Correction
        {
            Id = "c-1",
            Action = CorrectionAction.Accept,
            Record = "r-1",
            At = DateTimeOffset.UnixEpoch,
        };
        store.Append("torn.txt", _ => [line]);
        File.AppendAllText(store.FileOf("torn.txt"), "{\"schema\":\"planinge");
        store.Append("torn.txt", _ => [line with { Id = "c-2" }]);
        var file = CorrectionsFile.Read(store.Read("torn.txt"))!;
        Assert.Equal(["c-1", "c-2"], file.Lines.Select(one => one.Id));
        Assert.Single(file.Unreadable);
    }

    private static string Change(string id, string typed) =>
        $$"""{"action":"change","record":"{{id}}","observation":"target-2025","field":"quantity","typed":"{{typed}}","by":"Li"}""";

    private async Task<JsonDocument> Json(string path) => JsonDocument.Parse(await server.Client.GetStringAsync(path));
}

using System.IO.Compression;
using System.Net;
using System.Text.Json;
using PlanIngest.Host.Review;
using PlanIngest.Tests.Corpus;
using PlanIngest.Tests.Readers.Pdf;

namespace PlanIngest.Tests.Reviewing;

/// <summary>Documents as the pages show them: members of archives, the document's own fields, new versions, PDFs.</summary>
public sealed class DocumentReviewTests : IDisposable
{
    private const string Pdf = "dongling/ruled.pdf";

    private readonly ReviewServer server = new();

    public void Dispose() => server.Dispose();

    [Fact]
    public async Task A_member_of_an_archive_is_reviewed_like_a_document()
    {
        using (var zip = ZipFile.Open(Path.Combine(server.Settings.Corpus, "plans.zip"), ZipArchiveMode.Create))
        {
            zip.CreateEntryFromFile(Path.Combine(server.Settings.Corpus, ReviewServer.Path), "县/plan.txt");
        }
        const string Member = "plans.zip/县/plan.txt";
        var (cookie, _) = await server.Visit();
        Assert.Contains(
            "/d/plans.zip/%E5%8E%BF/plan.txt",
            await Page("/d/plans.zip", cookie),
            StringComparison.Ordinal
        );
        var id = await server.AcceptFirst(Member);
        Assert.Contains(
            $"id=\"i-{id}\" class=\"accepted\"",
            await Page("/d/" + Member, cookie),
            StringComparison.Ordinal
        );
        Assert.True(File.Exists(Path.Combine(server.Settings.Corrections, Member + ".jsonl")));
        using var original = await server.Send(HttpMethod.Get, "/original?path=" + Member, null, cookie);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(server.Settings.Corpus, ReviewServer.Path)),
            await original.Content.ReadAsByteArrayAsync()
        );
        using var missing = await server.Send(HttpMethod.Get, "/d/plans.zip/other.txt", null, cookie);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_corrected_plan_period_is_followed_by_what_was_inferred_from_it()
    {
        server.Write(ReviewServer.Path, "东岭县工作要点\n到规划期末，新建公路120公里。\n");
        Assert.DoesNotContain("2030", await Document(), StringComparison.Ordinal);
        using var done = await ChangeDocument("planPeriod", "十五五", await Tag());
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        using var output = JsonDocument.Parse(await Document());
        var seen = output.RootElement.GetProperty("records")[0].GetProperty("observations")[0];
        Assert.Equal("2030", seen.GetProperty("period").GetString());
        var (cookie, _) = await server.Visit();
        Assert.Contains(
            "value=\"十五五 2026-2030\"",
            await Page("/d/" + ReviewServer.Path, cookie),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_documents_fields_have_a_history_and_are_undone()
    {
        var tag = await Tag();
        using var done = await ChangeDocument("title", "东岭市卫生规划", tag);
        using var stale = await ChangeDocument("title", "别的", tag);
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        var (cookie, _) = await server.Visit();
        var page = await Page("/d/" + ReviewServer.Path, cookie);
        Assert.Contains("<del>&quot;东岭市“十四五”卫生健康发展规划&quot;</del>", page, StringComparison.Ordinal);
        using var said = JsonDocument.Parse(await done.Content.ReadAsStringAsync());
        var line = said.RootElement.GetProperty("lines")[0].GetString();
        using var undone = await server.Correct($$"""{"action":"undo","of":["{{line}}"]}""");
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Contains("东岭市“十四五”卫生健康发展规划", await Document(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("十四五", "十四五 2021-2025")]
    [InlineData("2021-2025", "十四五 2021-2025")]
    [InlineData("“十三五”  2016—2020", "十三五 2016-2020")]
    [InlineData("三年行动 2018至2020", "三年行动 2018-2020")]
    [InlineData("三年行动", "")]
    [InlineData("2018-2020", "")]
    [InlineData("十四五 2025-2021", "")]
    [InlineData("十四五 20-25", "")]
    public void A_plan_period_is_typed_as_it_is_said(string typed, string understood) =>
        Assert.Equal(understood, TypedPlan.Show(TypedPlan.Parse(typed)));

    [Fact]
    public async Task What_a_new_version_changed_is_told_by_the_index()
    {
        Replace("79.5", "80.1");
        server.Extract();
        Assert.Equal(["changed 人均预期寿命: 2020 78.2 · 2025 79.5 -> 2020 78.2 · 2025 80.1"], await Changes());
    }

    [Fact]
    public async Task With_the_outputs_deleted_corrections_still_tell_what_changed_in_what_was_looked_at()
    {
        var accepted = await server.AcceptFirst();
        Replace(
            "| 人均预期寿命（岁） | 78.2 | 79.5 |",
            "| 人均预期寿命（岁） | 78.2 | 80.1 |\n| 新指标（个） | 1 | 2 |"
        );
        Replace("3.6", "3.7");
        Directory.Delete(server.Settings.Extracted, recursive: true);
        Assert.Equal(["changed 人均预期寿命: 78.2 · 79.5 -> 78.2 · 80.1"], await Changes());
        var (id, tag) = await server.FirstRecord();
        Assert.Equal(accepted, id);
        using var again = await server.Correct($$"""{"action":"accept","record":"{{id}}"}""", ("If-Match", tag));
        Assert.Empty(await Changes());
    }

    [Fact]
    public async Task What_was_accepted_and_is_gone_is_told_too_and_what_is_untouched_stays_accepted()
    {
        var (_, tag) = await server.FirstRecord();
        var accepted = await server.AcceptFirst();
        using var output = JsonDocument.Parse(await Document());
        var second = output.RootElement.GetProperty("records")[1].GetProperty("id").GetString()!;
        tag = await server.TagOf(ReviewServer.Path, second);
        using var also = await server.Correct($$"""{"action":"accept","record":"{{second}}"}""", ("If-Match", tag));
        Replace("| 婴儿死亡率（‰） | 3.6 | ≤3.2 |", "");
        Directory.Delete(server.Settings.Extracted, recursive: true);
        Assert.Equal(["gone 婴儿死亡率: 3.6 · ≤3.2 -> "], await Changes());
        var (cookie, _) = await server.Visit();
        var page = await Page("/d/" + ReviewServer.Path, cookie);
        Assert.Contains($"id=\"i-{accepted}\" class=\"accepted\"", page, StringComparison.Ordinal);
        Assert.Contains("<b id=\"done\">1</b> / 1", page, StringComparison.Ordinal);
    }

    [RequiresToolFact("node")]
    public async Task The_values_of_a_pdf_have_their_places_on_its_pages()
    {
        File.Copy(PagesFile.PathOf("ruled.pdf"), Path.Combine(server.Settings.Corpus, Pdf));
        var (cookie, _) = await server.Visit();
        using var places = JsonDocument.Parse(await Page("/places?path=" + Pdf, cookie));
        var all = places.RootElement.EnumerateArray().Select(mark => mark.GetProperty("place")).ToList();
        Assert.NotEmpty(all);
        Assert.All(
            all,
            place =>
            {
                var box = place.GetProperty("box").EnumerateArray().Select(side => side.GetDecimal()).ToList();
                Assert.True(box[0] < box[2] && box[1] < box[3] && place.GetProperty("page").GetInt32() >= 1);
                Assert.NotEmpty(place.GetProperty("words").GetString()!);
            }
        );
        Assert.Contains("data-engine=\"/engine/", await Page("/d/" + Pdf, cookie), StringComparison.Ordinal);
    }

    [RequiresToolFact("node")]
    public async Task Every_record_of_a_PDF_says_on_which_page_and_where_also_one_read_from_a_sentence()
    {
        var office = Path.Combine(
            Samples.Root,
            "tests",
            "PlanIngest.Tests",
            "Formats",
            "health-plan",
            "office-ruled.pdf"
        );
        File.Copy(office, Path.Combine(server.Settings.Corpus, Pdf));
        using var output = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/document?path=" + Pdf));
        var records = output.RootElement.GetProperty("records").EnumerateArray().ToList();
        Assert.Contains(records, record => record.GetProperty("origin").GetString() == "prose");
        Assert.All(
            records.Concat(records.SelectMany(record => record.GetProperty("observations").EnumerateArray())),
            one => Assert.True(one.GetProperty("source").TryGetProperty("bbox", out _))
        );
    }

    [RequiresToolFact("node")]
    public async Task The_engine_is_served_whole_and_nothing_beside_it()
    {
        var folder = PdfScripts.Folder!;
        foreach (
            var file in (string[])
                ["legacy/build/pdf.mjs", "legacy/build/pdf.worker.mjs", "cmaps/GBK-EUC-H.bcmap", "LICENSE"]
        )
        {
            using var answer = await server.Client.GetAsync(folder + file);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
        foreach (
            var path in (string[])
                [folder + "../package.json", folder + "%2e%2e/engine.mjs", folder, "/engine/0/legacy/build/pdf.mjs"]
        )
        {
            using var answer = await server.Client.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private void Replace(string words, string by)
    {
        var file = Path.Combine(server.Settings.Corpus, ReviewServer.Path);
        File.WriteAllText(file, File.ReadAllText(file).Replace(words, by, StringComparison.Ordinal));
    }

    private Task<string> Tag() => server.TagOf(ReviewServer.Path, "document");

    private Task<string> Document() => server.Client.GetStringAsync("/api/v1/document?path=" + ReviewServer.Path);

    private Task<HttpResponseMessage> ChangeDocument(string field, string typed, string tag) =>
        server.Correct(
            $$"""{"action":"change","record":"document","field":"{{field}}","typed":"{{typed}}","by":"Li"}""",
            ("If-Match", tag)
        );

    private async Task<IEnumerable<string>> Changes()
    {
        using var changes = JsonDocument.Parse(
            await server.Client.GetStringAsync("/api/v1/changes?path=" + ReviewServer.Path)
        );
        return
        [
            .. changes
                .RootElement.EnumerateArray()
                .Select(change =>
                    $"{change.GetProperty("kind")} {change.GetProperty("name")}: {change.GetProperty("before")} -> {change.GetProperty("after")}"
                ),
        ];
    }

    private async Task<string> Page(string path, string cookie)
    {
        using var answer = await server.Send(HttpMethod.Get, path, null, cookie);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}

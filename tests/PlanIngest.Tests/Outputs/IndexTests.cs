using System.Text.Json;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Outputs;

public sealed class IndexTests : IDisposable
{
    private const string Accepted =
        ",\"review\":{\"status\":\"accepted\",\"by\":\"张三\",\"at\":\"2026-03-02T08:00:00Z\",\"note\":null,\"machine\":{}}";

    private readonly string folder = Directory.CreateTempSubdirectory("planingest-index-").FullName;

    private string IndexPath => Path.Combine(folder, IndexFile.Name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("床位", 2)]
    [InlineData("床", 2)]
    [InlineData("床位数", 1)]
    [InlineData("位床", 0)]
    [InlineData("護士", 0)]
    [InlineData("GDP", 1)]
    [InlineData("ｇｄｐ", 1)]
    [InlineData("每千人", 1)]
    [InlineData("每 千 人", 1)]
    [InlineData("\"床位\" OR *", 0)]
    [InlineData("", 4)]
    public void A_search_finds_what_stands_together_in_name_or_source(string search, int found)
    {
        Fill();
        Assert.Equal(found, Find(new IndexFilter { Search = search }).Total);
    }

    [Fact]
    public void Filters_and_orders_find_the_same_by_words_and_by_columns()
    {
        Fill();
        Assert.Equal("r-2", Assert.Single(Find(new IndexFilter { Flag = "unit-missing" }).Records).Id);
        Assert.Equal(3, Find(new IndexFilter { Status = "open" }).Total);
        Assert.Equal("张三", Assert.Single(Find(new IndexFilter { Status = "accepted" }).Records).Reviewer);
        Assert.Equal(4, Find(new IndexFilter { Role = "target", Period = "2025" }).Total);
        Assert.Equal(
            ["r-2", "r-4"],
            Find(new IndexFilter { Below = 0.8m, Order = IndexOrder.Doubt }).Records.Select(one => one.Id)
        );
        Assert.Equal(2, Find(new IndexFilter { Path = "a" }).Total);
        Assert.Equal(2, Find(new IndexFilter { Path = "a/one.txt" }).Total);
        Assert.Equal(0, Find(new IndexFilter { Path = "a/one" }).Total);
    }

    [Fact]
    public void A_document_written_again_stands_in_place_of_what_it_was()
    {
        Fill();
        using (var output = Parse("a/one.txt", Record("r-9", "森林覆盖率", "0.9", "")))
        using (var index = IndexOutput.Open(IndexPath))
        {
            index.Put(output.RootElement, 2, 20);
            index.Commit();
        }
        Assert.Equal(0, Find(new IndexFilter { Search = "床位数" }).Total);
        Assert.Equal(1, Find(new IndexFilter { Search = "森林" }).Total);
        Assert.Equal(3, Find(new IndexFilter()).Total);
    }

    [Fact]
    public void A_removed_document_is_found_no_more()
    {
        Fill();
        using (var index = IndexOutput.Open(IndexPath))
        {
            index.Remove("a/one.txt");
            index.Commit();
        }
        Assert.Equal(2, Find(new IndexFilter()).Total);
        using var reading = IndexFile.OpenToRead(IndexPath)!;
        Assert.Equal("b/two.txt", Assert.Single(IndexDocuments.List(reading, null, 0, 10).Documents).Path);
    }

    [Fact]
    public void The_view_for_people_has_the_columns_of_the_flat_form()
    {
        Fill();
        using var index = IndexFile.OpenToRead(IndexPath)!;
        using var command = index.CreateCommand();
        command.CommandText = "SELECT * FROM observations WHERE name = '床位数'";
        using var row = command.ExecuteReader();
        Assert.Equal(FlatForm.Columns, Enumerable.Range(0, row.FieldCount).Select(row.GetName));
        Assert.True(row.Read());
        Assert.Equal("a/one.txt", row["path"]);
        Assert.Equal(95.0, row["value"]);
    }

    [Fact]
    public void The_index_cannot_be_written_by_those_who_read_it()
    {
        Fill();
        using var index = IndexFile.OpenToRead(IndexPath)!;
        using var command = index.CreateCommand();
        command.CommandText = "DELETE FROM record";
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => command.ExecuteNonQuery());
    }

    [Fact]
    public void A_damaged_index_is_made_anew()
    {
        File.WriteAllText(
            IndexPath,
            "this is no database, whatever its name says; it is long enough to be looked into"
        );
        Fill();
        Assert.Equal(4, Find(new IndexFilter()).Total);
    }

    [Fact]
    public void The_list_of_documents_says_how_far_the_review_is()
    {
        Fill();
        using var index = IndexFile.OpenToRead(IndexPath)!;
        var one = IndexDocuments.Find(index, "a/one.txt")!;
        Assert.Equal((2, 1, "张三"), (one.Records, one.Reviewed, one.Reviewers));
        Assert.False(one.IsFinished);
    }

    private void Fill()
    {
        using var index = IndexOutput.Open(IndexPath);
        using var one = Parse(
            "a/one.txt",
            Record("r-1", "床位数", "0.95", "", Accepted),
            Record("r-2", "每千人口GDP", "0.6", "\"unit-missing\"")
        );
        using var two = Parse("b/two.txt", Record("r-3", "医院床位", "0.99", ""), Record("r-4", "注册护士", "0.7", ""));
        index.Put(one.RootElement, 1, 10);
        index.Put(two.RootElement, 1, 10);
        index.Commit();
    }

    private IndexPage Find(IndexFilter filter)
    {
        using var index = IndexFile.OpenToRead(IndexPath)!;
        return IndexQuery.Find(index, filter, 0, 50);
    }

    private static JsonDocument Parse(string path, params string[] records) =>
        JsonDocument.Parse(
            $$"""
            {"schema":"planingest/extraction/1","extractor":"planingest/0.4.0","document":{"path":"{{path}}","sha256":"00",
            "bytes":1,"mediaType":"text/plain","encoding":"utf-8","engine":null,"title":null,"kind":"plan",
            "documentNumber":null,"issuer":null,"issuedOn":null,"region":"东岭市","planPeriod":null},
            "records":[{{string.Join(',', records)}}],"conflicts":[],"diagnostics":[]}
            """
        );

    private static string Record(string id, string name, string confidence, string flags, string more = "") =>
        $$"""
            {"id":"{{id}}","name":"{{name}}","nameKey":"{{name}}","unit":"%","category":[],"ordinal":null,"nature":null,
            "responsible":null,"origin":"table","tier":"core","observations":[{"id":"target-2025","role":"target","period":"2025",
            "quantity":{"kind":"number","comparator":">=","value":95,"unit":"%"},"raw":"≥95","source":{"start":1,"end":4,"line":1} } ],
            "quote":"{{name}} | ≥95","source":{"start":0,"end":4,"line":1},"confidence":{{confidence}},
            "flags":[{{flags}}]{{more}} }
            """;
}

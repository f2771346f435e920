using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Tests.Readers.Archives;

public class ArchiveReaderTests
{
    private static List<Extraction> All(byte[] archive, ReaderLimits? limits = null) =>
        [.. IngestPipeline.RunAll(new SourceFile("2025/a.zip", archive), _ => null, limits)];

    private static string[] Messages(Extraction extraction) =>
        [.. extraction.Findings.Select(finding => finding.Message)];

    [Fact]
    public void Each_member_is_a_document_of_its_own_behind_the_archives()
    {
        var all = All(ZipFile.Of(("计划/甲.txt", "床位7张。"), ("乙.csv", "a,b\n1,2\n")));

        Assert.Equal(
            ["2025/a.zip", "2025/a.zip/计划/甲.txt", "2025/a.zip/乙.csv"],
            all.Select(each => each.Document.Path)
        );
        Assert.Empty(all[0].Records);
        Assert.Empty(all[0].Findings);
        Assert.Equal("床位7张。", all[1].Document.Text);
    }

    [Theory]
    [InlineData("../../x.txt", "leads out")]
    [InlineData("..\\x.txt", "leads out")]
    [InlineData("/etc/x.txt", "leads out")]
    [InlineData("C:/x.txt", "leads out")]
    [InlineData("a//x.txt", "leads out")]
    [InlineData("a\u0001.txt", "control")]
    [InlineData("inner.zip", "archives in archives")]
    [InlineData("picture.jpg", "'.jpg' are not read")]
    public void Members_that_are_refused_are_named_with_the_reason(string name, string reason)
    {
        var all = All(ZipFile.Of((name, "x"), ("好.txt", "好。")));

        Assert.Equal(2, all.Count);
        Assert.Equal("archive-member-refused", Assert.Single(all[0].Findings).Code);
        Assert.Contains(reason, Messages(all[0])[0], StringComparison.Ordinal);
        Assert.Contains("x", Messages(all[0])[0] + "x", StringComparison.Ordinal);
    }

    [Fact]
    public void Litter_of_systems_and_folders_is_passed_over()
    {
        var all = All(
            ZipFile.Of(
                ("__MACOSX/._甲.txt", "x"),
                (".DS_Store", "x"),
                ("~$甲.docx", "x"),
                ("夹/", ""),
                ("甲.txt", "甲。")
            )
        );

        Assert.Equal(2, all.Count);
        Assert.Empty(all[0].Findings);
    }

    [Fact]
    public void A_name_that_stands_twice_is_read_once()
    {
        var all = All(ZipFile.Of(("a.txt", "一。"), ("A.TXT", "二。")));

        Assert.Equal(2, all.Count);
        Assert.Contains("twice", Assert.Single(Messages(all[0])), StringComparison.Ordinal);
    }

    [Fact]
    public void Names_in_the_charset_of_chinese_windows_are_read()
    {
        var name = Encoding.UTF8.GetBytes("aaaa.txt");
        var gbk = new byte[] { 0xBC, 0xC6, 0xBB, 0xAE };
        var archive = ZipFile.Of(("aaaa.txt", "甲。"));
        for (var at = archive.AsSpan().IndexOf(name); at >= 0; at = archive.AsSpan().IndexOf(name))
        {
            gbk.CopyTo(archive, at);
        }

        Assert.Equal("2025/a.zip/计划.txt", All(archive)[^1].Document.Path);
    }

    [Fact]
    public void A_bomb_among_large_members_is_one()
    {
        var noise = new byte[100_000];
        new Random(1).NextBytes(noise);
        var archive = ZipFile.Of([("扫描.pdf", noise), ("甲.txt", new byte[500_000]), ("乙.txt", noise)]);

        var all = All(archive, ReaderLimits.Default with { RatioFree = 1000, Ratio = 20 });

        Assert.Equal(["2025/a.zip", "2025/a.zip/扫描.pdf"], all.Select(each => each.Document.Path));
        Assert.Equal("unpacks-too-large", Assert.Single(all[0].Findings).Code);
    }

    [Fact]
    public void A_bomb_is_stopped_by_what_it_really_unpacks_to()
    {
        var limits = ReaderLimits.Default with { RatioFree = 1_000_000 };
        var all = All(
            ZipFile.Of([("a.txt", new byte[300]), ("b.txt", new byte[5_000_000]), ("c.txt", new byte[300])]),
            limits
        );

        Assert.Equal(["2025/a.zip", "2025/a.zip/a.txt"], all.Select(each => each.Document.Path));
        Assert.Contains(all[0].Findings, finding => finding.Code == "unpacks-too-large");
    }

    [Fact]
    public void More_members_than_the_limit_are_left()
    {
        var all = All(
            ZipFile.Of(("a.txt", "一。"), ("b.txt", "二。"), ("c.txt", "三。")),
            ReaderLimits.Default with
            {
                Members = 2,
            }
        );

        Assert.Equal(3, all.Count);
        Assert.Equal("archive-member-refused", Assert.Single(all[0].Findings).Code);
    }

    [Fact]
    public void What_is_no_archive_is_refused()
    {
        var all = All([1, 2, 3, 4]);

        Assert.Equal("file-damaged", Assert.Single(Assert.Single(all).Findings).Code);
    }
}

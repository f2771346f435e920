using PlanIngest.Tests.Outputs;

namespace PlanIngest.Tests.Host;

public class ExtractTests
{
    private const string Plan = "某市“十四五”规划\n到2025年，全市医疗床位达到3.36万张。\n";

    [Fact]
    public void A_folder_gives_the_same_tree_of_outputs_and_a_file_its_own()
    {
        using var at = new CommandLine();
        at.Write("docs/a/b/plan.txt", Plan);
        at.Write("docs/.hidden.txt", Plan);
        at.Write("docs/~$plan.txt", Plan);
        at.Write("docs/plan.txt.part", Plan);
        at.Write("docs/_corrections/plan.txt.jsonl", "");
        at.Write("other/名 字😀.txt", Plan);
        var result = at.Run("extract", "docs", "other/名 字😀.txt", "--out", "out");
        Assert.Equal((0, "", ""), (result.Exit, result.Output, result.Error));
        Assert.Equal(
            ["a/b/plan.txt.json", "名 字😀.txt.json"],
            Directory
                .EnumerateFiles(Path.Combine(at.Folder, "out"), "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Path.Combine(at.Folder, "out"), file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
        );
        Contract.AssertHolds(at.Read("out/a/b/plan.txt.json"), Plan);
        Assert.Contains("\"path\": \"a/b/plan.txt\"", at.Read("out/a/b/plan.txt.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void One_file_goes_to_standard_output_where_no_folder_is_given()
    {
        using var at = new CommandLine();
        at.Write("plan.txt", Plan);
        var result = at.Run("extract", "plan.txt");
        Assert.Equal(0, result.Exit);
        Contract.AssertHolds(result.Output, Plan);
    }

    [Fact]
    public void Two_inputs_with_one_output_are_refused_before_anything_is_written()
    {
        using var at = new CommandLine();
        at.Write("a/plan.txt", Plan);
        at.Write("b/plan.txt", Plan);
        var result = at.Run("extract", "a", "b/plan.txt", "--out", "out");
        Assert.Equal(2, result.Exit);
        Assert.Contains("plan.txt.json", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(at.Folder, "out")));
    }

    [Theory]
    [InlineData("extract", "docs")]
    [InlineData("extract", "docs/plan.txt", "docs/scan.xyz")]
    [InlineData("extract", "docs", "--nonsense")]
    public void Wrong_usage_is_exit_code_two(params string[] arguments)
    {
        using var at = new CommandLine();
        at.Write("docs/plan.txt", Plan);
        at.Write("docs/scan.xyz", "");
        var result = at.Run(arguments);
        Assert.NotEqual(0, result.Exit);
        Assert.NotEqual("", result.Error);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_read_is_named_and_the_rest_is_written()
    {
        using var at = new CommandLine();
        at.Write("docs/plan.txt", Plan);
        at.Write("docs/scan.xyz", "x");
        var result = at.Run("extract", "docs", "nowhere.txt", "--out", "out");
        Assert.Equal(1, result.Exit);
        Assert.Contains("scan.xyz: unsupported-type", result.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.txt: ", result.Error, StringComparison.Ordinal);
        Contract.AssertHolds(at.Read("out/plan.txt.json"));
        Contract.AssertHolds(at.Read("out/scan.xyz.json"));
        Assert.False(at.Exists("out/nowhere.txt.json"));
    }

    [Fact]
    public void A_file_over_the_limit_is_refused_with_its_hash()
    {
        using var at = new CommandLine();
        at.Write("docs/plan.txt", new string('床', 400_000));
        var result = at.Run("extract", "docs", "--out", "out", "--file-limit", "1");
        Assert.Equal(1, result.Exit);
        Assert.Contains("plan.txt: file-too-large", result.Error, StringComparison.Ordinal);
        Contract.AssertHolds(at.Read("out/plan.txt.json"));
        Assert.Contains("\"bytes\": 1200000", at.Read("out/plan.txt.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_folder_locale_and_time_zone_give_the_same_bytes()
    {
        using var one = new CommandLine();
        using var other = new CommandLine();
        one.Write("docs/plan.txt", Plan);
        other.Write("somewhere/else/docs/plan.txt", Plan);
        var away = new Dictionary<string, string>
        {
            ["LANG"] = "tr_TR.UTF-8",
            ["LC_ALL"] = "ar_SA.UTF-8",
            ["TZ"] = "Asia/Shanghai",
            ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "0",
        };
        Assert.Equal(0, one.Run("extract", "docs", "--out", "out").Exit);
        Assert.Equal(0, other.RunWith(away, "extract", "somewhere/else/docs", "--out", "out").Exit);
        Assert.Equal(one.Read("out/plan.txt.json"), other.Read("out/plan.txt.json"));
    }

    [Fact]
    public void The_schema_printed_is_the_one_outputs_are_held_against()
    {
        using var at = new CommandLine();
        var result = at.Run("schema");
        Assert.Equal(0, result.Exit);
        Assert.Contains("planingest/extraction/1", result.Output, StringComparison.Ordinal);
    }
}

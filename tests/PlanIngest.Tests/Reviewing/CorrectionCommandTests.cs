using PlanIngest.Tests.Host;

namespace PlanIngest.Tests.Reviewing;

/// <summary>Correcting from the command line, as a user does it.</summary>
public sealed class CorrectionCommandTests : IDisposable
{
    private const string Plan = """
        东岭市“十四五”卫生健康发展规划
        表1 主要指标
        | 指标 | 2020年 | 2025年 |
        | --- | --- | --- |
        | 人均预期寿命（岁） | 78.2 | 79.5 |
        | 婴儿死亡率（‰） | 3.6 | ≤3.2 |
        """;

    private readonly CommandLine command = new();

    public CorrectionCommandTests()
    {
        command.Write("corpus/plan.txt", Plan);
        Extract();
    }

    public void Dispose() => command.Dispose();

    [Fact]
    public void A_change_is_listed_stands_in_the_output_and_can_be_undone()
    {
        var id = FirstRecord();
        var line = Run(
                "correct",
                "plan.txt",
                "change",
                "--record",
                id,
                "--observation",
                "target-2025",
                "--field",
                "quantity",
                "--value",
                "80.5岁",
                "--by",
                "李"
            )
            .Trim();
        Assert.Contains(
            $"applied\t{line}\tchange\t{id}\ttarget-2025",
            Run("corrections", "list"),
            StringComparison.Ordinal
        );
        Extract();
        Assert.Contains("80.5", command.Read("extracted/plan.txt.json"), StringComparison.Ordinal);
        Assert.Contains("\"by\":\"李\"", Run("corrections", "show", "plan.txt", line), StringComparison.Ordinal);
        Run("correct", "plan.txt", "undo", "--of", line);
        Extract();
        Assert.DoesNotContain("80.5", command.Read("extracted/plan.txt.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_is_added_over_words_of_the_document()
    {
        Run(
            "correct",
            "plan.txt",
            "add",
            "--words",
            "| 婴儿死亡率（‰） | 3.6 | ≤3.2 |",
            "--name",
            "婴儿死亡率目标",
            "--raw",
            "≤3.2",
            "--role",
            "target",
            "--period",
            "2025"
        );
        Extract();
        Assert.Contains("\"status\": \"added\"", command.Read("extracted/plan.txt.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exported_table_is_taken_back_after_a_listing()
    {
        Run("export", "--out", "table.csv");
        var table = command
            .Read("table.csv")
            .Replace("人均预期寿命,人均预期寿命", "平均预期寿命,人均预期寿命", StringComparison.Ordinal)
            .Replace(",=,79.5,", ",=,79.6,", StringComparison.Ordinal);
        command.Write("table.csv", "\uFEFF" + table.TrimStart('\uFEFF'));
        var listing = Run("corrections", "import", "table.csv", "--by", "李");
        Assert.Contains("name '人均预期寿命' -> '平均预期寿命'", listing, StringComparison.Ordinal);
        Assert.False(command.Exists("corpus/_corrections/plan.txt.jsonl"));
        Run("corrections", "import", "table.csv", "--by", "李", "--yes");
        Extract();
        Assert.Contains("平均预期寿命", command.Read("extracted/plan.txt.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_whose_source_has_moved_is_refused_and_the_others_apply()
    {
        Run("export", "--out", "table.csv");
        command.Write(
            "table.csv",
            command.Read("table.csv").Replace(",expected,", ",binding,", StringComparison.Ordinal)
        );
        command.Write("corpus/plan.txt", Plan.Replace("79.5", "79.9", StringComparison.Ordinal));
        var result = command.Run("corrections", "import", "table.csv", "--by", "李");
        Assert.Equal(1, result.Exit);
        Assert.Contains("says '79.9' now, not '79.5'", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_versions_are_compared_by_id_then_by_name()
    {
        File.Copy(Path.Combine(command.Folder, "extracted/plan.txt.json"), Path.Combine(command.Folder, "old.json"));
        command.Write(
            "corpus/plan.txt",
            Plan.Replace("79.5", "79.9", StringComparison.Ordinal)
                .Replace("婴儿死亡率（‰） | 3.6", "孕产妇死亡率（/10万） | 9", StringComparison.Ordinal)
        );
        Extract();
        var lines = Run("compare", "old.json", "extracted/plan.txt.json")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("changed\t", StringComparison.Ordinal)
                && line.Contains("79.5", StringComparison.Ordinal)
                && line.Contains("79.9", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("added\t", StringComparison.Ordinal)
                && line.Contains("孕产妇死亡率", StringComparison.Ordinal)
        );
        Assert.Contains(
            lines,
            line =>
                line.StartsWith("gone\t", StringComparison.Ordinal)
                && line.Contains("婴儿死亡率", StringComparison.Ordinal)
        );
        Assert.Equal(3, lines.Length);
    }

    [Fact]
    public void The_index_is_built_from_the_outputs_and_a_reading_is_explained()
    {
        Assert.Contains("1 documents", Run("reindex"), StringComparison.Ordinal);
        Assert.True(command.Exists("extracted/index.db"));
        var explained = Run("explain", "plan.txt", FirstRecord());
        Assert.Contains("人均预期寿命", explained, StringComparison.Ordinal);
        Assert.Contains("79.5", explained, StringComparison.Ordinal);
        command.Write("corpus/plan.txt", Plan + "\n附件\n");
        Assert.Contains("The source has changed", Run("explain", "plan.txt", FirstRecord()), StringComparison.Ordinal);
    }

    private void Extract() => Run("extract", "corpus", "--out", "extracted");

    private string Run(params string[] arguments)
    {
        var result = command.Run(arguments);
        Assert.True(result.Exit == 0, result.Error);
        return result.Output;
    }

    private string FirstRecord()
    {
        using var output = System.Text.Json.JsonDocument.Parse(command.Read("extracted/plan.txt.json"));
        return output.RootElement.GetProperty("records")[0].GetProperty("id").GetString()!;
    }
}

using System.Text;
using PlanIngest.Host;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Host;

public class ExportTests
{
    private static readonly string Output = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Outputs", "whole.json")
    );

    [Fact]
    public void All_outputs_become_one_table_by_path_with_a_byte_order_mark()
    {
        using var at = new CommandLine();
        at.Write("extracted/b.txt.json", Output.Replace("某市/plan.txt", "b.txt", StringComparison.Ordinal));
        at.Write("extracted/a.txt.json", Output.Replace("某市/plan.txt", "a.txt", StringComparison.Ordinal));
        at.Write("extracted/.state/documents.json", "{}");
        Assert.Equal(0, at.Run("export", "--out", "all.csv").Exit);
        var bytes = File.ReadAllBytes(Path.Combine(at.Folder, "all.csv"));
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var lines = at.Read("all.csv").TrimEnd().Split("\r\n");
        Assert.Equal(string.Join(',', FlatForm.Columns), lines[0]);
        Assert.Equal(["a.txt", "a.txt", "b.txt", "b.txt"], lines[1..].Select(line => line.Split(',')[0]));
    }

    [Fact]
    public void A_file_that_is_no_output_is_named_and_passed_over()
    {
        using var at = new CommandLine();
        at.Write("a.json", "{\"schema\": \"another\"}");
        at.Write("b.json", "not json");
        at.Write("c.json", Output);
        var result = at.Run("export", "a.json", "b.json", "c.json", "--format", "jsonl");
        Assert.Equal(1, result.Exit);
        Assert.Equal(2, result.Output.TrimEnd('\n').Split('\n').Length);
        Assert.Contains("a.json", result.Error, StringComparison.Ordinal);
        Assert.Contains("b.json", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ScanSeconds", "soon")]
    [InlineData("Workers", "-1")]
    [InlineData("LogFormat", "xml")]
    [InlineData("Urls", "ftp://x")]
    [InlineData("Corpus", "")]
    [InlineData("Extracted", "corpus/out")]
    [InlineData("Speed", "1")]
    public void A_wrong_setting_is_named(string name, string value)
    {
        HostSettings.Load(new Dictionary<string, string?> { [name] = value }, out var complaints);
        Assert.Contains(complaints, complaint => complaint.Contains($"'{name}'", StringComparison.Ordinal));
    }

    [Fact]
    public void Relative_paths_count_from_the_calling_folder_also_those_of_the_environment()
    {
        using var at = new CommandLine();
        at.Write("here/c.json", Output);
        var result = at.RunWith(
            new Dictionary<string, string> { [HostSettings.EnvironmentPrefix + "Extracted"] = "here" },
            "export",
            "--format",
            "jsonl"
        );
        Assert.Equal(0, result.Exit);
        Assert.Equal(2, result.Output.TrimEnd('\n').Split('\n').Length);
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PlanIngest.Tests.Outputs;

namespace PlanIngest.Tests.Host;

/// <summary>A folder of files that are broken, hostile or oddly named, read once as a user would.</summary>
public sealed class BadInputs : IDisposable
{
    public const string Plan = "某市“十四五”规划\n到2025年，全市医疗床位达到3.36万张。\n";
    public const long Huge = 300_000_000;
    private const string PipeTable =
        "主要指标\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 床位数（张） | 100 | 120 |\n| 医师数（人） | 50 | 6";
    private const string TagTable =
        "<table border=1><tr><th>指标</th><th>2025年</th></tr><tr><td>床位数（张）</td><td>120</td></tr><tr><td>医师（人）</td><td>6";
    private const int Columns = 10_000;

    public BadInputs()
    {
        Write("good.txt", Plan);
        Write("empty.txt", "");
        Write("empty.md", "");
        Write("empty.html", "");
        Write("blank.txt", " \n　\n");
        // The same bytes each time; no text in any encoding.
        var noise = Enumerable.Range(0, 600).SelectMany(at => SHA256.HashData(BitConverter.GetBytes(at))).ToArray();
        Write("binary.txt", noise);
        Write("zeros.txt", new byte[5000]);
        Write("half.txt", Encoding.UTF8.GetBytes(Plan + "床")[..^1]);
        Write("half.md", Encoding.UTF8.GetBytes("# 规划\n\n全市床位达到3.36万张")[..^1]);
        Write("half.html", Encoding.UTF8.GetBytes("<p>到2025年，全市床位达到3.36万张。</p>床")[..^2]);
        Write("cut.txt", PipeTable);
        Write("cut.md", PipeTable);
        Write("cut.html", TagTable);
        Write("cut-tags.txt", TagTable);
        foreach (
            var (name, between) in (ReadOnlySpan<(string, string)>)
                [("pipes.md", "|"), ("tabs.txt", "\t"), ("blanks.txt", "  ")]
        )
        {
            var row = string.Join(between, Enumerable.Repeat("12", Columns)) + "\n";
            var rule = between == "|" ? string.Join(between, Enumerable.Repeat("---", Columns)) + "\n" : "";
            Write($"wide-{name}", row.Replace("12", "指标", StringComparison.Ordinal) + rule + row + row + row);
        }
        var cells = "<tr>" + string.Concat(Enumerable.Repeat("<td>1</td>", Columns)) + "</tr>";
        Write("wide.html", $"<table border=1>{cells}{cells}</table>");
        Write(
            "wide.csv",
            string.Concat(Enumerable.Repeat(string.Join(',', Enumerable.Repeat("1", Columns)) + "\n", 3))
        );
        Write("deep.html", string.Concat(Enumerable.Repeat("<div>", 200_000)) + Plan);
        Write("deep.md", new string('>', 1000) + " " + Plan);
        using (var huge = File.Create(Path.Combine(At.Folder, "docs", "huge.txt")))
        {
            huge.SetLength(Huge);
        }
        Write("名 字😀 规划.txt", Plan);
        Result = At.Run("extract", "docs", "--out", "out");
    }

    public CommandLine At { get; } = new();

    public CommandLine.Result Result { get; }

    public void Dispose() => At.Dispose();

    private void Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    private void Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.Combine(At.Folder, "docs"));
        File.WriteAllBytes(Path.Combine(At.Folder, "docs", name), bytes);
    }
}

public class BadInputTests(BadInputs inputs) : IClassFixture<BadInputs>
{
    [Theory]
    [InlineData("empty.txt", "empty-file", "copied completely")]
    [InlineData("empty.md", "empty-file", "copied completely")]
    [InlineData("empty.html", "empty-file", "copied completely")]
    [InlineData("blank.txt", "empty-file", "copied completely")]
    [InlineData("binary.txt", "not-text", "give the file the ending of its real format")]
    [InlineData("zeros.txt", "not-text", "give the file the ending of its real format")]
    [InlineData(
        "huge.txt",
        "file-too-large",
        "The file has 286 MB, the limit is 256 MB; split it, or raise the setting"
    )]
    public void What_cannot_be_read_is_refused_and_named(string name, string code, string words)
    {
        var diagnostic = Assert.Single(Diagnostics(name));
        Assert.Equal(("error", code), (diagnostic.Severity, diagnostic.Code));
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains($"{name}: {code}: ", inputs.Result.Error, StringComparison.Ordinal);
        Assert.Empty(Records(name));
    }

    [Theory]
    [InlineData("half.txt", "invalid-bytes", "the first on line 3", 1)]
    [InlineData("half.md", "invalid-bytes", "the first on line 3", 1)]
    [InlineData("half.html", "invalid-bytes", "check whether the file was cut", 1)]
    [InlineData("cut.txt", "table-cut", "Check whether the file is complete", 2)]
    [InlineData("cut.md", "table-cut", "Check whether the file is complete", 2)]
    [InlineData("cut.html", "table-cut", "Check whether the file is complete", 2)]
    [InlineData("cut-tags.txt", "table-cut", "Check whether the file is complete", 2)]
    [InlineData("wide-pipes.md", "table-unreadable", "wider than 1024 columns", 0)]
    [InlineData("wide-tabs.txt", "table-unreadable", "wider than 1024 columns", 0)]
    [InlineData("wide-blanks.txt", "table-unreadable", "3 lines of words and then figures", 0)]
    [InlineData("wide.html", "table-unreadable", "wider than 1024 columns", 0)]
    [InlineData("wide.csv", "table-too-large", "1024 columns", 0)]
    [InlineData("deep.html", "too-deep", "from line 1 of the file on", 1)]
    [InlineData("deep.md", "too-deep", "Line 1 begins", 1)]
    public void What_can_be_read_in_part_is_and_the_rest_is_named(string name, string code, string words, int records)
    {
        var diagnostic = Assert.Single(Diagnostics(name), diagnostic => diagnostic.Code == code);
        Assert.Equal("warning", diagnostic.Severity);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(records, Records(name).Length);
        Assert.DoesNotContain($"{name}: ", inputs.Result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good.txt")]
    [InlineData("名 字😀 规划.txt")]
    public void Name_makes_no_difference(string name)
    {
        Assert.Empty(Diagnostics(name));
        Assert.Single(Records(name));
        Assert.Contains($"\"path\": \"{name}\"", inputs.At.Read($"out/{name}.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_file_has_its_output_and_no_trace_of_the_program_is_shown()
    {
        Assert.Equal((1, ""), (inputs.Result.Exit, inputs.Result.Output));
        Assert.DoesNotContain("   at ", inputs.Result.Error, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(inputs.At.Folder, "docs")))
        {
            Contract.AssertHolds(inputs.At.Read($"out/{Path.GetFileName(file)}.json"));
        }
    }

    /// <summary>Root may read everything, so there the program runs as nobody.</summary>
    [RequiresToolFact("setpriv")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void File_that_may_not_be_read_is_named_and_the_rest_is_written()
    {
        using var at = new CommandLine();
        File.SetUnixFileMode(at.Folder, (UnixFileMode)0b111_111_111);
        File.SetUnixFileMode(at.Write("secret.txt", BadInputs.Plan), UnixFileMode.None);
        at.Write("open.txt", BadInputs.Plan);
        string[] nobody =
            Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        var result = at.RunBehind(nobody, "extract", "secret.txt", "open.txt", "--out", "out");
        Assert.Equal(1, result.Exit);
        Assert.StartsWith("secret.txt: Access to the path", result.Error, StringComparison.Ordinal);
        Assert.EndsWith("the right to read it.\n", result.Error, StringComparison.Ordinal);
        Assert.True(at.Exists("out/open.txt.json"));
        Assert.False(at.Exists("out/secret.txt.json"));
    }

    [Fact]
    public void Name_that_leads_nowhere_or_to_no_file_is_named()
    {
        using var at = new CommandLine();
        File.CreateSymbolicLink(Path.Combine(at.Folder, "link.txt"), Path.Combine(at.Folder, "away.txt"));
        at.Write("open.txt", BadInputs.Plan);
        var result = at.Run("extract", "link.txt", "open.txt", "--out", "out");
        Assert.Equal((1, "link.txt: there is no such file\n"), (result.Exit, result.Error));
        Assert.True(at.Exists("out/open.txt.json"));
    }

    private JsonElement Output(string name) => JsonDocument.Parse(inputs.At.Read($"out/{name}.json")).RootElement;

    private JsonElement[] Records(string name) => [.. Output(name).GetProperty("records").EnumerateArray()];

    private IEnumerable<(string Severity, string Code, string Message)> Diagnostics(string name) =>
        Output(name)
            .GetProperty("diagnostics")
            .EnumerateArray()
            .Select(diagnostic =>
                (
                    diagnostic.GetProperty("severity").GetString()!,
                    diagnostic.GetProperty("code").GetString()!,
                    diagnostic.GetProperty("message").GetString()!
                )
            );
}

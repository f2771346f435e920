using System.Text;
using System.Text.Json;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Outputs;

public class FlatFormTests
{
    private static readonly string Whole = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "Outputs", "whole.json")
    );

    [Fact]
    public void Each_observation_is_one_row_with_a_value_for_every_column()
    {
        using var output = JsonDocument.Parse(Whole);
        var rows = FlatForm.Rows(output.RootElement).ToList();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal(FlatForm.Columns.Count, row.Length));
        var change = FlatForm.Columns.Zip(rows[1]).ToDictionary(pair => pair.First, pair => pair.Second.Text);
        Assert.Equal("健康水平 / 死亡", change["category"]);
        Assert.Equal("十四五", change["plan"]);
        Assert.Equal("change", change["kind"]);
        Assert.Equal("10", change["value"]);
        Assert.Equal("8.928", change["level_value"]);
        Assert.Equal("unit-inferred ocr-suspect", change["flags"]);
        Assert.Equal("corrected", change["review"]);
        Assert.Equal("false", change["conflict"]);
        Assert.Equal("3", change["page"]);
    }

    [Fact]
    public void An_interval_has_two_ends_and_a_conflicting_observation_says_so()
    {
        using var output = JsonDocument.Parse(
            Whole
                .Replace("\"period\": \"2020\"", "\"period\": \"2021/2025\"", StringComparison.Ordinal)
                .Replace(
                    "{\"record\": \"r-1\", \"observation\": \"target-2025\"}",
                    "{\"record\": \"r-00000000000e\", \"observation\": \"baseline-2020\"}",
                    StringComparison.Ordinal
                )
        );
        var row = FlatForm.Rows(output.RootElement).First();
        var cells = FlatForm.Columns.Zip(row).ToDictionary(pair => pair.First, pair => pair.Second.Text);
        Assert.Equal(
            ("2021/2025", "2021", "2025", "true"),
            (cells["period"], cells["period_start"], cells["period_end"], cells["conflict"])
        );
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("+8%", "'+8%")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("+86", "+86")]
    [InlineData("床位, \"张\"", "\"床位, \"\"张\"\"\"")]
    [InlineData("两行\n字", "\"两行\n字\"")]
    public void Words_that_a_spreadsheet_would_run_are_escaped(string words, string cell)
    {
        using var writer = new StringWriter();
        CsvOutput.WriteRow(writer, [new FlatValue(words), new FlatValue("-1", true), default]);
        Assert.Equal(cell + ",-1,\r\n", writer.ToString());
    }

    [Fact]
    public void A_line_of_json_has_every_column_and_keeps_numbers_numbers()
    {
        using var output = JsonDocument.Parse(Whole);
        using var stream = new MemoryStream();
        using (var json = new JsonLayout(stream))
        {
            foreach (var row in FlatForm.Rows(output.RootElement))
            {
                JsonLinesOutput.WriteRow(json, row);
            }
        }
        var lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using var line = JsonDocument.Parse(lines[0]);
        Assert.Equal(FlatForm.Columns, line.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(9.92m, line.RootElement.GetProperty("value").GetDecimal());
        Assert.Equal(JsonValueKind.Null, line.RootElement.GetProperty("low").ValueKind);
    }
}

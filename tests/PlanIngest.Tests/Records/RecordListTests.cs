using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Readers;

namespace PlanIngest.Tests.Records;

/// <summary>The records of a great table are held packed, and come back as they were.</summary>
public class RecordListTests
{
    private const int Rows = 10_000;

    private static readonly string Table =
        "某市“十四五”规划\n\n序号\t指标\t单位\t2020年\t2025年\t属性\t责任单位\n"
        + string.Concat(Enumerable.Range(1, Rows).Select(Row));

    private static readonly Extraction Read = IngestPipeline.Run(
        new SourceFile("great.txt", System.Text.Encoding.UTF8.GetBytes(Table))
    );

    [Fact]
    public void Every_row_is_a_record_with_its_own_words_and_values()
    {
        Assert.Equal(Rows, Read.Records.Count);
        foreach (var at in (int[])[0, 1023, 1024, 1025, 7777, Rows - 1])
        {
            var record = Read.Records[at];
            Assert.Equal($"第{at + 1}号床位", record.Name);
            Assert.Equal($"{at + 1}", record.Ordinal);
            Assert.All(record.Observations, one => Assert.Equal(at + 2, one.Cell?.Row));
            Assert.All(
                record.Observations.Where(one => one.Quantity.Kind == QuantityKind.Number),
                one => Assert.Contains($"{one.Quantity.Value}", Read.Document.Slice(one.Span).ToString())
            );
        }
    }

    [Fact]
    public void A_record_added_to_another_list_behind_thousands_of_others_comes_back_alike_member_by_member()
    {
        var packed = new RecordList(Read.Document.Shown);
        packed.AddRange(Enumerable.Repeat(Read.Records[0], 5000));
        packed.AddRange(Read.Records.Take(50));
        Assert.Equal(Json(Read.Records.Take(50)), Json(packed.Skip(5000)));
        Assert.Equal(
            Read.Records.Take(50).SelectMany(record => record.Observations.Select(one => one.Evidence)),
            packed.Skip(5000).SelectMany(record => record.Observations.Select(one => one.Evidence))
        );
    }

    private static string Json(IEnumerable<IndicatorRecord> records)
    {
        using var stream = new MemoryStream();
        JsonOutput.Write(Read with { Records = [.. records] }, stream);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Limits, ranges, words, changes and merged blanks among plain numbers.</summary>
    private static string Row(int row) =>
        (row % 7) switch
        {
            1 => $"{row}\t第{row}号床位\t张\t{row}\t≥{row + 1}\t约束性\t卫健委\n",
            2 => $"{row}\t第{row}号床位\t张\t{row}.5\t{row}~{row + 9}\t预期性\t\n",
            3 => $"{row}\t第 {row} 号床位\t张\t{row}\t增长{row}%\t预期性\t发改委\n",
            4 => $"{row}\t第{row}号床位\t张\t—\t{row}\t\t卫健委、发改委\n",
            5 => $"{row}\t第{row}号床位\t%\t{row}\t≤{row}.0\t约束性\t卫健委\n",
            _ => $"{row}\t第{row}号床位\t张\t{row}\t{row + 1}\t约束性\t卫健委\n",
        };
}

using PlanIngest.Host;
using PlanIngest.Model;
using PlanIngest.Tests.Corpus;

namespace PlanIngest.Tests.Formats;

/// <summary>
/// One plan, many formats: samples of <c>corpus/</c> saved as web page, Markdown, Word, spreadsheet, delimited text and
/// PDF (by LibreOffice 7.4, and by Chromium for the unruled PDF) say the same, but for places. What does not come out
/// the same is a row of <c>exceptions.tsv</c>, with the reason.
/// </summary>
public class FormatsTests
{
    private static readonly string Folder = Path.Combine(Samples.Root, "tests", "PlanIngest.Tests", "Formats");

    private static readonly (string Folder, string Original)[] Plans =
    [
        ("health-plan", "qingyuan/health-plan.txt"),
        ("agriculture-plan", "beihe/agriculture-plan.md"),
    ];

    [Theory]
    [InlineData(".html", 2)]
    [InlineData(".md", 1)]
    [InlineData(".csv", 1)]
    [InlineData(".docx", 1)]
    [InlineData(".xlsx", 1)]
    [InlineData(".xls", 1)]
    public void A_plan_says_the_same_in_every_format(string extension, int each) =>
        Compare(extension, each * Plans.Length);

    [RequiresToolFact("soffice")]
    public void A_plan_says_the_same_in_a_format_that_is_converted() => Compare(".doc", Plans.Length);

    [RequiresToolFact("node")]
    public void A_plan_says_the_same_as_pdf_ruled_and_unruled() => Compare(".pdf", 4);

    private static void Compare(string extension, int count)
    {
        var exceptions = File.ReadLines(Path.Combine(Folder, "exceptions.tsv"))
            .Select(line => line.Split('\t'))
            .ToLookup(row => row[0], row => row[1]);
        var compared = 0;
        foreach (var (folder, original) in Plans)
        {
            var truth = Statements(original, Samples.Bytes(original));
            Assert.NotEmpty(truth);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(Folder, folder), "*" + extension))
            {
                var name = $"{folder}/{Path.GetFileName(file)}";
                if (Path.GetExtension(file) != extension)
                {
                    continue;
                }
                compared++;
                var read = Statements(name, File.ReadAllBytes(file));
                var differ = truth.Except(read).Concat(read.Except(truth));
                var unexplained = differ.Where(line => !exceptions[name].Contains(line.Split(" | ")[1])).ToList();
                Assert.True(unexplained.Count == 0, $"{name}:\n{string.Join('\n', unexplained)}");
            }
        }
        Assert.Equal(count, compared);
    }

    /// <summary>Each record as a line: all that it says and nothing of where it stands.</summary>
    private static List<string> Statements(string path, byte[] bytes) =>
        [
            .. IngestPipeline
                .Run(new SourceFile(path, bytes), engines: LentEngines.All)
                .Records.Select(record =>
                    string.Join(
                        " | ",
                        record.Origin,
                        record.Name,
                        record.Unit,
                        string.Join('/', record.Category),
                        record.Ordinal,
                        record.Nature,
                        string.Join(
                            "; ",
                            record.Observations.Select(said => $"{said.Role} {said.Period} {said.Quantity}")
                        )
                    )
                ),
        ];
}

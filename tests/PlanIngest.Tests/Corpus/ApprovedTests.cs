using System.Text;
using PlanIngest.Model;
using PlanIngest.Outputs;

namespace PlanIngest.Tests.Corpus;

/// <summary>
/// The output of the samples is what was approved, byte for byte, in <c>extracted/</c>. It says "unchanged", not
/// "right": that is what the truth files are for. Tests never write it.
/// </summary>
public class ApprovedTests
{
    private const string Refresh =
        "look at the difference, and if it is meant: dotnet run --project src/PlanIngest.Host -- extract corpus --out extracted";

    public static TheoryData<string> All => [.. Samples.Paths];

    [Theory]
    [MemberData(nameof(All))]
    public void Output_of_a_sample_is_the_approved_one(string sample)
    {
        var approved = Path.Combine(Samples.Root, "extracted", sample + ".json");
        Assert.True(File.Exists(approved), $"{approved} is missing; {Refresh}");
        using var written = new MemoryStream();
        JsonOutput.Write(IngestPipeline.Run(new SourceFile(sample, Samples.Bytes(sample))), written);
        var due = Encoding.UTF8.GetString(File.ReadAllBytes(approved)).Split('\n');
        var seen = Encoding.UTF8.GetString(written.ToArray()).Split('\n');
        var at = due.Zip(seen).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.True(
            at == due.Length && at == seen.Length,
            $"{sample}, line {at + 1} of its output:\n- {due.ElementAtOrDefault(at)}\n+ {seen.ElementAtOrDefault(at)}\n{Refresh}"
        );
    }

    [Fact]
    public void Nothing_is_approved_that_is_no_sample() =>
        Assert.Empty(Samples.Tracked("extracted/").Except(Samples.Paths.Select(path => path + ".json")));
}

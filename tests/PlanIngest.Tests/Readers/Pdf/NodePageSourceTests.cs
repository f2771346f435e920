using PlanIngest.Host.Engines;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Tests.Readers.Pdf;

public sealed class NodePageSourceTests
{
    private static readonly byte[] Small = PdfBytes.Page("BT /F1 10 Tf 100 700 Td (Beds 5120) Tj ET");
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "pdf-engine", "engine.mjs");

    [Fact]
    public void Without_node_the_finding_says_what_to_install()
    {
        using var source = new NodePageSource(Script, "no-such-node", ChildLimits.Default);

        var trouble = source.Read(Small, ReaderLimits.Default).Trouble!;

        Assert.Equal(("pdf-engine-missing", Severity.Error), (trouble.Code, trouble.Severity));
        Assert.Contains("install Node.js 20.16 or newer", trouble.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("v20.20.2", true)]
    [InlineData("v22.3.0", true)]
    [InlineData("v20.15.1", false)]
    [InlineData("v18.19.0", false)]
    [InlineData("command not found", false)]
    public void Node_must_be_as_new_as_the_engine_needs(string version, bool serves) =>
        Assert.Equal(serves, NodeProgram.Judge(version) is null);

    [Fact]
    public void Without_an_engine_lent_a_pdf_is_refused_for_that() =>
        Assert.Equal(["pdf-engine-missing"], DocumentSketch.Findings(Reading.Of("plan.pdf", Small)));

    [RequiresToolFact("node")]
    public void A_document_over_the_time_is_stopped_and_the_next_is_read()
    {
        using var source = new NodePageSource(
            Script,
            "node",
            ChildLimits.Default with
            {
                WorkWithoutPage = TimeSpan.FromMilliseconds(1500),
            }
        );
        var endless = PdfBytes.Page("BT /F1 1 Tf " + string.Concat(Enumerable.Repeat("(w) Tj ", 3_000_000)) + "ET");

        Assert.Contains(
            source.Read(endless, ReaderLimits.Default).Trouble?.Code,
            new[] { "time-limit", "memory-limit" }
        );
        Assert.Single(source.Read(Small, ReaderLimits.Default).Pages);
    }

    [RequiresToolFact("node")]
    public void A_document_over_the_memory_is_stopped_and_the_next_is_read()
    {
        using var source = new NodePageSource(
            Script,
            "node",
            ChildLimits.Default with
            {
                WorkWithoutPage = TimeSpan.FromSeconds(30),
                MemoryBytes = 220L * 1024 * 1024,
            }
        );
        var large = PdfBytes.Page("BT /F1 1 Tf " + string.Concat(Enumerable.Repeat("(w) Tj ", 3_000_000)) + "ET");

        Assert.Equal("memory-limit", source.Read(large, ReaderLimits.Default).Trouble?.Code);
        Assert.Single(source.Read(Small, ReaderLimits.Default).Pages);
    }
}

using System.Text.Json;
using PlanIngest.Tests.Readers;

namespace PlanIngest.FaultTests;

public class OperatingTests
{
    [Fact]
    public async Task Json_logs_are_one_event_a_line_and_hold_no_text_of_a_document()
    {
        using var at = new Workplace();
        at.Write("plan.txt", Plans.Of(1));
        at.Write("broken.docx", "no office file");
        using var service = new RunningService(at, null, "LogFormat=json", "Urls=");
        await service.UntilLine("plan.txt");
        await service.UntilLine("broken.docx: refused");
        service.Terminate();
        Assert.True(service.HasEnded);
        foreach (var line in service.Lines)
        {
            using var entry = JsonDocument.Parse(line);
            Assert.True(entry.RootElement.TryGetProperty("EventId", out _), line);
        }
        var said = string.Concat(service.Lines);
        Assert.DoesNotContain("医疗床位", said, StringComparison.Ordinal);
        Assert.Contains("\"Records\":", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_setting_is_named_before_anything_begins()
    {
        using var at = new Workplace();
        var (exit, said) = at.Run(
            "--corpus",
            at.Corpus,
            "--extracted",
            at.Corpus,
            "--set",
            "Workers=many",
            "--set",
            "Colour=red"
        );
        Assert.Equal(2, exit);
        Assert.Contains("'Workers' is 'many'", said, StringComparison.Ordinal);
        Assert.Contains("no setting 'Colour'", said, StringComparison.Ordinal);
        Assert.Contains("'Extracted'", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_says_how_many_documents_are_up_to_date()
    {
        using var at = new Workplace();
        at.Write("one.txt", Plans.Of(1));
        at.Write("two.txt", Plans.Of(2));
        using (var first = new RunningService(at))
        {
            await first.UntilLine("0 of 2 documents");
            await first.Settled(2);
        }
        at.Write("three.txt", Plans.Of(3));
        using var second = new RunningService(at);
        await second.UntilLine("2 of 3 documents");
        await second.UntilLine("Pages: http://127.0.0.1:");
        await second.UntilLine("three.txt: ");
    }

    [Fact]
    public async Task A_document_that_eats_memory_is_stopped_and_costs_itself_only()
    {
        using var at = new Workplace();
        using var service = new RunningService(at, null, "MemoryLimitMegabytes=128");
        // Packed, for the limit grows with the bytes of the file.
        at.Write("eater.zip", ZipFile.Of(("eater.txt", Plans.Of(1, 40_000_000))));
        at.Write("plan.txt", Plans.Of(2));
        await service.UntilStatus("refused eater.zip: Reading needed more than");
        await service.Until(async () => (await service.Counts())["done"] == 1);
        Assert.Contains("memory-limit", await File.ReadAllTextAsync(at.Output("eater.zip")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Links_are_followed_and_none_leads_round_in_a_ring()
    {
        using var at = new Workplace();
        var elsewhere = Directory.CreateDirectory(Path.Combine(at.Root, "elsewhere")).FullName;
        await File.WriteAllTextAsync(Path.Combine(elsewhere, "inner.txt"), Plans.Of(1));
        await File.WriteAllTextAsync(Path.Combine(at.Root, "single.txt"), Plans.Of(2));
        Directory.CreateSymbolicLink(at.Document("folder"), elsewhere);
        Directory.CreateSymbolicLink(at.Document("ring"), at.Corpus);
        File.CreateSymbolicLink(at.Document("link.txt"), Path.Combine(at.Root, "single.txt"));
        File.CreateSymbolicLink(at.Document("nowhere.txt"), Path.Combine(at.Root, "gone.txt"));
        using var service = new RunningService(at);
        await service.Settled(2);
        Assert.True(File.Exists(at.Output("folder/inner.txt")));
        Assert.True(File.Exists(at.Output("link.txt")));
        // no event tells of a change behind a link: looking finds it
        await File.WriteAllTextAsync(Path.Combine(elsewhere, "inner.txt"), Plans.Of(3, 900));
        await service.Until(() =>
            Task.FromResult(File.ReadAllText(at.Output("folder/inner.txt")).Contains("103", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_document_replaced_by_one_of_the_same_size_and_time_is_told_by_its_hash()
    {
        using var at = new Workplace();
        var time = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        at.Write("plan.txt", Plans.Of(1));
        File.SetLastWriteTimeUtc(at.Document("plan.txt"), time);
        using var service = new RunningService(at);
        await service.Settled(1);
        await File.WriteAllTextAsync(
            at.Document("plan.txt"),
            Plans.Of(1).Replace("101", "707", StringComparison.Ordinal)
        );
        File.SetLastWriteTimeUtc(at.Document("plan.txt"), time);
        await service.Until(() =>
            Task.FromResult(File.ReadAllText(at.Output("plan.txt")).Contains("707", StringComparison.Ordinal))
        );
    }

    [RootFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task With_corrections_elsewhere_the_corpus_may_be_read_only()
    {
        using var at = new Workplace();
        at.Write("plan.txt", Plans.Of(1));
        var corrections = Directory.CreateDirectory(Path.Combine(at.Root, "people")).FullName;
        using var service = new RunningService(at, at.AsNobody(), $"Corrections={corrections}");
        File.SetUnixFileMode(at.Corpus, (UnixFileMode)0b101_101_101);
        await service.Settled(1);
        await File.WriteAllTextAsync(Path.Combine(corrections, "plan.txt.jsonl"), "no correction\n");
        await service.Until(() =>
            Task.FromResult(
                File.ReadAllText(at.Output("plan.txt")).Contains("\"corrections\": \"", StringComparison.Ordinal)
            )
        );
    }
}

using System.Diagnostics;

namespace PlanIngest.FaultTests;

public class ServiceTests
{
    [Fact]
    public async Task A_day_of_four_hundred_mixed_documents_with_a_crash_in_its_middle_loses_none()
    {
        using var at = new Workplace();
        var first = new RunningService(at);
        for (var number = 0; number < 398; number++)
        {
            at.Write($"县{number % 7}/规划 {number}{Mixed.Extension(number)}", Mixed.Bytes(number));
        }
        at.Write("damaged.docx", Mixed.Sample(".docx")[..2000]);
        at.Write("县0/改.txt", Plans.Of(399));
        await first.Until(async () => (await first.Counts())["done"] > 50);
        at.Write("县0/改.txt", Plans.Of(4711));
        first.Kill();
        first.Dispose();
        using var second = new RunningService(at);
        await second.Settled(400);
        var counts = await second.Counts();
        Assert.Equal((399, 1), (counts["done"], counts["refused"]));
        Assert.Contains("refused damaged.docx", await second.Ask("/status"), StringComparison.Ordinal);
        Assert.InRange(second.Terminate(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
        at.AssertAgrees();
    }

    [Fact]
    public async Task Asked_to_stop_it_ends_within_ten_seconds_and_goes_on_at_the_next_start()
    {
        using var at = new Workplace();
        for (var number = 0; number < 200; number++)
        {
            at.Write($"{number}.txt", Plans.Of(number, 6000));
        }
        using (var first = new RunningService(at))
        {
            await first.Until(async () => (await first.Counts())["done"] > 10);
            Assert.InRange(first.Terminate(), TimeSpan.Zero, TimeSpan.FromSeconds(10));
            Assert.Equal(0, first.ExitCode);
        }
        using var second = new RunningService(at);
        await second.Settled(200);
        at.AssertAgrees();
    }

    [Fact]
    public async Task A_finished_corpus_is_not_read_again_and_a_newer_extractor_reads_all_of_it()
    {
        using var at = new Workplace();
        for (var number = 0; number < 20; number++)
        {
            at.Write($"{number}.txt", Plans.Of(number));
        }
        using (var first = new RunningService(at))
        {
            await first.Settled(20);
        }
        File.WriteAllText(
            at.Output("3.txt"),
            File.ReadAllText(at.Output("3.txt"))
                .Replace(IngestPipeline.Extractor, "planingest/0.0.9", StringComparison.Ordinal)
        );
        using var second = new RunningService(at);
        await second.Settled(20);
        Assert.Contains("outcome=\"written\"} 1\n", await second.Ask("/metrics"), StringComparison.Ordinal);
        at.AssertAgrees();
    }

    [Fact]
    public async Task Status_says_the_same_with_and_without_a_running_service()
    {
        using var at = new Workplace();
        at.Write("plan.txt", Plans.Of(1));
        at.Write("picture.xyz", "x");
        at.Write("~$plan.docx", "x");
        at.Write("down.pdf.crdownload", "x");
        string[] command = ["status", "--corpus", at.Corpus, "--extracted", at.Extracted];
        Assert.StartsWith("2 files: 2 waiting, 0 running, 0 done", at.Run(command).Output, StringComparison.Ordinal);
        string during;
        using (var service = new RunningService(at))
        {
            await service.Settled(2);
            await service.UntilLine("Pages");
            during = await service.Ask("/status");
            await Task.Delay(1200);
            Assert.Equal(during, at.Run(command).Output);
        }
        Assert.StartsWith(
            "2 files: 0 waiting, 0 running, 1 done, 0 failed, 1 refused",
            during,
            StringComparison.Ordinal
        );
        Assert.Equal(during, at.Run(command).Output);
    }

    [Fact]
    public async Task A_second_service_on_the_same_folders_says_so_and_stops()
    {
        using var at = new Workplace();
        using var first = new RunningService(at);
        await first.Settled(0);
        using var second = new RunningService(at);
        await Task.Run(() => SpinWait.SpinUntil(() => second.HasEnded, RunningService.Patience));
        Assert.Equal(1, second.ExitCode);
        Assert.Contains(second.Lines, line => line.Contains("Another service", StringComparison.Ordinal));
        Assert.Equal("ok\n", await first.Ask("/healthz"));
    }

    [Fact]
    public async Task A_busy_port_is_a_clear_line_and_documents_are_read()
    {
        using var at = new Workplace();
        at.Write("plan.txt", Plans.Of(1));
        using var busy = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        busy.Start();
        using var service = new RunningService(at, null, $"Urls=http://{busy.LocalEndpoint}");
        await service.UntilLine("No pages");
        await service.UntilLine("plan.txt: ");
        Assert.DoesNotContain(service.Lines, line => line.Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removals_all_at_once_are_held_until_a_person_confirms_or_the_documents_return()
    {
        using var at = new Workplace();
        for (var number = 0; number < 30; number++)
        {
            at.Write($"sub/{number}.txt", Plans.Of(number));
        }
        using var service = new RunningService(at);
        await service.Settled(30);
        Directory.Move(at.Document("sub"), Path.Combine(at.Root, "away"));
        await service.UntilStatus("30 of 30 documents are gone");
        Assert.Contains("accept-removals", await service.Ask("/readyz"), StringComparison.Ordinal);
        Assert.True(File.Exists(at.Output("sub/3.txt")));
        Directory.Move(Path.Combine(at.Root, "away"), at.Document("sub"));
        await service.Settled(30);
        await service.Until(async () => await service.Ask("/readyz") == "ok\n");
        for (var number = 0; number < 16; number++)
        {
            File.Delete(at.Document($"sub/{number}.txt"));
        }
        await service.UntilStatus("16 of 30 documents are gone");
        Assert.True(File.Exists(at.Output("sub/3.txt")));
        Assert.Equal(0, at.Run("accept-removals", "--corpus", at.Corpus, "--extracted", at.Extracted).Exit);
        await service.Until(() => Task.FromResult(!File.Exists(at.Output("sub/3.txt"))));
        await service.Until(async () => await service.Ask("/readyz") == "ok\n");
        at.AssertAgrees();
    }

    [Fact]
    public async Task Only_outputs_of_ours_are_removed_with_their_documents()
    {
        using var at = new Workplace();
        for (var number = 0; number < 5; number++)
        {
            at.Write($"a/b/{number}.txt", Plans.Of(number));
        }
        at.Write("c.txt", Plans.Of(9));
        using var service = new RunningService(at);
        await service.Settled(6);
        await File.WriteAllTextAsync(Path.Combine(at.Extracted, "notes.json"), "{\"schema\": \"mine\"}");
        Directory.Delete(at.Document("a"), recursive: true);
        File.Delete(at.Document("c.txt"));
        at.Write("d.txt", Plans.Of(10));
        await service.Until(() => Task.FromResult(!Directory.Exists(Path.Combine(at.Extracted, "a"))));
        Assert.True(File.Exists(Path.Combine(at.Extracted, "notes.json")));
        Assert.True(File.Exists(at.Output("d.txt")));
    }

    [Fact]
    public async Task Corrections_go_along_with_a_renamed_document_and_a_change_of_them_reads_it_again()
    {
        const string Line =
            "{\"schema\":\"planingest/correction/1\",\"id\":\"c-1\",\"action\":\"accept\",\"record\":\"r-000000000000\","
            + "\"by\":\"李\",\"at\":\"2026-11-22T09:00:00Z\",\"note\":null}\n";
        using var at = new Workplace();
        at.Write("old.txt", Plans.Of(1));
        at.Write("other.txt", Plans.Of(2));
        using var service = new RunningService(at);
        await service.Settled(2);
        Directory.CreateDirectory(Path.GetDirectoryName(at.Corrections("old.txt"))!);
        await File.WriteAllTextAsync(at.Corrections("old.txt"), Line);
        await service.Until(() =>
            Task.FromResult(
                File.ReadAllText(at.Output("old.txt")).Contains("\"corrections\": \"", StringComparison.Ordinal)
            )
        );
        File.Move(at.Document("old.txt"), at.Document("new.txt"));
        await service.Until(() => Task.FromResult(File.Exists(at.Corrections("new.txt"))));
        await service.Until(() =>
            Task.FromResult(
                File.Exists(at.Output("new.txt"))
                    && File.ReadAllText(at.Output("new.txt")).Contains("\"corrections\": \"", StringComparison.Ordinal)
            )
        );
        Assert.False(File.Exists(at.Corrections("old.txt")));
        await service.Until(() => Task.FromResult(!File.Exists(at.Output("old.txt"))));
        await service.Settled(2);
        at.AssertAgrees();
        File.Delete(at.Document("new.txt"));
        await service.UntilStatus("corrections wait for their document: new.txt");
        Assert.True(File.Exists(at.Corrections("new.txt")));
        at.Write("later.txt", Plans.Of(1));
        await service.Until(() => Task.FromResult(File.Exists(at.Corrections("later.txt"))));
    }

    [Fact]
    public async Task A_document_that_hangs_is_stopped_tried_once_more_and_refused_while_others_are_read()
    {
        using var at = new Workplace();
        at.Write("plan.txt", Plans.Of(1));
        using (var pipe = Process.Start("mkfifo", at.Document("hangs.txt")))
        {
            await pipe.WaitForExitAsync();
        }
        using (var service = new RunningService(at, null, "TimeLimitSeconds=2"))
        {
            await service.UntilStatus("refused hangs.txt: Reading took longer than 2 s");
            await service.Until(async () => (await service.Counts())["done"] == 1);
            at.Write("plan2.txt", Plans.Of(2));
            await service.Until(() => Task.FromResult(File.Exists(at.Output("plan2.txt"))));
        }
        using var again = new RunningService(at, null, "TimeLimitSeconds=2");
        await again.Settled(3);
        Assert.Equal(1, (await again.Counts())["refused"]);
    }

    [Fact]
    public async Task A_reader_process_that_is_killed_costs_its_document_one_try()
    {
        using var at = new Workplace();
        using (var pipe = Process.Start("mkfifo", at.Document("hangs.txt")))
        {
            await pipe.WaitForExitAsync();
        }
        using var service = new RunningService(at);
        await service.Until(() => Task.FromResult(Readers(service.Id).Count == 2));
        await service.UntilStatus("running hangs.txt");
        await Task.Delay(2000);
        foreach (var reader in Readers(service.Id))
        {
            Process.GetProcessById(reader).Kill();
        }
        await service.UntilStatus("failed  hangs.txt: The process that read it ended");
        File.Delete(at.Document("hangs.txt"));
        at.Write("hangs.txt", Plans.Of(1));
        await service.Until(() => Task.FromResult(File.Exists(at.Output("hangs.txt"))));
    }

    [Fact]
    public async Task No_reader_process_outlives_a_killed_service()
    {
        using var at = new Workplace();
        var service = new RunningService(at);
        await service.Settled(0);
        await service.Until(() => Task.FromResult(Readers(service.Id).Count == 2));
        var readers = Readers(service.Id);
        service.Kill();
        Assert.True(
            SpinWait.SpinUntil(
                () => readers.All(reader => !Directory.Exists($"/proc/{reader}")),
                TimeSpan.FromSeconds(5)
            )
        );
        service.Dispose();
    }

    private static List<int> Readers(int parent)
    {
        using var list = Process.Start(
            new ProcessStartInfo("pgrep", $"-P {parent}") { RedirectStandardOutput = true }
        )!;
        var ids = list.StandardOutput.ReadToEnd();
        return [.. ids.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
    }
}

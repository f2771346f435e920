using System.Diagnostics;

namespace PlanIngest.FaultTests;

public class DiskTests
{
    [RootFact]
    public async Task A_full_disk_stops_nothing_for_good()
    {
        using var disk = new SmallDisk("24m");
        using var at = new Workplace();
        Directory.CreateSymbolicLink(at.Extracted, disk.Folder);
        using var service = new RunningService(at);
        await service.Settled(0);
        var filler = Path.Combine(disk.Folder, "filler");
        Fill(filler);
        for (var number = 0; number < 40; number++)
        {
            at.Write($"{number}.txt", Plans.Of(number, 6000));
        }
        await service.UntilStatus("Outputs cannot be written");
        Assert.Contains("No space left", await service.Ask("/readyz"), StringComparison.Ordinal);
        File.Delete(filler);
        // What found no room is tried again by itself, after a pause.
        await service.Until(async () => (await service.Counts())["done"] == 40);
        await service.Until(async () => await service.Ask("/readyz") == "ok\n");
        at.AssertAgrees();
    }

    [RootFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task An_output_folder_that_cannot_be_written_for_a_while_stops_nothing_for_good()
    {
        using var at = new Workplace();
        at.Write("first.txt", Plans.Of(1));
        using var service = new RunningService(at, at.AsNobody());
        await service.Settled(1);
        File.SetUnixFileMode(at.Extracted, (UnixFileMode)0b101_101_101);
        at.Write("second.txt", Plans.Of(2));
        await service.UntilStatus("Outputs cannot be written");
        File.SetUnixFileMode(at.Extracted, (UnixFileMode)0b111_111_111);
        await service.Until(() => Task.FromResult(File.Exists(at.Output("second.txt"))));
        await service.Until(async () => await service.Ask("/readyz") == "ok\n");
        at.AssertAgrees();
    }

    [Fact]
    public async Task A_corpus_folder_that_vanishes_takes_nothing_with_it_and_is_waited_for()
    {
        using var at = new Workplace();
        at.Write("plan.txt", Plans.Of(1));
        using var service = new RunningService(at);
        await service.Settled(1);
        Directory.Move(at.Corpus, at.Corpus + "-away");
        await service.UntilStatus("is not there or cannot be listed");
        Assert.True(File.Exists(at.Output("plan.txt")));
        Directory.Move(at.Corpus + "-away", at.Corpus);
        await service.Until(async () => await service.Ask("/readyz") == "ok\n");
        at.Write("plan2.txt", Plans.Of(2));
        await service.Until(() => Task.FromResult(File.Exists(at.Output("plan2.txt"))));
    }

    [RootFact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task An_unreadable_file_is_tried_again_visibly_until_it_can_be_read()
    {
        using var at = new Workplace();
        at.Write("secret.txt", Plans.Of(1));
        at.Write("open.txt", Plans.Of(2));
        File.SetUnixFileMode(at.Document("secret.txt"), UnixFileMode.None);
        using var service = new RunningService(at, at.AsNobody());
        await service.UntilStatus("failed  secret.txt: Access to the path");
        await service.Until(async () => (await service.Counts())["done"] == 1);
        File.SetUnixFileMode(at.Document("secret.txt"), UnixFileMode.UserRead | UnixFileMode.OtherRead);
        await service.Until(() => Task.FromResult(File.Exists(at.Output("secret.txt"))));
    }

    [RootFact]
    public async Task Without_file_events_changes_are_found_by_looking()
    {
        using var at = new Workplace();
        string[] without =
        [
            "unshare",
            "-U",
            "-r",
            "sh",
            "-c",
            "echo 0 > /proc/sys/user/max_inotify_instances; exec \"$@\"",
            "sh",
        ];
        using var service = new RunningService(at, without);
        await service.UntilLine("No file events");
        at.Write("plan.txt", Plans.Of(1));
        await service.Until(() => Task.FromResult(File.Exists(at.Output("plan.txt"))));
        using var again = Process.Start(
            "nsenter",
            ["-U", "-t", $"{service.Id}", "sh", "-c", "echo 100 > /proc/sys/user/max_inotify_instances"]
        );
        await again.WaitForExitAsync();
        await service.UntilLine("Over: file events are there");
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    public async Task Files_from_another_clock_are_read_once_and_again_when_they_change(int years)
    {
        using var at = new Workplace();
        using var service = new RunningService(at);
        await service.Settled(0);
        at.Write("plan.txt", Plans.Of(1));
        File.SetLastWriteTimeUtc(at.Document("plan.txt"), DateTime.UtcNow.AddYears(years));
        await service.Settled(1);
        at.AssertAgrees();
        at.Write("plan.txt", Plans.Of(2));
        File.SetLastWriteTimeUtc(at.Document("plan.txt"), DateTime.UtcNow.AddYears(years));
        await service.Until(() =>
            Task.FromResult(File.ReadAllText(at.Output("plan.txt")).Contains("102", StringComparison.Ordinal))
        );
    }

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.Read, 1);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // full: as wanted
        }
    }

    private sealed class SmallDisk : IDisposable
    {
        public string Folder { get; } = Directory.CreateTempSubdirectory("planingest-disk-").FullName;

        public SmallDisk(string size) => Mount("-t", "tmpfs", "-o", $"size={size}", "planingest", Folder);

        public void Dispose()
        {
            using var process = Process.Start("umount", ["-l", Folder]);
            process.WaitForExit();
            Directory.Delete(Folder);
        }

        private static void Mount(params string[] arguments)
        {
            using var process = Process.Start("mount", arguments);
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace PlanIngest.FaultTests;

public class WriterTests
{
    private const int Writers = 4;

    [Fact]
    public Task Writers_of_every_habit_and_a_service_killed_again_and_again_lose_nothing() =>
        Storm(Form.Of(240, 20_000), Form.Of(4, 200));

    [Fact]
    public async Task Writers_that_pause_for_about_as_long_as_a_file_settles_are_waited_for()
    {
        using var at = new Workplace();
        using var service = new RunningService(at, null, "ScanSeconds=30");
        await service.Settled(0);
        var writers = Enumerable
            .Range(0, 20)
            .Select(async number =>
            {
                var random = new Random(number);
                await using var stream = new FileStream(at.Document($"{number}.txt"), FileMode.CreateNew);
                foreach (var chunk in Encoding.UTF8.GetBytes(Plans.Of(number, 2000)).Chunk(80))
                {
                    await stream.WriteAsync(chunk);
                    await stream.FlushAsync();
                    await Task.Delay(random.Next(185, 215));
                }
            });
        await Task.WhenAll(writers);
        await service.Until(async () => (await service.Counts())["done"] == 20, TimeSpan.FromSeconds(20));
        at.AssertAgrees();
    }

    [Fact]
    public async Task Outputs_are_in_place_soon_after_the_last_byte()
    {
        const int Files = 40;
        using var at = new Workplace();
        using var service = new RunningService(at, null, "ScanSeconds=30");
        await service.Settled(0);
        at.Write("warm.txt", Plans.Of(0));
        await service.Settled(1);
        var delays = new List<double>();
        for (var number = 0; number < Files; number++)
        {
            at.Write($"{number}.txt", Plans.Of(number));
            var written = Stopwatch.GetTimestamp();
            await service.Until(() => Task.FromResult(File.Exists(at.Output($"{number}.txt"))));
            delays.Add(Stopwatch.GetElapsedTime(written).TotalMilliseconds - 200);
        }
        delays.Sort();
        // at rest under 100 and 300; the machine of a test may be busy with others
        Assert.InRange(delays[Files / 2], 0, 1000);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"settled to output: median {delays[Files / 2]:0} ms, longest {delays[^1]:0} ms"
            )
        );
    }

    private static async Task Storm(int files, int kills)
    {
        using var at = new Workplace();
        var random = new Random(20261123);
        // the writers write all along: so many files in each of the service's lives
        using var allowed = new SemaphoreSlim(0);
        var writers = Enumerable
            .Range(0, Writers)
            .Select(writer => Task.Run(() => Write(at, writer, files / Writers, allowed)))
            .ToList();
        for (var kill = 0; kill < kills; kill++)
        {
            allowed.Release(files / kills);
            var started = DateTime.UtcNow;
            using var service = new RunningService(at);
            if (kill % 2 == 0)
            {
                await service.UntilLine(" records, ");
            }
            await Task.Delay(random.Next(2500));
            service.Kill();
            AssertWhole(at, started);
        }
        allowed.Release(files);
        await Task.WhenAll(writers);
        using var last = new RunningService(at);
        var expected = Directory.EnumerateFiles(at.Corpus, "*", SearchOption.AllDirectories).Count();
        await last.Until(
            async () =>
            {
                var counts = await last.Counts();
                return counts["done"] == expected
                    && await last.Ask("/readyz") == "ok\n"
                    && at.Outputs().Count == expected;
            },
            TimeSpan.FromMinutes(files > 1000 ? 30 : 2)
        );
        last.Terminate();
        at.AssertAgrees();
    }

    /// <summary>What a killed service has put in place is there to its last byte.</summary>
    private static void AssertWhole(Workplace at, DateTime since)
    {
        var folder = new DirectoryInfo(at.Extracted);
        var recent = folder.Exists ? folder.EnumerateFiles("*.json", SearchOption.AllDirectories) : [];
        foreach (var file in recent.Where(file => file.LastWriteTimeUtc >= since))
        {
            Assert.EndsWith("}", File.ReadAllText(file.FullName).TrimEnd('\n'), StringComparison.Ordinal);
        }
    }

    private static void Write(Workplace at, int writer, int files, SemaphoreSlim allowed)
    {
        var random = new Random(writer);
        for (var number = writer * files; number < (writer + 1) * files; number++)
        {
            allowed.Wait();
            Write(at, Name(writer, number), number, random);
            // one of those that wait, run or are done by now
            var earlier = at.Document(Name(writer, number - 32));
            if (number % 8 == 5 && File.Exists(earlier))
            {
                File.Delete(earlier);
            }
            else if (number % 8 == 6 && File.Exists(earlier))
            {
                File.Move(Elsewhere(at, number, Plans.Of(number + 3)), earlier, overwrite: true);
            }
        }
    }

    private static string Name(int writer, int number) => $"w{writer}/{number % 5}/{number}.txt";

    /// <summary>One file, by one of the habits that files are written with.</summary>
    private static void Write(Workplace at, string name, int number, Random random)
    {
        var path = at.Document(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = Plans.Of(number, random.Next(300, 4000));
        switch (number % 8)
        {
            case 0:
                InChunks(path, text, 3);
                break;
            case 1:
                File.WriteAllText(path, "first");
                File.WriteAllText(path, text);
                break;
            case 2:
                File.WriteAllText(path, Plans.Of(number + 1));
                File.Copy(Elsewhere(at, number, text), path, overwrite: true);
                break;
            case 3:
                File.WriteAllText(path + ".part", text);
                File.Move(path + ".part", path, overwrite: true);
                break;
            case 4:
                var folder = Path.Combine(at.Root, $"folder{number}");
                Directory.CreateDirectory(folder);
                File.WriteAllText(Path.Combine(folder, "inner.txt"), text);
                Directory.Move(folder, path + "-folder");
                break;
            case 6:
                File.WriteAllText(path, Plans.Of(number + 2));
                Thread.Sleep(5);
                File.Move(Elsewhere(at, number, text), path, overwrite: true);
                break;
            case 7:
                File.WriteAllText(path, text);
                File.Move(path, path + "-renamed.txt", overwrite: true);
                break;
            default:
                File.WriteAllText(path, text);
                break;
        }
    }

    private static string Elsewhere(Workplace at, int number, string text)
    {
        var path = Path.Combine(at.Root, $"elsewhere{number}.txt");
        File.WriteAllText(path, text);
        return path;
    }

    private static void InChunks(string path, string text, int chunks)
    {
        using var writer = new StreamWriter(path);
        foreach (var chunk in text.Chunk(text.Length / chunks + 1))
        {
            writer.Write(chunk);
            writer.Flush();
            Thread.Sleep(20);
        }
    }
}

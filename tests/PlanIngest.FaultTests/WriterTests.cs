using System.Diagnostics;
using System.Globalization;

namespace PlanIngest.FaultTests;

public class WriterTests
{
    [Fact]
    public Task Writers_of_every_habit_and_a_service_killed_again_and_again_lose_nothing() =>
        Storm(Form.Of(240, 20_000), Form.Of(4, 200));

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
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() => Write(at, writer, files / 4))).ToList();
        var writing = Task.WhenAll(writers);
        for (var kill = 0; kill < kills; kill++)
        {
            using var service = new RunningService(at);
            await Task.Delay(random.Next(300, 2500));
            service.Kill();
        }
        await writing;
        using var last = new RunningService(at);
        var expected = Directory.EnumerateFiles(at.Corpus, "*", SearchOption.AllDirectories).Count();
        await last.Until(
            async () =>
            {
                var counts = await last.Counts();
                return counts["done"] == expected && (await last.Ask("/readyz")) == "ok\n";
            },
            TimeSpan.FromMinutes(files > 1000 ? 30 : 2)
        );
        last.Terminate();
        at.AssertAgrees();
    }

    private static void Write(Workplace at, int writer, int files)
    {
        var random = new Random(writer);
        for (var number = writer * files; number < (writer + 1) * files; number++)
        {
            var path = at.Document($"w{writer}/{number % 5}/{number}.txt");
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
                case 5:
                    File.WriteAllText(path, text);
                    File.Delete(path);
                    break;
                case 6:
                    File.WriteAllText(path, Plans.Of(number + 2));
                    Thread.Sleep(5);
                    File.Move(Elsewhere(at, number, text), path, overwrite: true);
                    break;
                default:
                    File.WriteAllText(path, text);
                    File.Move(path, path + "-renamed.txt", overwrite: true);
                    break;
            }
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

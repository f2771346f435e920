using System.Collections.Concurrent;
using System.CommandLine;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using PlanIngest.Host.Reading;
using PlanIngest.Host.Watching;
using PlanIngest.Model;

namespace PlanIngest.Host.Commands;

/// <summary>
/// What a reader process does: reads the documents named on standard input, one JSON text a line, and answers each
/// with a line. Ends at once when standard input does, whatever it is in the midst of. Not for people.
/// </summary>
public static class ReadDocumentsCommand
{
    /// <summary>Parsers recurse into what they read; a deep but honest document needs more than the usual megabyte.</summary>
    private const int StackSize = 64 << 20;

    /// <summary>How long to wait for a process of a host that was killed: it ends as soon as it is scheduled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Create()
    {
        var outputs = new Argument<string>("EXTRACTED");
        var corrections = new Argument<string>("CORRECTIONS");
        var limit = new Argument<long>("LIMIT");
        var slot = new Argument<int>("SLOT");
        var command = new Command("read-documents") { outputs, corrections, limit, slot };
        command.Hidden = true;
        command.SetAction(parsed =>
            Run(
                new ReadingFolders(
                    parsed.GetRequiredValue(outputs),
                    parsed.GetRequiredValue(corrections),
                    parsed.GetValue(limit)
                ),
                parsed.GetValue(slot)
            )
        );
        return command;
    }

    private static int Run(ReadingFolders folders, int slot)
    {
        // a terminal's Ctrl-C and a service manager's SIGTERM reach the whole group; the host decides when to end
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var own = TakeSlot(Path.Combine(folders.Outputs, ".state"), slot);
        if (own is null)
        {
            Console.Error.WriteLine($"planingest: another process still reads in place {slot}");
            return ExitCode.SomeFailed;
        }
        using var lines = new BlockingCollection<string>();
        var thread = new Thread(() => Answer(folders, lines), StackSize);
        thread.Start();
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        while (input.ReadLine() is { } line)
        {
            lines.Add(line);
        }
        Environment.Exit(ExitCode.Done);
        return ExitCode.Done;
    }

    private static void Answer(ReadingFolders folders, BlockingCollection<string> lines)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        output.AutoFlush = true;
        WarmUp();
        output.Write("ready\n");
        var reading = new DocumentReading(folders, sha256 => output.Write($"{ReaderProcess.HashMark}{sha256}\n"));
        foreach (var line in lines.GetConsumingEnumerable())
        {
            var job = JsonSerializer.Deserialize(line, ReaderJson.Default.DocumentJob)!;
            var outcome = reading.Read(job) with { Path = job.Path };
            output.Write(JsonSerializer.Serialize(outcome, ReaderJson.Default.DocumentOutcome) + '\n');
        }
    }

    /// <summary>The first document is not to wait for the compiler.</summary>
    private static void WarmUp() =>
        IngestPipeline.Run(
            new SourceFile("warm-up.txt", "到2025年，床位数达到3.36万张。\n指标|2025年\n床位数（张）|≥7\n"u8.ToArray())
        );

    /// <summary>
    /// The file lock that no two processes of one place hold, so that a process of a killed host cannot write after
    /// its successor. Null where it is not given up in time.
    /// </summary>
    private static FileStream? TakeSlot(string folder, int slot)
    {
        var path = Path.Combine(folder, $"reader-{slot}.lock");
        try
        {
            return LockedFile.Open(path, Patience);
        }
        catch (IOException)
        {
            return null;
        }
    }
}

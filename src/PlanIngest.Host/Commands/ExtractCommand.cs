using System.Collections.Concurrent;
using System.CommandLine;
using PlanIngest.Host.Reading;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Commands;

/// <summary>
/// <c>extract PATH… --out DIR</c>: reads once and stops; without <c>--out</c> one file to standard output. With
/// <c>--csv FILE</c> all that was read also as one table.
/// </summary>
public static class ExtractCommand
{
    private readonly record struct Input(InputFile File, string? Corrections);

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders of files, to read.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Folder to write to; default: standard output." };
        var csv = new Option<string?>("--csv") { Description = "Also write all observations as one CSV file." };
        var limit = new Option<int>("--file-limit")
        {
            Description = "Megabytes above which a file is not read.",
            DefaultValueFactory = _ => new HostSettings().FileLimitMegabytes,
        };
        var command = new Command("extract", "Read documents once and write their JSON.") { paths, output, csv, limit };
        command.SetAction(parsed =>
            Run(
                parsed.GetRequiredValue(paths),
                parsed.GetValue(output),
                parsed.GetValue(csv),
                parsed.GetValue(limit) * 1024L * 1024L
            )
        );
        return command;
    }

    private static int Run(string[] paths, string? output, string? csv, long limit)
    {
        if (!TryPlan(paths, output, csv, out var inputs, out var complaint))
        {
            Console.Error.WriteLine(complaint);
            return ExitCode.WrongUsage;
        }
        if (output is null)
        {
            using var stream = Console.OpenStandardOutput();
            return Report(ToStream(inputs[0], stream, limit));
        }
        var complaints = new ConcurrentBag<string>();
        Parallel.ForEach(
            Partitioner.Create(inputs, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            input =>
            {
                var reading = new DocumentReading(new ReadingFolders(output, input.Corrections, limit));
                var outcome = reading.Read(new DocumentJob(input.File.Path, input.File.FullPath));
                foreach (var line in Complaints(input.File, outcome))
                {
                    complaints.Add(line);
                }
            }
        );
        if (csv is not null)
        {
            var outputs = inputs
                .SelectMany(input => OutputsOf(output, input.File.Path))
                .OrderBy(file => file.Path, StringComparer.Ordinal);
            AtomicFile.Write(Path.GetFullPath(csv), stream => FlatExport.Write(outputs, false, stream));
        }
        return Report([.. complaints.Order(StringComparer.Ordinal)]);
    }

    private static IReadOnlyList<string> ToStream(Input input, Stream stream, long limit)
    {
        var reading = new DocumentReading(new ReadingFolders("", input.Corrections, limit));
        var whole = true;
        var outcome = reading.Read(
            new DocumentJob(input.File.Path, input.File.FullPath),
            extraction =>
            {
                if (whole)
                {
                    JsonOutput.Write(extraction, stream);
                }
                whole = false;
            }
        );
        return Complaints(input.File, outcome);
    }

    private static IReadOnlyList<string> Complaints(InputFile file, DocumentOutcome outcome) =>
        outcome.Kind == OutcomeKind.Written ? outcome.Errors : [$"{file.Path}: {outcome.Message}"];

    /// <summary>A file's output, and those of the documents in it where it is an archive.</summary>
    private static IEnumerable<InputFile> OutputsOf(string folder, string path)
    {
        var own = Path.Combine(folder, path);
        if (File.Exists(own + ".json"))
        {
            yield return new InputFile(path + ".json", own + ".json");
        }
        foreach (var member in Directory.Exists(own) ? InputFiles.Below(own) : [])
        {
            yield return new InputFile(path + '/' + member.Path, member.FullPath);
        }
    }

    private static int Report(IReadOnlyList<string> complaints)
    {
        foreach (var complaint in complaints)
        {
            Console.Error.WriteLine(complaint);
        }
        return complaints.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <summary>The files to read, each with the folder its corrections are looked for in; false with what is wrong.</summary>
    private static bool TryPlan(
        string[] paths,
        string? output,
        string? csv,
        out IReadOnlyList<Input> inputs,
        out string complaint
    )
    {
        var found = new List<Input>();
        inputs = found;
        complaint = "";
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var corrections = Path.Combine(path, InputFiles.CorrectionsFolder);
                found.AddRange(InputFiles.Below(path).Select(file => new Input(file, corrections)));
            }
            else
            {
                found.Add(new Input(new InputFile(Path.GetFileName(path), path), null));
            }
        }
        if (output is null && (csv is not null || found.Count != 1 || Directory.Exists(paths[0])))
        {
            complaint = "Standard output takes the JSON of one file: say where to write with --out DIR.";
            return false;
        }
        var clash = found
            .GroupBy(input => input.File.Path, StringComparer.Ordinal)
            .FirstOrDefault(same => same.Count() > 1);
        if (clash is not null)
        {
            complaint =
                $"Two inputs have the same output '{clash.Key}.json': "
                + string.Join(" and ", clash.Select(input => $"'{input.File.FullPath}'"));
            return false;
        }
        return true;
    }
}

using System.Collections.Concurrent;
using System.CommandLine;

namespace PlanIngest.Host.Commands;

/// <summary><c>extract PATH… --out DIR</c>: reads once and stops; without <c>--out</c> one file to standard output.</summary>
public static class ExtractCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, or folders of files, to read.",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string?>("--out") { Description = "Folder to write to; default: standard output." };
        var command = new Command("extract", "Read documents once and write their JSON.") { paths, output };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(paths), parsed.GetValue(output)));
        return command;
    }

    private static int Run(string[] paths, string? output)
    {
        if (!TryPlan(paths, output, out var inputs, out var complaint))
        {
            Console.Error.WriteLine(complaint);
            return ExitCode.WrongUsage;
        }
        if (output is null)
        {
            using var stream = Console.OpenStandardOutput();
            var failures = OneShot.ToStream(inputs[0], stream);
            return Report(failures);
        }
        var all = new ConcurrentBag<string>();
        Parallel.ForEach(
            Partitioner.Create(inputs, EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount },
            input =>
            {
                foreach (var failure in OneShot.ToFolder(input, output))
                {
                    all.Add(failure);
                }
            }
        );
        return Report([.. all.Order(StringComparer.Ordinal)]);
    }

    private static int Report(IReadOnlyList<string> failures)
    {
        foreach (var failure in failures)
        {
            Console.Error.WriteLine(failure);
        }
        return failures.Count == 0 ? ExitCode.Done : ExitCode.SomeFailed;
    }

    /// <summary>The files to read, each with the root its corrections are looked for in; false with what is wrong.</summary>
    private static bool TryPlan(
        string[] paths,
        string? output,
        out IReadOnlyList<OneShotInput> inputs,
        out string complaint
    )
    {
        var found = new List<OneShotInput>();
        inputs = found;
        complaint = "";
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var corrections = Path.Combine(path, InputFiles.CorrectionsFolder);
                found.AddRange(InputFiles.Below(path).Select(file => new OneShotInput(file, corrections)));
                if (output is null)
                {
                    complaint = $"'{path}' is a folder: say where to write with --out DIR.";
                    return false;
                }
            }
            else
            {
                found.Add(new OneShotInput(new InputFile(Path.GetFileName(path), path), null));
            }
        }
        if (output is null && found.Count != 1)
        {
            complaint = "Standard output takes one file: say where to write with --out DIR.";
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

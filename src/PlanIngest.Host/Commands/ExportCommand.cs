using System.CommandLine;

namespace PlanIngest.Host.Commands;

/// <summary><c>export [PATH…] --format csv|jsonl --out FILE</c>: the flat form of outputs, from their JSON alone.</summary>
public static class ExportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Outputs, or folders of outputs; default: all of the extracted folder.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format") { Description = "csv or jsonl.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "jsonl");
        var output = new Option<string?>("--out") { Description = "File to write; default: standard output." };
        var command = new Command("export", "Write all observations as one table.") { paths, format, output };
        SettingOptions.Act(
            command,
            (parsed, read) =>
            {
                var named = parsed.GetValue(paths) is { Length: > 0 } given ? given : [read.Extracted];
                return Run(named, parsed.GetValue(format) == "jsonl", parsed.GetValue(output));
            }
        );
        return command;
    }

    private static int Run(string[] named, bool lines, string? output)
    {
        var files = new List<InputFile>();
        foreach (var path in named)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(
                    InputFiles.Below(path).Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal))
                );
            }
            else if (File.Exists(path))
            {
                files.Add(new InputFile(path, path));
            }
            else
            {
                Console.Error.WriteLine($"'{path}' is not there.");
                return ExitCode.WrongUsage;
            }
        }
        var complete = true;
        if (output is null)
        {
            using var stream = Console.OpenStandardOutput();
            complete = FlatExport.Write(files, lines, stream);
        }
        else
        {
            AtomicFile.Write(Path.GetFullPath(output), stream => complete = FlatExport.Write(files, lines, stream));
        }
        return complete ? ExitCode.Done : ExitCode.SomeFailed;
    }
}

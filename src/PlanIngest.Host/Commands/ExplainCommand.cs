using System.CommandLine;
using System.Text.Json;
using PlanIngest.Host.Review;

namespace PlanIngest.Host.Commands;

/// <summary><c>explain PATH RECORD</c>: why a record was read as it was, made by running the pipeline again.</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "The document, below the corpus." };
        var record = new Argument<string>("RECORD") { Description = "The record's id." };
        var command = new Command("explain", "Print the rules and the words of the source behind a record.")
        {
            path,
            record,
        };
        SettingOptions.Act(
            command,
            (parsed, read) => Run(read, parsed.GetRequiredValue(path), parsed.GetRequiredValue(record))
        );
        return command;
    }

    private static int Run(HostSettings settings, string path, string id)
    {
        var document = new ReviewedDocuments(settings).Open(path);
        if (document?.Find(id) is not { } record)
        {
            Console.Error.WriteLine(
                document is null ? $"'{path}' is not in the corpus." : $"'{path}' has no record '{id}'."
            );
            return ExitCode.WrongUsage;
        }
        if (WrittenFrom(settings, path) is { } sha256 && sha256 != document.Document.Source.Sha256)
        {
            Console.WriteLine("The source has changed since its output was written; this is how it is read now.");
        }
        Console.WriteLine($"{record.Id} {record.Name}");
        foreach (var reason in Explanation.Of(document.Document, record))
        {
            var place = reason.Span is { } span ? $"line {document.Document.LineOf(span.Start)}" : "";
            Console.WriteLine($"{reason.Observation}\t{reason.Label}\t{reason.Words.ReplaceLineEndings(" ")}\t{place}");
        }
        return ExitCode.Done;
    }

    /// <summary>The document's hash in the output that is in place; null where there is none.</summary>
    private static string? WrittenFrom(HostSettings settings, string path)
    {
        var output = Path.Combine(settings.Extracted, path + ".json");
        if (!File.Exists(output))
        {
            return null;
        }
        using var json = JsonDocument.Parse(File.ReadAllBytes(output));
        return json.RootElement.GetProperty("document").GetProperty("sha256").GetString();
    }
}

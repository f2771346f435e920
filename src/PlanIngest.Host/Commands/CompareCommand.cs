using System.CommandLine;
using System.Text.Json;
using PlanIngest.Outputs;
using PlanIngest.Records;

namespace PlanIngest.Host.Commands;

/// <summary><c>compare OLD NEW</c>: what two outputs differ in: two versions of a plan, or the plans of two places.</summary>
public static class CompareCommand
{
    public static Command Create()
    {
        var before = new Argument<string>("OLD") { Description = "An output." };
        var after = new Argument<string>("NEW") { Description = "Another." };
        var command = new Command("compare", "Print what is added, gone and changed from one output to another.")
        {
            before,
            after,
        };
        command.SetAction(parsed =>
        {
            var old = Records(parsed.GetRequiredValue(before));
            var now = Records(parsed.GetRequiredValue(after));
            if (old is null || now is null)
            {
                return ExitCode.WrongUsage;
            }
            foreach (var change in OutputComparison.Compare(old, now))
            {
                Console.WriteLine(
                    $"{ContractValues.Word(change.Kind)}\t{change.Id}\t{change.Name}\t{change.Before}\t{change.After}"
                );
            }
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ComparedRecord>? Records(string path)
    {
        try
        {
            using var output = JsonDocument.Parse(File.ReadAllBytes(path));
            if (output.RootElement.TryGetProperty("schema", out var schema) && schema.ValueEquals(JsonOutput.Schema))
            {
                return OutputComparison.Records(output.RootElement);
            }
            Console.Error.WriteLine($"'{path}' is not an output of schema {JsonOutput.Schema}.");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"'{path}': {exception.Message}");
        }
        return null;
    }
}

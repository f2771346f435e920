using System.CommandLine;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Commands;

/// <summary><c>schema</c>: the JSON Schema of the output.</summary>
public static class SchemaCommand
{
    public static Command Create()
    {
        var command = new Command("schema", "Print the JSON Schema of the output.");
        command.SetAction(_ =>
        {
            using var output = Console.OpenStandardOutput();
            using var schema = OutputSchema.Open();
            schema.CopyTo(output);
            return ExitCode.Done;
        });
        return command;
    }
}

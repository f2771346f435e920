using System.CommandLine;
using PlanIngest.Host.Review;

namespace PlanIngest.Host.Commands;

/// <summary><c>reindex</c>: throws <c>index.db</c> away and builds it from the outputs.</summary>
public static class ReindexCommand
{
    public static Command Create()
    {
        var command = new Command("reindex", "Build the index of all records anew from the outputs.");
        SettingOptions.Act(
            command,
            (parsed, read) =>
            {
                using var keeper = new IndexKeeper(read.Extracted);
                var documents = keeper.Build();
                Console.WriteLine($"{documents} documents in {keeper.FilePath}");
                return ExitCode.Done;
            }
        );
        return command;
    }
}

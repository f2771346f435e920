using System.CommandLine;

namespace PlanIngest.Host.Commands;

/// <summary>The command without a name: ingests the corpus and goes on watching until it is stopped.</summary>
public static class WatchCommand
{
    public static RootCommand Create()
    {
        var root = new RootCommand(
            "Watches a folder of plan documents and writes the indicators they state as JSON. "
                + "Without a command: ingest everything and go on watching."
        );
        root.SetAction(_ => ExitCode.Done);
        return root;
    }
}

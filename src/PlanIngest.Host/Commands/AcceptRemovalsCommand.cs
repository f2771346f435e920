using System.CommandLine;
using PlanIngest.Host.Watching;

namespace PlanIngest.Host.Commands;

/// <summary><c>accept-removals</c>: confirms that documents gone all at once were removed on purpose.</summary>
public static class AcceptRemovalsCommand
{
    public static Command Create()
    {
        var command = new Command(
            "accept-removals",
            "Confirm that documents gone all at once were removed on purpose; their outputs are then removed too."
        );
        SettingOptions.Act(command, (_, read) => Run(read));
        return command;
    }

    private static int Run(HostSettings settings)
    {
        var state = new StateFiles(settings.StateFolder);
        var held = state.ReadRemovals();
        if (held.Count == 0)
        {
            Console.WriteLine("No removal is held back.");
            return ExitCode.Done;
        }
        state.Accept(held);
        Console.WriteLine($"{held.Count} outputs will be removed by the service as soon as it looks.");
        return ExitCode.Done;
    }
}

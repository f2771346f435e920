using System.CommandLine;
using PlanIngest.Host.Review.Safety;

namespace PlanIngest.Host.Commands;

/// <summary><c>user NAME</c>: a line for the file of users, from a password on standard input.</summary>
public static class UserCommand
{
    private const int Shortest = 12;

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Who signs in." };
        var command = new Command(
            "user",
            "Print a line for the file of users; the password is read from standard input."
        )
        {
            name,
        };
        command.SetAction(parsed =>
        {
            var password = Console.In.ReadLine() ?? "";
            if (password.Length < Shortest || parsed.GetRequiredValue(name).Contains(':', StringComparison.Ordinal))
            {
                Console.Error.WriteLine($"A password has {Shortest} characters or more, a name no colon.");
                return ExitCode.WrongUsage;
            }
            Console.WriteLine(UserFile.Line(parsed.GetRequiredValue(name), password));
            return ExitCode.Done;
        });
        return command;
    }
}

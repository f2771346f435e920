using System.CommandLine;

namespace PlanIngest.Host.Commands;

/// <summary>The options that stand for settings, for the commands that work on the two folders.</summary>
public sealed class SettingOptions
{
    private readonly Dictionary<string, Option<string?>> options = new()
    {
        [nameof(HostSettings.Corpus)] = new("--corpus") { Description = "Folder of the documents." },
        [nameof(HostSettings.Extracted)] = new("--extracted") { Description = "Folder of the outputs." },
        [nameof(HostSettings.Corrections)] = new("--corrections") { Description = "Folder of people's corrections." },
        [nameof(HostSettings.Urls)] = new("--urls") { Description = "Address of the pages, health and metrics." },
    };

    private readonly Option<string[]> others = new("--set")
    {
        Description = "Any other setting, as Name=Value.",
        DefaultValueFactory = _ => [],
    };

    public void AddTo(Command command)
    {
        foreach (var option in options.Values)
        {
            command.Options.Add(option);
        }
        command.Options.Add(others);
    }

    /// <summary>Has a command take the settings and do this with them, or end with the complaints about them.</summary>
    public static void Act(Command command, Func<ParseResult, HostSettings, int> run)
    {
        var options = new SettingOptions();
        options.AddTo(command);
        command.SetAction(parsed => options.Read(parsed) is { } settings ? run(parsed, settings) : ExitCode.WrongUsage);
    }

    /// <summary>Null, after a line on standard error for each wrong setting.</summary>
    public HostSettings? Read(ParseResult parsed)
    {
        var given = options.ToDictionary(option => option.Key, option => parsed.GetValue(option.Value));
        foreach (var other in parsed.GetValue(others) ?? [])
        {
            var equals = other.IndexOf('=', StringComparison.Ordinal);
            given[equals < 0 ? other : other[..equals]] = equals < 0 ? "" : other[(equals + 1)..];
        }
        var settings = HostSettings.Load(given, out var complaints);
        foreach (var complaint in complaints)
        {
            Console.Error.WriteLine(complaint);
        }
        return complaints.Count == 0 ? settings : null;
    }
}

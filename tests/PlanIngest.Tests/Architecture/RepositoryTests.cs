using System.CommandLine;
using PlanIngest.Readers;
using PlanIngest.Tests.Corpus;

namespace PlanIngest.Tests.Architecture;

/// <summary>What the repository says of itself is true.</summary>
public class RepositoryTests
{
    private const int LongestFile = 400;

    [Fact]
    public void No_source_file_is_longer_than_it_may_be() =>
        Assert.Empty(
            from path in Samples
                .Tracked("src/")
                .Select(path => "src/" + path)
                .Concat(Samples.Tracked("tests/").Select(path => "tests/" + path))
            where path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".mjs", StringComparison.Ordinal)
            let file = Path.Combine(Samples.Root, path)
            where File.Exists(file) && File.ReadLines(file).Count() > LongestFile
            select path
        );

    [Fact]
    public void Readme_names_every_format()
    {
        var readme = Readme();
        Assert.All(
            ReaderCatalog.All.SelectMany(reader => reader.Extensions),
            extension => Assert.Contains($"`{extension}`", readme, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Readme_names_every_command()
    {
        var readme = Readme();
        Assert.All(Commands(), command => Assert.Contains($"`{command}", readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Readme_names_no_command_that_does_not_exist()
    {
        var commands = Commands();
        var named = Readme()
            .Split('\n')
            .SkipWhile(line => line != "## Commands")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line[3..].Split('`', ' ')[0]);
        Assert.Empty(named.Except(commands));
    }

    private static string Readme() => File.ReadAllText(Path.Combine(Samples.Root, "README.md"));

    private static List<string> Commands() =>
        [
            .. typeof(global::PlanIngest.Host.Commands.ExtractCommand)
                .Assembly.GetTypes()
                .Where(type =>
                    type.Namespace == "PlanIngest.Host.Commands"
                    && type.Name.EndsWith("Command", StringComparison.Ordinal)
                )
                .Select(type => (Command)type.GetMethod("Create")!.Invoke(null, null)!)
                .Where(command => command is not RootCommand && !command.Hidden)
                .Select(command => command.Name),
        ];
}

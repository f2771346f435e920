using System.Diagnostics;

namespace PlanIngest.Tests.Host;

/// <summary>Runs the real program as a user does, in a folder of its own that goes away with it.</summary>
public sealed class CommandLine : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PlanIngest.Host.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("planingest-").FullName;

    public readonly record struct Result(int Exit, string Output, string Error);

    public string Write(string path, string text)
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public bool Exists(string path) => File.Exists(Path.Combine(Folder, path));

    public Result Run(params string[] arguments) => RunWith(new Dictionary<string, string>(), arguments);

    /// <param name="before">A program that runs ours, and its own words: <c>setpriv …</c>.</param>
    /// <param name="arguments">Of our program.</param>
    public Result RunBehind(string[] before, params string[] arguments) =>
        Run(new Dictionary<string, string>(), [.. before, "dotnet", Program, .. arguments]);

    public Result RunWith(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Run(environment, ["dotnet", Program, .. arguments]);

    private Result Run(IReadOnlyDictionary<string, string> environment, string[] words)
    {
        var start = new ProcessStartInfo(words[0])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words[1..])
        {
            start.ArgumentList.Add(word);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Result(process.ExitCode, output, error.Result);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

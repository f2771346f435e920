using System.Diagnostics;

namespace PlanIngest.Tests.Corpus;

/// <summary>
/// The samples of <c>corpus/</c> that git tracks: what else people drop into the folder changes no test.
/// </summary>
public static class Samples
{
    public static string Root { get; } = FindRoot();

    /// <summary>Paths below <c>corpus/</c>, with /, in ordinal order.</summary>
    public static IReadOnlyList<string> Paths { get; } = Tracked("corpus/");

    public static byte[] Bytes(string path) => File.ReadAllBytes(Path.Combine(Root, "corpus", path));

    /// <summary>Paths below a folder that git tracks.</summary>
    public static IReadOnlyList<string> Tracked(string folder)
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", folder])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start) ?? throw new InvalidOperationException("git cannot be started");
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return
        [
            .. listed
                .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(path => path[folder.Length..])
                .Where(path =>
                    !Path.GetFileName(path).StartsWith('.')
                    && !path.StartsWith("_corrections/", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PlanIngest.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("the tests do not run below the repository");
    }
}

using System.Diagnostics;
using System.Text;

namespace PlanIngest.FaultTests;

/// <summary>A corpus and an extracted folder of one test, and the program that works on them.</summary>
public sealed class Workplace : IDisposable
{
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "PlanIngest.Host.dll");

    public string Root { get; }
    public string Corpus => Path.Combine(Root, "corpus");
    public string Extracted => Path.Combine(Root, "extracted");

    public Workplace(string? root = null)
    {
        Root = root ?? Directory.CreateTempSubdirectory("planingest-fault-").FullName;
        Directory.CreateDirectory(Corpus);
    }

    public string Document(string path) => Path.Combine(Corpus, path);

    public string Output(string path) => Path.Combine(Extracted, path + ".json");

    public string Corrections(string path) => Path.Combine(Corpus, "_corrections", path + ".jsonl");

    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Document(path))!);
        File.WriteAllBytes(Document(path), bytes);
    }

    public (int Exit, string Output) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Root may read and write everything; nobody may what the test lets it.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public string[] AsNobody()
    {
        Directory.CreateDirectory(Extracted);
        foreach (var folder in (string[])[Root, Corpus, Extracted])
        {
            File.SetUnixFileMode(folder, (UnixFileMode)0b111_111_111);
        }
        return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"];
    }

    /// <summary>
    /// Every output is byte for byte that of a quiet single run, none is lacking, and nothing else was left behind.
    /// </summary>
    public void AssertAgrees()
    {
        var quiet = Path.Combine(Root, "quiet");
        Run("extract", Corpus, "--out", quiet);
        var (expected, found) = (Files(quiet), Outputs());
        var lost = expected.Except(found).ToList();
        var left = found.Except(expected).ToList();
        var other = expected
            .Except(lost)
            .Where(file => !IsSame(Path.Combine(quiet, file), Path.Combine(Extracted, file)));
        var torn = other.ToList();
        if (lost.Count + left.Count + torn.Count > 0)
        {
            throw new InvalidOperationException(
                $"of {expected.Count} outputs {lost.Count} are lost, {torn.Count} are not what a quiet run gives, "
                    + $"{left.Count} are left over: {string.Join(", ", lost.Concat(torn).Concat(left).Take(10))}"
            );
        }
        Directory.Delete(quiet, recursive: true);
    }

    /// <summary>What lies in the extracted folder, but for the service's state and the index.</summary>
    public IReadOnlyList<string> Outputs() => Files(Extracted);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static bool IsSame(string one, string other) =>
        File.ReadAllBytes(one).AsSpan().SequenceEqual(File.ReadAllBytes(other));

    private static IReadOnlyList<string> Files(string folder) =>
        [
            .. Directory
                .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder, file))
                .Where(file =>
                    !file.StartsWith(".state", StringComparison.Ordinal)
                    && !file.StartsWith("index.db", StringComparison.Ordinal)
                )
                .Order(StringComparer.Ordinal),
        ];
}

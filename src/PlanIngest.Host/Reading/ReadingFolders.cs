namespace PlanIngest.Host.Reading;

/// <summary>
/// Where documents' outputs go and their corrections are (null: none are looked for), and from which size on a file
/// is not read.
/// </summary>
public sealed record ReadingFolders(string Outputs, string? Corrections, long FileLimit)
{
    /// <summary>Throws for a name that would lead out of the folder.</summary>
    public string OutputOf(string document)
    {
        var file = Path.GetFullPath(Path.Combine(Outputs, document + ".json"));
        return file.StartsWith(Path.GetFullPath(Outputs) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? file
            : throw new IOException($"'{document}' would be written outside of {Outputs}");
    }

    public string? CorrectionsOf(string document) =>
        Corrections is null ? null : Path.Combine(Corrections, document + ".jsonl");
}

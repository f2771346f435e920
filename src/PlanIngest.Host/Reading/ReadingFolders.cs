namespace PlanIngest.Host.Reading;

/// <summary>
/// Where documents' outputs go and their corrections are (null: none are looked for), and from which size on a file
/// is not read.
/// </summary>
public sealed record ReadingFolders(string Outputs, string? Corrections, long FileLimit)
{
    public string OutputOf(string document) => Path.Combine(Outputs, document + ".json");

    public string? CorrectionsOf(string document) =>
        Corrections is null ? null : Path.Combine(Corrections, document + ".jsonl");
}

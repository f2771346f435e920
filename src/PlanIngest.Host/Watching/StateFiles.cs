using System.Text.Json;
using System.Text.Json.Serialization;
using PlanIngest.Host.Reading;

namespace PlanIngest.Host.Watching;

/// <summary>
/// What must outlive a restart and no output says, in <c>extracted/.state/</c>: how often reading a document failed or
/// killed its process, which documents with corrections are gone, and which removals wait for a person.
/// </summary>
public sealed partial class StateFiles(string folder)
{
    public sealed record Attempts(FileStamp Stamp, int Tries, int Deaths, string? Why);

    public string Folder => folder;
    private string AttemptsFile => Path.Combine(folder, "attempts.json");
    private string GoneFile => Path.Combine(folder, "gone.json");
    private string RemovalsFile => Path.Combine(folder, "removals.json");
    private string AcceptedFile => Path.Combine(folder, "removals-accepted.json");

    public Dictionary<string, Attempts> ReadAttempts() =>
        Read(AttemptsFile, StateJson.Default.DictionaryStringAttempts) ?? [];

    public void WriteAttempts(Dictionary<string, Attempts> attempts) =>
        Write(AttemptsFile, attempts, StateJson.Default.DictionaryStringAttempts);

    /// <summary>Path and SHA-256 of documents that are gone and whose corrections are still there.</summary>
    public Dictionary<string, string> ReadGone() => Read(GoneFile, StateJson.Default.DictionaryStringString) ?? [];

    public void WriteGone(Dictionary<string, string> gone) =>
        Write(GoneFile, gone, StateJson.Default.DictionaryStringString);

    /// <summary>The removals held back; empty where none are.</summary>
    public List<string> ReadRemovals() => Read(RemovalsFile, StateJson.Default.ListString) ?? [];

    public void WriteRemovals(List<string> paths)
    {
        if (paths.Count > 0)
        {
            Write(RemovalsFile, paths, StateJson.Default.ListString);
        }
        else
        {
            File.Delete(RemovalsFile);
        }
    }

    public bool HasAccepted => File.Exists(AcceptedFile);

    /// <summary>The removals a person has confirmed; they are confirmed once.</summary>
    public List<string> TakeAccepted()
    {
        var accepted = Read(AcceptedFile, StateJson.Default.ListString) ?? [];
        File.Delete(AcceptedFile);
        return accepted;
    }

    public void Accept(List<string> paths) => Write(AcceptedFile, paths, StateJson.Default.ListString);

    /// <summary>A file that is damaged counts as none: it holds nothing that is not found out again.</summary>
    private static T? Read<T>(string file, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize(File.ReadAllBytes(file), type) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Write<T>(string file, T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        AtomicFile.Write(file, stream => JsonSerializer.Serialize(stream, value, type));

    [JsonSerializable(typeof(Dictionary<string, Attempts>))]
    [JsonSerializable(typeof(Dictionary<string, string>))]
    [JsonSerializable(typeof(List<string>))]
    private sealed partial class StateJson : JsonSerializerContext;
}

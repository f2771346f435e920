using System.Text.Json;
using Microsoft.Data.Sqlite;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Review;

/// <summary>
/// Keeps <c>index.db</c> in step with the outputs: each as its document finishes, all of those that were written while
/// nobody looked when it starts. Of any number of calls only one writes at a time.
/// </summary>
public sealed class IndexKeeper(string extracted) : IDisposable
{
    /// <summary>Documents in one transaction: a commit costs about as much as some hundred records.</summary>
    private const int Batch = 64;

    private readonly Lock gate = new();
    private IndexOutput? index;

    public string FilePath { get; } = Path.Combine(extracted, IndexFile.Name);

    /// <summary>Null while there is no index yet.</summary>
    public SqliteConnection? Open() => IndexFile.OpenToRead(FilePath);

    /// <summary>The outputs of these documents were written, or taken away.</summary>
    public void Update(IEnumerable<string> paths)
    {
        lock (gate)
        {
            foreach (var path in paths)
            {
                Put(Index, path);
            }
            Index.Commit();
        }
    }

    /// <summary>Every output that is newer than the index knows, and none that is gone. Gives how many it had to write.</summary>
    public int Sync()
    {
        lock (gate)
        {
            Directory.CreateDirectory(extracted);
            if (Stamps() is not { } known)
            {
                return Build();
            }
            var written = 0;
            foreach (var path in Outputs())
            {
                var info = new FileInfo(OutputOf(path));
                if (known.Remove(path, out var was) && was == (info.LastWriteTimeUtc.Ticks, info.Length))
                {
                    continue;
                }
                Put(Index, path);
                if (++written % Batch == 0)
                {
                    Index.Commit();
                }
            }
            foreach (var gone in known.Keys)
            {
                Index.Remove(gone);
            }
            Index.Commit();
            return written;
        }
    }

    /// <summary>Builds the index from the outputs, then lets it take the place of whatever lay there.</summary>
    public int Build()
    {
        lock (gate)
        {
            Dispose();
            var building = FilePath + ".building";
            var written = 0;
            using (var fresh = IndexOutput.Build(building))
            {
                foreach (var path in Outputs())
                {
                    Put(fresh, path);
                    written++;
                }
                fresh.Finish();
            }
            IndexFile.Delete(FilePath);
            File.Move(building, FilePath);
            return written;
        }
    }

    public void Dispose()
    {
        index?.Dispose();
        index = null;
    }

    private IndexOutput Index => index ??= IndexOutput.Open(FilePath);

    private IEnumerable<string> Outputs() =>
        InputFiles
            .Below(extracted)
            .Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal))
            .Select(file => file.Path[..^".json".Length]);

    private string OutputOf(string path) => Path.Combine(extracted, path + ".json");

    /// <summary>Null where there is no index of this version.</summary>
    private Dictionary<string, (long Stamp, long Size)>? Stamps()
    {
        using var reading = IndexFile.OpenToRead(FilePath);
        return reading is null ? null : new(IndexDocuments.Stamps(reading), StringComparer.Ordinal);
    }

    private void Put(IndexOutput into, string path)
    {
        var file = new FileInfo(OutputOf(path));
        if (!file.Exists)
        {
            into.Remove(path);
            return;
        }
        var bytes = File.ReadAllBytes(file.FullName);
        try
        {
            using var output = JsonDocument.Parse(bytes);
            if (output.RootElement.TryGetProperty("schema", out var schema) && schema.ValueEquals(JsonOutput.Schema))
            {
                into.Put(output.RootElement, file.LastWriteTimeUtc.Ticks, file.Length);
            }
        }
        catch (JsonException)
        {
            // Somebody else's file, or one half copied here by hand: no output of ours, so nothing to list.
            into.Remove(path);
        }
    }
}

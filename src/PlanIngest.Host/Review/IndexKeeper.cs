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
                Put(path);
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
            var known = Stamps();
            var written = 0;
            foreach (
                var file in InputFiles
                    .Below(extracted)
                    .Where(file => file.Path.EndsWith(".json", StringComparison.Ordinal))
            )
            {
                var path = file.Path[..^".json".Length];
                var info = new FileInfo(file.FullPath);
                if (known.Remove(path, out var was) && was == (info.LastWriteTimeUtc.Ticks, info.Length))
                {
                    continue;
                }
                Put(path);
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

    /// <summary>Throws the index away and builds it from the outputs.</summary>
    public int Rebuild()
    {
        lock (gate)
        {
            Dispose();
            IndexFile.Delete(FilePath);
            return Sync();
        }
    }

    public void Dispose()
    {
        index?.Dispose();
        index = null;
    }

    private IndexOutput Index => index ??= IndexOutput.Open(FilePath);

    private Dictionary<string, (long Stamp, long Size)> Stamps()
    {
        using var reading = IndexFile.OpenToRead(FilePath);
        return reading is null ? [] : new(IndexDocuments.Stamps(reading), StringComparer.Ordinal);
    }

    private void Put(string path)
    {
        var file = new FileInfo(Path.Combine(extracted, path + ".json"));
        if (!file.Exists)
        {
            Index.Remove(path);
            return;
        }
        var bytes = File.ReadAllBytes(file.FullName);
        try
        {
            using var output = JsonDocument.Parse(bytes);
            if (output.RootElement.TryGetProperty("schema", out var schema) && schema.GetString() == JsonOutput.Schema)
            {
                Index.Put(output.RootElement, file.LastWriteTimeUtc.Ticks, file.Length);
            }
        }
        catch (JsonException)
        {
            // Somebody else's file, or one half copied here by hand: no output of ours, so nothing to list.
            Index.Remove(path);
        }
    }
}

using System.Text.Json;
using PlanIngest.Outputs;

namespace PlanIngest.Host.Watching;

/// <summary>
/// The members of an output that say what it was made from, and, of an output without records, the error that is the
/// reason. Read from the file's beginning alone where there are records.
/// </summary>
public sealed record OutputHead(string Extractor, string Sha256)
{
    /// <summary>The members wanted stand in the first few hundred bytes; a title may be long.</summary>
    private const int Beginning = 4096;

    /// <summary>An output without records is small; one that is not is taken for one with records.</summary>
    private const int Most = 1 << 20;

    public string? Engine { get; init; }
    public string? Corrections { get; init; }
    public string? Error { get; init; }
    public string? Message { get; init; }

    /// <summary>Null where there is no such file, or it is none of ours.</summary>
    public static OutputHead? Read(string file)
    {
        try
        {
            using var handle = File.OpenHandle(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite | FileShare.Delete
            );
            var bytes = new byte[Beginning];
            var length = RandomAccess.Read(handle, bytes, 0);
            var isWhole = length < bytes.Length;
            var head = Parse(bytes.AsSpan(0, length), isWhole, out var wantsMore);
            if (!wantsMore)
            {
                return head;
            }
            bytes = new byte[Math.Min(Most, RandomAccess.GetLength(handle))];
            length = RandomAccess.Read(handle, bytes, 0);
            return Parse(bytes.AsSpan(0, length), length < Most, out _);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static OutputHead? Parse(ReadOnlySpan<byte> bytes, bool isWhole, out bool wantsMore)
    {
        var reader = new Utf8JsonReader(bytes, isWhole, default);
        string? schema = null,
            extractor = null,
            sha256 = null,
            engine = null,
            corrections = null,
            code = null,
            message = null;
        string[] path = ["", "", "", ""];
        var hasRecords = false;
        var isError = false;
        var atEnd = false;
        while (!hasRecords && reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.CurrentDepth < path.Length)
                {
                    path[reader.CurrentDepth] = reader.GetString()!;
                }
                continue;
            }
            if (schema is not null && schema != JsonOutput.Schema)
            {
                wantsMore = false;
                return null;
            }
            hasRecords = path[1] == "records" && reader.CurrentDepth == 2;
            atEnd = reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0;
            if (reader.TokenType != JsonTokenType.String)
            {
                continue;
            }
            switch (path[1], reader.CurrentDepth)
            {
                case ("schema", 1):
                    schema = reader.GetString();
                    break;
                case ("extractor", 1):
                    extractor = reader.GetString();
                    break;
                case ("corrections", 1):
                    corrections = reader.GetString();
                    break;
                case ("document", 2) when path[2] == "sha256":
                    sha256 = reader.GetString();
                    break;
                case ("document", 2) when path[2] == "engine":
                    engine = reader.GetString();
                    break;
                case ("diagnostics", 3) when path[3] == "severity":
                    isError = reader.GetString() == "error";
                    break;
                case ("diagnostics", 3) when path[3] == "code" && isError:
                    code ??= reader.GetString();
                    break;
                case ("diagnostics", 3) when path[3] == "message" && isError:
                    message ??= reader.GetString();
                    break;
            }
        }
        wantsMore = !hasRecords && !atEnd && !isWhole;
        return schema != JsonOutput.Schema || extractor is null || sha256 is null
            ? null
            : new OutputHead(extractor, sha256)
            {
                Engine = engine,
                Corrections = corrections,
                Error = code,
                Message = message,
            };
    }
}

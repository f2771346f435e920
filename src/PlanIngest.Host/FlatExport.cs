using System.Text;
using System.Text.Json;
using PlanIngest.Outputs;

namespace PlanIngest.Host;

/// <summary>The flat form of many outputs as one CSV or JSON lines stream.</summary>
public static class FlatExport
{
    /// <summary>False where a file is no output of ours; each such is named on standard error and passed over.</summary>
    public static bool Write(IEnumerable<InputFile> outputs, bool lines, Stream stream)
    {
        var complete = true;
        using var json = new JsonLayout(lines ? stream : Stream.Null);
        using var csv = new StreamWriter(
            lines ? Stream.Null : stream,
            new UTF8Encoding(true),
            1 << 16,
            leaveOpen: true
        );
        CsvOutput.WriteHeader(csv);
        foreach (var file in outputs)
        {
            using var output = Open(file);
            complete &= output is not null;
            foreach (var row in output is null ? [] : FlatForm.Rows(output.RootElement))
            {
                if (lines)
                {
                    JsonLinesOutput.WriteRow(json, row);
                }
                else
                {
                    CsvOutput.WriteRow(csv, row);
                }
            }
        }
        return complete;
    }

    private static JsonDocument? Open(InputFile file)
    {
        try
        {
            var output = JsonDocument.Parse(File.ReadAllBytes(file.FullPath));
            if (
                output.RootElement.ValueKind == JsonValueKind.Object
                && output.RootElement.TryGetProperty("schema", out var schema)
                && schema.ValueKind == JsonValueKind.String
                && schema.GetString() == JsonOutput.Schema
            )
            {
                return output;
            }
            output.Dispose();
            Console.Error.WriteLine($"{file.Path}: not an output of schema {JsonOutput.Schema}; passed over");
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"{file.Path}: {exception.Message}");
        }
        return null;
    }
}

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
        if (!lines)
        {
            using var header = new StreamWriter(stream, new UTF8Encoding(true), leaveOpen: true);
            CsvOutput.WriteHeader(header);
        }
        var complete = true;
        var parts = outputs
            .AsParallel()
            .AsOrdered()
            .WithDegreeOfParallelism(Environment.ProcessorCount)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(file => Rows(file, lines));
        foreach (var part in parts)
        {
            complete &= part is not null;
            part?.WriteTo(stream);
        }
        return complete;
    }

    /// <summary>The rows of one output; null where it is none.</summary>
    private static MemoryStream? Rows(InputFile file, bool lines)
    {
        using var output = Open(file);
        if (output is null)
        {
            return null;
        }
        var rows = new MemoryStream();
        using var json = new JsonLayout(lines ? rows : Stream.Null);
        using var csv = new StreamWriter(lines ? Stream.Null : rows, new UTF8Encoding(false), leaveOpen: true);
        foreach (var row in FlatForm.Rows(output.RootElement))
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
        return rows;
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

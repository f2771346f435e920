using System.Xml;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>A file that is not read: a document with empty text and one finding of severity error.</summary>
public static class Refusal
{
    public static Document Of(SourceFile file, string mediaType, string code, string message) =>
        Of(file, mediaType, new Finding(Severity.Error, code, message));

    public static Document Of(SourceFile file, string mediaType, Finding finding, string? engine = null)
    {
        var builder = DocumentBuilder.Composing(file);
        builder.Report(finding);
        return builder.Build(mediaType, null, engine);
    }

    /// <summary>Reads a binary format; what the file's own bytes make impossible becomes a refusal, bugs pass through.</summary>
    public static Document Guard(SourceFile file, ReaderLimits limits, string mediaType, Func<Document> read)
    {
        if (file.Bytes.Length > limits.Bytes)
        {
            return Of(
                file,
                mediaType,
                "file-too-large",
                $"The file has {file.Bytes.Length} bytes, the limit is {limits.Bytes}; split it, or save it without pictures."
            );
        }
        if (file.Bytes.IsEmpty)
        {
            return Of(file, mediaType, "empty-file", "The file has no bytes; copy it again from its source.");
        }
        try
        {
            return read();
        }
        catch (RefusedFileException refused)
        {
            return Of(file, mediaType, refused.Finding);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException)
        {
            return Of(
                file,
                mediaType,
                "file-damaged",
                $"The file cannot be read ({broken.Message.TrimEnd('.')}); open it in its own program, save it again, and drop that."
            );
        }
    }
}

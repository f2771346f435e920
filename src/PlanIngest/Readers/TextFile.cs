using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>A file whose decoded text is the text view itself: plain text, Markdown.</summary>
internal static class TextFile
{
    /// <param name="file">The file as it is on the disk.</param>
    /// <param name="mediaType">What it is said to be.</param>
    /// <param name="write">Finds the blocks; not asked where the bytes are no text.</param>
    public static Document Read(SourceFile file, string mediaType, Action<TextLines, DocumentBuilder> write)
    {
        var decoded = Charset.Decode(file.Bytes.Span);
        var builder = DocumentBuilder.Over(file, decoded.Text ?? "");
        foreach (var finding in decoded.Findings)
        {
            builder.Report(finding);
        }
        if (decoded.Text is { } text)
        {
            EmptyFile.ReportIn(builder, text);
            write(new TextLines(text), builder);
        }
        return builder.Build(mediaType, decoded.Encoding);
    }
}

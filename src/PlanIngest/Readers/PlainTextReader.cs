using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>Reads <c>.txt</c>.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions => [".txt"];

    public Document Read(SourceFile file, ReaderLimits limits)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span);
        var builder = DocumentBuilder.Over(file, text);
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                builder.Paragraph(Span.Between(start, end));
            }
            start = end + 1;
        }
        return builder.Build("text/plain", "utf-8");
    }
}

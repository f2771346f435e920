using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Reads <c>.txt</c>: each line a heading or a paragraph, but for the tables that the dialects find. Tags and
/// Markdown heading marks that converters leave in plain text are hidden.
/// </summary>
public sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions => [".txt"];

    public Document Read(SourceFile file, ReaderLimits limits) =>
        TextFile.Read(
            file,
            "text/plain",
            (lines, builder) =>
            {
                var marks = PlainTextMarks.Read(lines);
                FrameLines.PassOver(lines, marks, builder);
                new LineBlocks(lines, builder, marks).Write(TableScan.Find(lines));
            }
        );
}

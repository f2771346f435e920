using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Reads <c>.md</c>. The text view is the file itself; what a reader of the page does not see (marks of emphasis,
/// links, headings) is hidden. Tables are found by the same dialects as in plain text, everything else is Markdig's.
/// </summary>
public sealed class MarkdownReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions => [".md", ".markdown"];

    public Document Read(SourceFile file, ReaderLimits limits) => TextFile.Read(file, "text/markdown", Write);

    private static void Write(TextLines lines, DocumentBuilder builder)
    {
        var tables = TableScan.Find(lines);
        var masked = Masked(lines, tables, builder);
        var marks = MarkdownMarks.Read(lines, masked);
        PlainTextMarks.HideComments(lines, marks);
        FrameLines.PassOver(lines, marks, builder);
        new LineBlocks(lines, builder, marks).Write(tables);
    }

    /// <summary>The text for Markdig: tables blank, and lines nested deeper than it can take.</summary>
    private static string Masked(TextLines lines, List<TableDraft> tables, DocumentBuilder builder)
    {
        var deep = MarkdownDepth.LinesTooDeep(lines);
        if (deep.Count > 0)
        {
            builder.Report(MarkdownDepth.Finding(lines[deep[0]], deep[0] + 1));
        }
        return tables.Count == 0 && deep.Count == 0
            ? lines.Text
            : string.Create(
                lines.Text.Length,
                (lines, tables, deep),
                static (copy, state) =>
                {
                    state.lines.Text.CopyTo(copy);
                    foreach (var draft in state.tables.Where(draft => !draft.Refused))
                    {
                        Blank(copy.Slice(draft.Region.Start, draft.Region.Length));
                    }
                    foreach (var line in state.deep)
                    {
                        Blank(copy.Slice(state.lines[line].Start, state.lines[line].Length));
                    }
                }
            );
    }

    private static void Blank(Span<char> stretch)
    {
        for (var at = 0; at < stretch.Length; at++)
        {
            stretch[at] = stretch[at] == '\n' ? '\n' : ' ';
        }
    }
}

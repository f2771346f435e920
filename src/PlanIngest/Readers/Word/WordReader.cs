using PlanIngest.Model;
using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>
/// Reads <c>.docx</c> and <c>.docm</c>, both dialects: the body with its tables, list marks, text boxes and footnotes,
/// as the final version shows it. Headers, footers, comments and tables of contents are no part of the text.
/// </summary>
public sealed class WordReader : IDocumentReader
{
    private const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public IReadOnlyList<string> Extensions => [".docx", ".docm"];

    public Document Read(SourceFile file, ReaderLimits limits) =>
        OfficeFile.Read(
            file,
            limits,
            MediaType,
            "word/document.xml",
            (package, main, part) => ReadText(DocumentBuilder.Composing(file), package, main, part, limits)
        );

    private static Document ReadText(
        DocumentBuilder builder,
        Package package,
        string main,
        PartReader part,
        ReaderLimits limits
    )
    {
        var related = package.Relations(main).Values.ToLookup(relation => relation.Kind, StringComparer.Ordinal);
        PartReader? Related(string kind) =>
            related[kind].FirstOrDefault() is { } relation ? package.Part(relation.Target) : null;

        using var stylesPart = Related("styles");
        var styles = new WordStyles(stylesPart);
        using var numbering = Related("numbering");
        var lists = new WordLists(numbering, styles);
        var notes = new WordNotes();
        using var footnotes = Related("footnotes");
        notes.Read("footnote", footnotes, styles, lists);
        using var endnotes = Related("endnotes");
        notes.Read("endnote", endnotes, styles, lists);

        var writer = new WordWriter(builder, limits);
        var body = new WordBody(part, styles, lists, notes);
        foreach (var name in part.Root())
        {
            if (name == "body")
            {
                body.Each(writer.Write);
            }
        }
        builder.Revise(ComposedCaptions.Attach);
        Report(builder, body.Revisions, part.TooDeep);
        return builder.Build(MediaType, null);
    }

    private static void Report(DocumentBuilder builder, WordRevisions revisions, bool tooDeep)
    {
        if (builder.Length == 0)
        {
            builder.Report(
                new Finding(
                    Severity.Error,
                    "empty-file",
                    "The file holds no text; if its pages are pictures, drop a version with text."
                )
            );
        }
        if (revisions.Inserted + revisions.Deleted > 0)
        {
            builder.Report(
                new Finding(
                    Severity.Info,
                    "tracked-changes",
                    $"The file has tracked changes: {revisions.Inserted} insertion(s) were read, {revisions.Deleted} deletion(s) left out; accept or refuse them in Word if that is wrong."
                )
            );
        }
        if (revisions.Hidden > 0)
        {
            builder.Report(
                new Finding(
                    Severity.Info,
                    "hidden-content",
                    $"{revisions.Hidden} stretch(es) of hidden text were left out; show them in Word if they belong to the text."
                )
            );
        }
        if (tooDeep)
        {
            builder.Report(
                new Finding(
                    Severity.Warning,
                    "too-deep",
                    "Tables or boxes are nested deeper than the limit; what lies deeper was left out. Take them apart."
                )
            );
        }
    }
}

using System.Buffers;
using System.Text;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using PlanIngest.Model;
using PlanIngest.Readers.Html;

namespace PlanIngest.Readers;

/// <summary>
/// Reads <c>.html</c>, <c>.htm</c>: AngleSharp parses, the frame of the page (menus, buttons, hidden text) is left
/// out, and the rest becomes a reading-order text. No script runs, nothing is fetched.
/// </summary>
public sealed class HtmlReader : IDocumentReader
{
    /// <summary>A page names its encoding within its first bytes, or nowhere a browser would look.</summary>
    private const int DeclarationBytes = 4096;

    /// <summary>What nobody asks for is not kept: comments, the words of scripts and styles, and most attributes.</summary>
    private static readonly HtmlParserOptions Options = new()
    {
        SkipComments = true,
        SkipScriptText = true,
        SkipRawText = true,
        DisableElementPositionTracking = true,
        ShouldEmitAttribute = (ref StructHtmlToken _, ReadOnlyMemory<char> name) => Attributes.Contains(name.Span),
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Attributes = new HashSet<string>(
        "id class style hidden href role border caption rowspan colspan start".Split(' '),
        StringComparer.OrdinalIgnoreCase
    ).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("\"'; />?\r\n");

    public IReadOnlyList<string> Extensions => [".html", ".htm", ".xhtml"];

    public Document Read(SourceFile file, ReaderLimits limits)
    {
        var decoded = Charset.Decode(file.Bytes.Span, DeclaredIn(file.Bytes.Span));
        var findings = new List<Finding>(decoded.Findings.Where(finding => finding.Span is null));
        findings.AddRange(decoded.Findings.Where(finding => finding.Span is not null).Select(WithoutPlace));
        var composed = Composed(HtmlDepth.Limit(decoded.Text ?? "", findings.Add), limits);
        var builder = DocumentBuilder.Over(file, composed.Text);
        findings.ForEach(builder.Report);
        foreach (var label in composed.Labels)
        {
            builder.Label(label);
        }
        if (decoded.Text is not null)
        {
            EmptyFile.ReportIn(builder, composed.Text);
        }
        WriteBlocks(composed, builder);
        return builder.Build("text/html", decoded.Encoding);
    }

    /// <summary>A method of its own, so that the parsed page can be forgotten before its words are read.</summary>
    private static ComposedPage Composed(string source, ReaderLimits limits)
    {
        using var parsed = new HtmlParser(Options).ParseDocument(source);
        var page = new HtmlPage(parsed.Body ?? parsed.DocumentElement, limits.Columns).Composed();
        if (page.Tables.Count > 0 && TableCut.IsCut(source, page.Text, page.Tables[^1]))
        {
            page.Tables[^1].Report(TableCut.Finding(page.Tables[^1].Region, "The table has no end tag"));
        }
        return page;
    }

    private static void WriteBlocks(ComposedPage page, DocumentBuilder builder)
    {
        var lines = new TextLines(page.Text);
        var marks = new LineMarks { ShowsMarks = true };
        foreach (var (start, level) in page.Headings.Where(heading => heading.Start < lines.Text.Length))
        {
            marks.SetHeading(lines.LineOf(start), level);
        }
        foreach (var cut in page.Cuts)
        {
            marks.SetApart(lines.LineOf(cut));
        }
        foreach (var draft in page.Tables.Where(draft => !draft.Refused))
        {
            Captions.Find(lines, draft);
        }
        var tables = page
            .Tables.Concat(TableScan.Find(Outside(page.Tables, lines)))
            .OrderBy(draft => draft.Region.Start);
        new LineBlocks(lines, builder, marks).Write([.. tables]);
    }

    /// <summary>
    /// The text with the tables of the page filled with full stops, which are in no table: a page may hold others that
    /// are only paragraphs.
    /// </summary>
    private static TextLines Outside(IReadOnlyList<TableDraft> tables, TextLines lines) =>
        tables.Count == 0
            ? lines
            : new TextLines(
                string.Create(
                    lines.Text.Length,
                    (lines.Text, tables),
                    static (copy, state) =>
                    {
                        state.Text.CopyTo(copy);
                        foreach (var draft in state.tables)
                        {
                            copy.Slice(draft.Region.Start, draft.Region.Length).Fill('。');
                        }
                    }
                )
            );

    /// <summary>Damage has its line in the source, which is not the text view.</summary>
    private static Finding WithoutPlace(Finding finding) => new(finding.Severity, finding.Code, finding.Message);

    private static string? DeclaredIn(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        foreach (var member in (ReadOnlySpan<string>)["charset", "encoding"])
        {
            var at = head.IndexOf(member, StringComparison.OrdinalIgnoreCase);
            var value = at < 0 ? [] : head.AsSpan(at + member.Length).TrimStart(" =\"'");
            var end = value.IndexOfAny(NameEnds);
            if (end > 0)
            {
                return value[..end].ToString();
            }
        }
        return null;
    }
}

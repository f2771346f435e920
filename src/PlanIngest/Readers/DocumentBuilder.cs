using System.Security.Cryptography;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Where readers put what they find; it counts the offsets, so that no reader does. Either over a text that is the
/// file itself (<see cref="Over"/>: spans are true offsets), or composing a reading-order text by appending.
/// </summary>
public sealed class DocumentBuilder
{
    private readonly SourceFile file;
    private readonly string? whole;
    private readonly StringBuilder composed = new();
    private readonly List<Block> blocks = [];
    private readonly List<Finding> findings = [];
    private readonly List<(Span Span, char First)> masks = [];
    private readonly List<string> labels = [];

    private DocumentBuilder(SourceFile file, string? whole) => (this.file, this.whole) = (file, whole);

    /// <summary>A document whose text view is this decoded file text.</summary>
    public static DocumentBuilder Over(SourceFile file, string text) => new(file, text);

    /// <summary>A document whose text view is what is appended.</summary>
    public static DocumentBuilder Composing(SourceFile file) => new(file, null);

    public int Length => whole?.Length ?? composed.Length;

    /// <summary>Appends text to a composed document and says where it stands.</summary>
    public Span Append(ReadOnlySpan<char> text)
    {
        if (whole is not null)
        {
            throw new InvalidOperationException("the text of this document is the file itself");
        }
        var start = composed.Length;
        composed.Append(text);
        return Span.Between(start, composed.Length);
    }

    public void Heading(Span span, int level, Place? place = null) => blocks.Add(new Heading(span, level, place));

    public void Paragraph(Span span, Place? place = null, bool apart = false) =>
        blocks.Add(new Paragraph(span, place) { Apart = apart });

    public void Add(Block block) => blocks.Add(block);

    public void Report(Finding finding) => findings.Add(finding);

    /// <summary>See <see cref="Document.FrameLabels"/>.</summary>
    public void Label(string label) => labels.Add(label);

    /// <summary>This stretch is markup that a reader of the page does not see.</summary>
    public void Hide(Span span) => masks.Add((span, Document.Hidden));

    /// <summary>This stretch (an entity, an escape) is shown as one character.</summary>
    public void Show(Span span, char shown) => masks.Add((span, shown));

    /// <summary>A last look at the blocks of a composed document with all of its text at hand.</summary>
    public void Revise(Func<string, IReadOnlyList<Block>, IReadOnlyList<Block>> revise)
    {
        var revised = revise(composed.ToString(), [.. blocks]);
        blocks.Clear();
        blocks.AddRange(revised);
    }

    public Document Build(string mediaType, string? encoding, string? engine = null)
    {
        var text = whole ?? composed.ToString();
        return new Document
        {
            Path = file.Path,
            Source = new SourceInfo(mediaType, encoding, Sha256Of(file), file.Bytes.Length, engine),
            Text = text,
            Shown = masks.Count == 0 ? text : Masked(text),
            Blocks = blocks,
            Findings = findings,
            FrameLabels = labels,
        };
    }

    private static string Sha256Of(SourceFile file) => Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));

    private string Masked(string text) =>
        string.Create(
            text.Length,
            (text, masks),
            static (shown, state) =>
            {
                state.text.CopyTo(shown);
                foreach (var (span, first) in state.masks)
                {
                    shown.Slice(span.Start, span.Length).Clear();
                    if (span.Length > 0)
                    {
                        shown[span.Start] = first;
                    }
                }
            }
        );
}

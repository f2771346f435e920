namespace PlanIngest.Model;

/// <summary>
/// One input file as every later stage sees it. Immutable. <see cref="Text"/> is the one text all spans count in:
/// the decoded file for plain text and Markdown (BOM dropped, line ends LF), a reading-order text for other formats.
/// </summary>
public sealed class Document
{
    /// <summary>In <see cref="Shown"/>: this character of the text is markup that a reader of the page does not see.</summary>
    public const char Hidden = '\0';

    private int[]? lineStarts;

    public required string Path { get; init; }
    public required SourceInfo Source { get; init; }
    public required string Text { get; init; }

    /// <summary>
    /// The text as it is shown, char for char as long as <see cref="Text"/>: markup is <see cref="Hidden"/>, an
    /// entity (<c>&amp;ge;</c>) is its character followed by Hidden. The same string as Text where nothing is hidden.
    /// Everything that understands words reads this; spans are the same in both.
    /// </summary>
    public required string Shown { get; init; }
    public required IReadOnlyList<Block> Blocks { get; init; }
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>
    /// Labels with their values (发布日期：2021-03-05) from lines of a saved page that are no part of its article and in
    /// no block; for the document's head alone.
    /// </summary>
    public IReadOnlyList<string> FrameLabels { get; init; } = [];

    /// <summary>The source words of a span, exactly.</summary>
    public ReadOnlySpan<char> Slice(Span span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The span as a reader sees it: without hidden markup, otherwise character for character.</summary>
    public string Read(Span span)
    {
        var shown = Shown.AsSpan(span.Start, span.Length);
        return shown.Contains(Hidden) ? string.Concat(shown.ToString().Where(c => c != Hidden)) : shown.ToString();
    }

    /// <summary>1-based line of the text view on which the offset stands.</summary>
    public int LineOf(int offset)
    {
        lineStarts ??= FindLines(Text);
        var at = Array.BinarySearch(lineStarts, offset);
        return at >= 0 ? at + 1 : ~at;
    }

    private static int[] FindLines(string text)
    {
        var starts = new List<int> { 0 };
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }
        return [.. starts];
    }
}

/// <summary>The bytes a document came from. <see cref="Encoding"/> is a lower-case IANA name, null for binary formats;
/// <see cref="Engine"/> is name and version of the outside program that read it, else null.</summary>
public sealed record SourceInfo(string MediaType, string? Encoding, string Sha256, long Bytes, string? Engine = null);

/// <summary>An input: its path below the corpus root (always with /) and its bytes. Readers never open files.</summary>
public sealed record SourceFile(string Path, ReadOnlyMemory<byte> Bytes);

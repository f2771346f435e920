using PlanIngest.Model;

namespace PlanIngest.Readers.Word;

/// <summary>A piece of a Word text before it is laid into a document.</summary>
internal abstract record WordBlock;

/// <summary>
/// A paragraph with its list mark; soft line breaks are <c>\n</c>. <see cref="Level"/> is the outline level a style
/// gives, 1 the outermost, 0 for none.
/// </summary>
internal sealed record WordParagraph(string Text, int Level) : WordBlock
{
    public IReadOnlyList<Span> Bold { get; init; } = [];
}

/// <summary>A footnote, where it is referred to.</summary>
internal sealed record WordNote(string Text) : WordBlock;

/// <summary>A table as the file has it; <see cref="GridWidths"/> are its grid columns in twentieths of a point.</summary>
internal sealed record WordTable(IReadOnlyList<WordRow> Rows, IReadOnlyList<int> GridWidths) : WordBlock;

/// <summary>Cells in order, after <see cref="Before"/> grid columns left free.</summary>
internal sealed record WordRow(bool Header, int Before, IReadOnlyList<WordCell> Cells);

/// <summary>A cell over <see cref="Width"/> grid columns. One that goes on a merge shows nothing of its own.</summary>
internal sealed record WordCell(int Width, Merge Down, IReadOnlyList<WordBlock> Content);

internal enum Merge
{
    None,
    Begins,
    GoesOn,
}

namespace PlanIngest.Readers.Pdf;

/// <summary>Words of one line without column-wide white between them, left to right.</summary>
public sealed record Piece(IReadOnlyList<PageWord> Words, Rect Box)
{
    public string Text { get; } = WordText.Join(Words);
}

/// <summary>Words on one base line, left to right, and cut into pieces.</summary>
public sealed record TextLine(IReadOnlyList<PageWord> Words, IReadOnlyList<Piece> Pieces, Rect Box, double Size)
{
    public string Text() => WordText.Join(Words);
}

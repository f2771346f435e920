namespace PlanIngest.Readers.Pdf;

/// <summary>Every distance and share the layout is judged by, with the reason. em: the size of the writing.</summary>
public static class PdfTolerances
{
    /// <summary>Base lines of one line differ by less, in em: a superscript is raised by a third.</summary>
    public const double SameLine = 0.35;

    /// <summary>Share of the lower box that must be common for raised or lowered signs to stand on a line.</summary>
    public const double RaisedOverlap = 0.5;

    /// <summary>White wider than this between two words, in em, is a space: a narrow one is 0.2, kerning under 0.1.</summary>
    public const double Space = 0.15;

    /// <summary>The same beside Chinese characters, which are set without spaces and stretched to fill a line.</summary>
    public const double WideSpace = 0.6;

    /// <summary>White wider than this, in em, may part two columns; justified lines stretch a space to 0.7.</summary>
    public const double PieceGap = 0.9;

    /// <summary>Ruling lines closer than this, in points, are one: double lines, and lines beside thin fills.</summary>
    public const double SameRuling = 2.5;

    /// <summary>Ends of lines that nearly touch, in points: corners are drawn carelessly, dashes leave white.</summary>
    public const double RulingGap = 4;

    /// <summary>A ruling shorter than this is a dash, a tick or part of a letter unless it joins others.</summary>
    public const double ShortRuling = 6;

    /// <summary>Share of a cell's side that a line must cover to part it from its neighbour.</summary>
    public const double EdgeCover = 0.6;

    /// <summary>A row of cells lower than this, in points, is a double line.</summary>
    public const double ThinBand = 3;

    /// <summary>The longest cell of a table with few cells has fewer lines; a page has forty.</summary>
    public const int FramedLines = 20;

    /// <summary>Two lines of one block stand no further apart than this, in heights of a line.</summary>
    public const double BlockGap = 1.8;

    /// <summary>Lines of one ruled row overlap by more than this, in em, when its cells' lines do not stand side by side.</summary>
    public const double Interleaved = 0.2;

    /// <summary>Letters (a Chinese character counts two) in a piece above which it is prose rather than a value.</summary>
    public const int ProsePiece = 32;
}

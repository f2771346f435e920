namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Characters drawn one after another without white between them, as the file has them. <see cref="Size"/> is the
/// font's in points; <see cref="Turn"/> the quarter turns of the writing, clockwise: 0 left to right, 1 downwards.
/// </summary>
public readonly record struct PageWord(string Text, Rect Box, double Size, int Turn, string Font, WordMarks Marks);

[Flags]
public enum WordMarks
{
    None = 0,
    Bold = 1,

    /// <summary>Drawn with the mode that leaves no ink.</summary>
    Invisible = 2,

    /// <summary>The file itself marks it as furniture of the page.</summary>
    Artifact = 4,

    /// <summary>A picture was drawn over it.</summary>
    Covered = 8,
}

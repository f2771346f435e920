namespace PlanIngest.Model;

/// <summary>
/// A piece of a document in reading order. Closed set: <see cref="Heading"/>, <see cref="Paragraph"/>,
/// <see cref="Table"/>; switch over it exhaustively.
/// </summary>
public abstract record Block(Span Span, Place? Place);

/// <summary>A heading; level 1 is the outermost (title or 第一章), greater is deeper. Its span holds the list mark too.</summary>
public sealed record Heading(Span Span, int Level, Place? Place = null) : Block(Span, Place);

/// <summary>
/// A run of text as the format has it. Plain text gives one for each physical line; whether a sentence goes on in the
/// next paragraph (a line or page break in its midst) is decided by the sentence stage, not by readers.
/// </summary>
public sealed record Paragraph(Span Span, Place? Place = null) : Block(Span, Place)
{
    /// <summary>A line of a page's frame was left out before it: no sentence goes on from the block before.</summary>
    public bool Apart { get; init; }
}

/// <summary>
/// A table as cells. Rows and columns count from 0 here and from 1 wherever people see them. A merged cell stands
/// once, at its top left. Empty cells are present with an empty span at their true place.
/// <see cref="Caption"/> is the title over the table (null for none), <see cref="Notes"/> text under or in it that is
/// no cell (单位：…, 注：…). Which rows are header is decided by the grid; <see cref="Cell.Header"/> is only what the
/// format marks.
/// </summary>
public sealed record Table(Span Span, int Rows, int Columns, IReadOnlyList<Cell> Cells, Place? Place = null)
    : Block(Span, Place)
{
    public Span? Caption { get; init; }
    public IReadOnlyList<Span> Notes { get; init; } = [];

    /// <summary>
    /// The rows were found by a dialect without marks, or cut by inference: the grid may flag what it reads.
    /// </summary>
    public bool Inferred { get; init; }
}

/// <summary>
/// A table cell. Its text is <c>document.Read(cell.Span)</c>; there is no other copy of it.
/// Cells are in order of row, then column.
/// </summary>
public readonly record struct Cell(int Row, int Column, Span Span)
{
    public int RowSpan { get; init; } = 1;
    public int ColumnSpan { get; init; } = 1;

    /// <summary>The format marks it as a header (th, the row above a Markdown rule).</summary>
    public bool Header { get; init; }
    public Place? Place { get; init; }

    /// <summary>The words of a merged cell were given back here by inference.</summary>
    public bool Inferred { get; init; }
}

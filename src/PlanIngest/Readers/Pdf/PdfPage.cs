namespace PlanIngest.Readers.Pdf;

/// <summary>
/// A page as an engine gives it, upright, in points from its top left, y down. <see cref="Words"/> are in the order
/// they were drawn. <see cref="Fills"/> are filled areas too thick for a ruling line; <see cref="Pictures"/> images.
/// </summary>
public sealed record PdfPage(
    int Number,
    double Width,
    double Height,
    IReadOnlyList<PageWord> Words,
    IReadOnlyList<Ruling> Rulings,
    IReadOnlyList<Fill> Fills,
    IReadOnlyList<Rect> Pictures
)
{
    /// <summary>Quarter turns, clockwise, of the writing before the page was turned to make it level.</summary>
    public int Turn { get; init; }

    /// <summary>Filled outlines that are no rectangles: letters drawn as shapes, drawings.</summary>
    public int Shapes { get; init; }

    /// <summary>The page has more words than any honest one, and not all of them are here.</summary>
    public bool Crowded { get; init; }
}

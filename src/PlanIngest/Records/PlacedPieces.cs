using PlanIngest.Model;

namespace PlanIngest.Records;

/// <summary>
/// The paragraphs, headings and cells of a document of which the format says where they stand, in text order. Formats
/// without pages, sheets and boxes have none.
/// </summary>
public sealed class PlacedPieces
{
    private readonly List<(Span Span, Place Place)> pieces;

    public PlacedPieces(Document document) =>
        pieces = [
            .. document
                .Blocks.SelectMany(Of)
                .Where(piece => piece.Place is not null && !piece.Span.IsEmpty)
                .Select(piece => (piece.Span, piece.Place!))
                .OrderBy(piece => piece.Span.Start),
        ];

    /// <summary>The pieces that a stretch of the text touches.</summary>
    public IEnumerable<(Span Span, Place Place)> Under(Span stretch)
    {
        for (var at = First(stretch.Start); at < pieces.Count && pieces[at].Span.Start < stretch.End; at++)
        {
            if (pieces[at].Span.Overlaps(stretch))
            {
                yield return pieces[at];
            }
        }
    }

    /// <summary>Each record and value with a place, where it has none of its own yet: that of the words it begins in.</summary>
    public IEnumerable<IndicatorRecord> Fill(IEnumerable<IndicatorRecord> records) =>
        pieces.Count == 0
            ? records
            : records.Select(record =>
                record with
                {
                    Place = record.Place ?? PlaceOf(record.Span),
                    Observations =
                    [
                        .. record.Observations.Select(seen =>
                            seen.Place is null ? seen with { Place = PlaceOf(seen.Span) } : seen
                        ),
                    ],
                }
            );

    private Place? PlaceOf(Span span) => Under(span).Select(piece => piece.Place).FirstOrDefault();

    /// <summary>The first piece that ends behind this offset.</summary>
    private int First(int offset)
    {
        var (low, high) = (0, pieces.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = pieces[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    private static IEnumerable<(Span Span, Place? Place)> Of(Block block) =>
        block is Table { Place: null, Cells: CellList { IsUnplaced: true } } ? []
        : block is Table table ? table.Cells.Select(cell => (cell.Span, cell.Place ?? table.Place))
        : [(block.Span, block.Place)];
}

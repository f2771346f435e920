using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>From stretches of a document's text to their places on its pages; of formats without pages none.</summary>
public sealed class WordPlaces
{
    /// <summary>Words before a stretch, by which it is found where a paragraph goes on over the page.</summary>
    private const int Before = 8;

    private readonly Document document;
    private readonly List<(Span Span, Place Place)> pieces;

    public WordPlaces(Document document)
    {
        this.document = document;
        pieces =
        [
            .. document
                .Blocks.SelectMany(Pieces)
                .Where(piece => !piece.Span.IsEmpty && piece.Place is { Page: not null, Box: not null })
                .Select(piece => (piece.Span, piece.Place!))
                .OrderBy(piece => piece.Item1.Start),
        ];
    }

    /// <summary>Where a stretch stands: once for each paragraph or cell that it touches.</summary>
    public IEnumerable<PlacedWords> Of(Span stretch)
    {
        for (var at = First(stretch.Start); at < pieces.Count && pieces[at].Span.Start < stretch.End; at++)
        {
            var (piece, place) = pieces[at];
            if (piece.Overlaps(stretch))
            {
                yield return Within(piece, place, stretch);
            }
        }
    }

    private PlacedWords Within(Span piece, Place place, Span stretch)
    {
        var from = Math.Max(piece.Start, stretch.Start);
        var words = SourceWords.Strip(document.Read(Span.Between(from, Math.Min(piece.End, stretch.End))));
        var before = SourceWords.Strip(document.Read(Span.Between(piece.Start, from)));
        var nth = 0;
        for (var at = 0; words.Length > 0 && (at = before.IndexOf(words, at, StringComparison.Ordinal)) >= 0; at++)
        {
            nth++;
        }
        var box = place.Box!.Value;
        return new PlacedWords(
            place.Page!.Value,
            [box.X0, box.Y0, box.X1, box.Y1],
            words,
            before[Math.Max(0, before.Length - Before)..],
            nth
        );
    }

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

    private static IEnumerable<(Span Span, Place? Place)> Pieces(Block block) =>
        block is Table table
            ? table.Cells.Select(cell => (cell.Span, cell.Place ?? table.Place))
            : [(block.Span, block.Place)];
}

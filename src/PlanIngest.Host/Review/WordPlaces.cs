using PlanIngest.Model;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>From stretches of a document's text to their places on its pages; of formats without pages none.</summary>
public sealed class WordPlaces(Document document)
{
    /// <summary>Words before a stretch, by which it is found where a paragraph goes on over the page.</summary>
    private const int Before = 8;

    private readonly PlacedPieces pieces = new(document);

    /// <summary>Where a stretch stands: once for each paragraph or cell that it touches.</summary>
    public IEnumerable<PlacedWords> Of(Span stretch) =>
        pieces
            .Under(stretch)
            .Where(piece => piece.Place is { Page: not null, Box: not null })
            .Select(piece => Within(piece.Span, piece.Place, stretch));

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
}

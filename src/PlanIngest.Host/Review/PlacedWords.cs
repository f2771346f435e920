namespace PlanIngest.Host.Review;

/// <summary>
/// Words on a page: in this box (points from the page's top left), where they come <see cref="Nth"/> (from 0) among
/// words that read the same. A paragraph's box reaches over all of its lines, so the words find their own place in it.
/// </summary>
public sealed record PlacedWords(int Page, IReadOnlyList<decimal> Box, string Words, string Before, int Nth);

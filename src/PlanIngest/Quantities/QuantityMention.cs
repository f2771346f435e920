using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// A quantity as it stands in a text: where (from the comparator to the unit), what, the flags its characters deserve
/// (<c>ocr-suspect</c>), and the name of the rule that read it.
/// </summary>
public readonly record struct QuantityMention(Span Span, Quantity Quantity, string Rule)
{
    public IReadOnlyList<string> Flags { get; init; } = [];
}

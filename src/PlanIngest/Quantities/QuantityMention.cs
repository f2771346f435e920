using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// A quantity as it stands in a text: where (from the comparator to the unit), what, the flags its characters deserve
/// (<c>ocr-suspect</c>), and the name of the rule that read it.
/// </summary>
public readonly record struct QuantityMention(Span Span, Quantity Quantity, string Rule)
{
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>
    /// The verb the value hangs on: 达到 of 达到70%以上, 增加到 of 增加到84.49亿元, 从 of 从21.66%. In prose its words
    /// stand before <see cref="Span"/>; a change's own verb (增长5%) is part of the quantity and no lead.
    /// </summary>
    public Lead Lead { get; init; }

    /// <summary>The words of the lead; empty for none.</summary>
    public Span LeadSpan { get; init; }

    /// <summary>The number with its multiplier and unit alone, of a range both numbers.</summary>
    public Span Core { get; init; }

    /// <summary>
    /// A limit on a size, right before a noun (60万千瓦以上机组, 20万元以下的贷款): most often it says which things are
    /// meant and is part of their name, not a fact.
    /// </summary>
    public bool Qualifies { get; init; }

    /// <summary>The unit, the change or the 左右 was taken from a neighbour in a list (1、2、3家; 增长4%、7%左右).</summary>
    public bool Shared { get; init; }
}

/// <summary>What the verb before a value says of it.</summary>
public enum Lead
{
    None,

    /// <summary>达到, 实现, 为.</summary>
    Reach,

    /// <summary>保持在, 稳定在.</summary>
    Hold,

    /// <summary>控制在.</summary>
    Control,

    /// <summary>从, 由: the value before a change.</summary>
    From,

    /// <summary>提高到, 增至, 降为: the value after a change.</summary>
    To,
}

using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>One value with the name it is said of, before it is known for when and in which role.</summary>
internal sealed record Statement(QuantityMention Value, Cut Name, string Rule, Span Clause)
{
    public required Cut Lead { get; init; }

    /// <summary>The value something goes on from (从…): an actual, of another time than the result.</summary>
    public bool IsStart { get; init; }

    /// <summary>Of so many values of one name dealt out side by side; 0 where it stands alone.</summary>
    public int Among { get; init; }

    /// <summary>Which of them, from 0.</summary>
    public int Place { get; init; }

    /// <summary>Its own words say the role: （年度目标要求≥64%）.</summary>
    public Role? Role { get; init; }

    /// <summary>Whose it is, as far as its name says so; empty else.</summary>
    public Cut Owner { get; init; } = Cut.Empty;

    /// <summary>One of the parts of what was said before it (其中…, or in brackets).</summary>
    public bool IsPart { get; init; }

    /// <summary>Part of the name was taken from the words before the clause.</summary>
    public bool NameInferred { get; init; }
}

using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>A way of stating a quantity: its name, the tokens it is made of, and what they mean (null: not this).</summary>
internal sealed class PhraseRule(string name, string pattern, PhraseRule.Meaning meaning)
{
    public delegate Quantity? Meaning(PhraseMatch match);

    public string Name { get; } = name;
    public PhrasePattern Pattern { get; } = new(pattern);

    public Quantity? Read(PhraseMatch match) => meaning(match);
}

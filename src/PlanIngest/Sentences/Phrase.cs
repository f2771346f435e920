using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>
/// Values said side by side (一个或几个, 5.66张、2.74人), with what stands before and behind them in their clause.
/// The statement rules read it and say what the values are of.
/// </summary>
internal sealed record Phrase
{
    public required IReadOnlyList<QuantityMention> Values { get; init; }

    /// <summary>The clause it stands in.</summary>
    public required Span Clause { get; init; }

    /// <summary>What stands before the values, as said.</summary>
    public required Cut Lead { get; init; }

    /// <summary>The same without the words that join it to the values and without who speaks and when.</summary>
    public required Cut Left { get; init; }

    /// <summary>A verb of reaching joins Left to the values (达到, 提高到, 为).</summary>
    public required bool Joined { get; init; }

    /// <summary>What stands behind the values up to the end of the clause or the next values.</summary>
    public required Cut Right { get; init; }

    /// <summary>The values come after those of the phrase before with a mere 、 or 和 between.</summary>
    public required bool Continues { get; init; }

    /// <summary>分别, 均, 各 stand between the names and the values.</summary>
    public required bool Singly { get; init; }

    /// <summary>The words behind call the values a goal: 削减10%的控制目标.</summary>
    public bool IsGoal { get; init; }

    /// <summary>The values a later phrase of the clause goes on from: 从21.66% in 从21.66%提升至32.49%.</summary>
    public bool IsStart { get; init; }

    /// <summary>At the end of Left stands a verb whose object is counted by the values: 建成5个.</summary>
    public int Act =>
        Left.IsEmpty || Right.IsEmpty
            ? 0
            : Math.Max(Words.Closes(WordClass.Act, Left.Text), Words.Closes(WordClass.Have, Left.Text));

    public QuantityMention First => Values[0];

    public bool IsShare => Shares.Contains(First.Quantity.Unit ?? "");

    public bool OfPeople => First.Quantity.Unit is "人" or "名" or "位" or "人次" or "户";

    public static readonly IReadOnlyList<string> Shares = ["%", "‰", "/万", "/10万", "百分点"];
}

using PlanIngest.Model;

namespace PlanIngest.Periods;

/// <summary>
/// Words that say when. <see cref="Period"/> is null where the words need the document's own date and it has none
/// (今年, 目前). The span holds the words that make the period (<c>2025年底</c>, <c>“十四五”期间</c>), not the 到 or 截至
/// before them.
/// </summary>
public readonly record struct PeriodMention(Span Span, Period? Period, PeriodSense Sense);

public enum PeriodSense
{
    /// <summary>A named year, month or day: 2025年, 2024年12月底, 二〇一〇年.</summary>
    Date,

    /// <summary>From one named year or month to another: 2016—2020年, 1—9月.</summary>
    Range,

    /// <summary>A whole plan period: “十四五”期间, 规划期内.</summary>
    Plan,

    /// <summary>The last year of a plan period: “十三五”末.</summary>
    PlanEnd,

    /// <summary>A plan period that stands in the name of a plan (“十四五”规划): context, hardly ever a date.</summary>
    PlanName,

    /// <summary>The document's own date: 目前, 现有, 截至目前.</summary>
    Now,

    /// <summary>A year counted from the document's own: 今年, 去年.</summary>
    Relative,

    /// <summary>Some years before or after: 五年来, 未来五年.</summary>
    Years,
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>约束性, 预期性: how a goal binds.</summary>
internal static class Natures
{
    /// <summary>Reads 约束性, 约束, 预期性 指标, ★约束性; null for anything else.</summary>
    public static Nature? Read(string text)
    {
        Span<char> folded = stackalloc char[8];
        var length = 0;
        foreach (var c in text)
        {
            if (White.Is(c) || c is '★' or '*' or '▲' or '[' or ']' or '【' or '】' or '（' or '）' or '(' or ')')
            {
                continue;
            }
            if (length == folded.Length)
            {
                return null;
            }
            folded[length++] = c;
        }
        return folded[..length] switch
        {
            "约束性" or "约束" or "约束性指标" or "约束型" or "binding" or "Binding" => Nature.Binding,
            "预期性" or "预期" or "预期性指标" or "指导性" or "预期型" or "expected" or "Expected" => Nature.Expected,
            _ => null,
        };
    }
}

using PlanIngest.Model;

namespace PlanIngest.Tables;

/// <summary>Words in a row that set the role of its values: Targets, Actual Achieved, 目标, 实际完成.</summary>
internal static class RowLabels
{
    public static Role? Read(string text) =>
        text.Length > 40 ? null
        : HeaderWords.Fold(text) is { Length: > 0 } words && HeaderWords.IsKnown(words)
            ? HeaderWords.RoleOf(words) switch
            {
                ColumnRole.Baseline => Role.Baseline,
                ColumnRole.Actual => Role.Actual,
                ColumnRole.Target => Role.Target,
                _ => null,
            }
        : null;
}

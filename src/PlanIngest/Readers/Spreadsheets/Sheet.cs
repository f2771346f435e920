using PlanIngest.Model;

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>The visible, filled cells of a sheet in order of row, then column, and what was left out.</summary>
/// <param name="Name">Null where the format has no sheets.</param>
internal sealed record Sheet(string? Name, IReadOnlyList<SheetCell> Cells, IReadOnlyList<Finding> Findings);

namespace PlanIngest.Readers.Spreadsheets;

/// <summary>A sheet as the list of the workbook has it; <see cref="Relation"/> leads to its part.</summary>
internal sealed record SheetRef(string Name, string? Relation, bool IsHidden);

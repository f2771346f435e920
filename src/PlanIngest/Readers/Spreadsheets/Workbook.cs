namespace PlanIngest.Readers.Spreadsheets;

/// <summary>What all sheets of a workbook share.</summary>
/// <param name="Strings">Texts that cells refer to by number.</param>
/// <param name="Styles">Number formats that cells refer to by number.</param>
/// <param name="From1904">Days are counted from 1904.</param>
internal sealed record Workbook(IReadOnlyList<string> Strings, WorkbookStyles Styles, bool From1904);

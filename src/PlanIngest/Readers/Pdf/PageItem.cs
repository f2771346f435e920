namespace PlanIngest.Readers.Pdf;

/// <summary>What stands on a page in reading order: a line of running text, or a table.</summary>
public abstract record PageItem(Rect Box);

/// <summary><see cref="Left"/> and <see cref="Right"/> are the sides of its column.</summary>
public sealed record LineItem(TextLine Line, double Left, double Right) : PageItem(Line.Box);

public sealed record TableItem(GridTable Table) : PageItem(Table.Box);

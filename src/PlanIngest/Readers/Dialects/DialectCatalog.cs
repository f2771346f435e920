namespace PlanIngest.Readers.Dialects;

/// <summary>Every dialect, in the order they are asked: the surer its marks, the earlier.</summary>
public static class DialectCatalog
{
    public static IReadOnlyList<ITableDialect> All { get; } =
    [
        new HtmlTableDialect(),
        new LeadingPipesDialect(),
        new BoxDialect(),
        new PipeRowsDialect(),
        new PipeCellsDialect(),
        new TabCellsDialect(),
        new TabRowsDialect(),
        new SpaceColumnsDialect(),
        new WordRowsDialect(),
        new FigureRowsDialect(),
        new RunTogetherDialect(),
        new BareCellsDialect(),
    ];
}

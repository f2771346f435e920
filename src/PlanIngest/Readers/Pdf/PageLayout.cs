namespace PlanIngest.Readers.Pdf;

/// <summary>A prepared page as its lines and tables in reading order.</summary>
public static class PageLayout
{
    public static IReadOnlyList<PageItem> Read(PdfPage page)
    {
        var level = RulingMerge.Level(page.Rulings);
        var upright = RulingMerge.Upright(page.Rulings);
        var (ruled, words) = Ruled(page, level, upright);
        var items = new List<PageItem>();
        foreach (var stream in PageColumns.Split(LineBuilder.Build(words.Where(word => word.Turn == 0))))
        {
            var left = stream.Min(line => line.Box.X0);
            var right = stream.Max(line => line.Box.X1);
            var aligned = AlignedTables.Find(page.Number, stream, level);
            var inOrder = aligned
                .Select(PageItem (table) => new TableItem(table))
                .Concat(
                    stream
                        .Where(line => !aligned.Any(table => Holds(table.Box, line.Box)))
                        .Select(line => new LineItem(line, left, right))
                )
                .OrderBy(item => item.Box.Y0);
            items.AddRange(inOrder);
        }
        foreach (var table in ruled.OrderBy(table => table.Box.Y0).ThenBy(table => table.Box.X0))
        {
            items.Insert(Place(items, table.Box), new TableItem(table));
        }
        // Writing up or down the side of the page comes last.
        var turned = words.Where(word => word.Turn != 0).ToList();
        items.AddRange(turned.Select(word => new LineItem(LineBuilder.Line([word]), word.Box.X0, word.Box.X1)));
        return items;
    }

    private static (List<GridTable> Tables, List<PageWord> Others) Ruled(
        PdfPage page,
        IReadOnlyList<Ruling> level,
        IReadOnlyList<Ruling> upright
    )
    {
        var tables = new List<GridTable>();
        var words = page.Words.ToList();
        foreach (var lattice in Lattice.Find(level, upright))
        {
            var held = words.Where(word => lattice.Box.Holds(word.Box.MiddleX, word.Box.MiddleY)).ToList();
            if (RuledTables.Read(page.Number, lattice, held) is { } table)
            {
                tables.Add(table);
                words.RemoveAll(word => lattice.Box.Holds(word.Box.MiddleX, word.Box.MiddleY));
            }
        }
        return (tables, words);
    }

    private static bool Holds(Rect table, Rect line) => table.Holds(line.MiddleX, line.MiddleY);

    /// <summary>Behind the last item that stands over the box in its column, or to its left at its height.</summary>
    private static int Place(List<PageItem> items, Rect box) =>
        items.FindLastIndex(item =>
            item.Box.SharedHeight(box) > 0.5
                ? item.Box.X0 < box.X0
                : item.Box.MiddleY < box.MiddleY && item.Box.SharedWidth(box) > 0
        ) + 1;
}

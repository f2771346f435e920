using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Gives the tables of a composed document the titles, unit notes and notes that stand around them, by the same shapes
/// as in plain text. What belongs to a table is no paragraph of its own.
/// </summary>
internal static class ComposedCaptions
{
    public static IReadOnlyList<Block> Attach(string text, IReadOnlyList<Block> blocks)
    {
        if (!blocks.Any(block => block is Table))
        {
            return blocks;
        }
        var lines = new TextLines(text);
        var prose = blocks.Where(block => block is not Table).Select(block => block.Span.Start).ToHashSet();
        var revised = new List<Block>(blocks.Count);
        var taken = new HashSet<int>();
        foreach (var block in blocks)
        {
            var titled = block is Table table ? WithCaption(lines, table, prose, taken) : block;
            revised.Add(
                titled is Table { Caption: null, Notes: [] } bare
                && revised is [.., Table above]
                && GoesOn(text, above, bare)
                    ? bare with
                    {
                        Caption = above.Caption,
                        Notes = above.Notes,
                    }
                    : titled
            );
        }
        return [.. revised.Where(block => block is not Paragraph || !taken.Contains(block.Span.Start))];
    }

    /// <summary>
    /// A table too wide for its page set in two: nothing stands between the halves, and the rows of both bear the same
    /// names in the same order. Not: another table of some of the same rows.
    /// </summary>
    private static bool GoesOn(string text, Table above, Table below)
    {
        var first = Labels(text, above);
        return first.Length >= FewestLabels && first.SequenceEqual(Labels(text, below));
    }

    /// <summary>Fewer names than these may be the same by chance (实际, 目标).</summary>
    private const int FewestLabels = 4;

    private static string[] Labels(string text, Table table) =>
        [
            .. table
                .Cells.Where(cell => cell.Column == 0 && !cell.Span.IsEmpty)
                .Select(cell => text.Substring(cell.Span.Start, cell.Span.Length).Trim()),
        ];

    private static Table WithCaption(TextLines lines, Table table, HashSet<int> prose, HashSet<int> taken)
    {
        var draft = new TableDraft { Region = table.Span };
        Captions.Find(lines, draft);
        var caption = draft.Caption is { } title && prose.Contains(title.Start) ? title : (Span?)null;
        var notes = draft.Notes.Where(note => prose.Contains(note.Start)).ToList();
        taken.UnionWith(notes.Select(note => note.Start));
        taken.Add(caption?.Start ?? -1);
        return table with { Caption = caption, Notes = [.. notes.Union(table.Notes)] };
    }
}

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
            revised.Add(block is Table table ? WithCaption(lines, table, prose, taken) : block);
        }
        return [.. revised.Where(block => block is not Paragraph || !taken.Contains(block.Span.Start))];
    }

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

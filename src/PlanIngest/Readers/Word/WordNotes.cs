using PlanIngest.Readers.Archives;

namespace PlanIngest.Readers.Word;

/// <summary>The texts of footnotes and endnotes by kind and number.</summary>
internal sealed class WordNotes
{
    public static readonly WordNotes None = new();

    private readonly Dictionary<(string Kind, string Id), string> texts = [];

    public string? Text(string kind, string? id) => id is null ? null : texts.GetValueOrDefault((kind, id));

    /// <param name="kind"><c>footnote</c> or <c>endnote</c>.</param>
    /// <param name="part">The part with the notes; null where there is none.</param>
    /// <param name="styles">Of the file.</param>
    /// <param name="lists">Of the file.</param>
    public void Read(string kind, PartReader? part, WordStyles styles, WordLists lists)
    {
        foreach (var name in part?.Root() ?? [])
        {
            if (name != kind || part!.Attribute("id") is not { } id)
            {
                continue;
            }
            var words = new WordBody(part, styles, lists, None)
                .Blocks()
                .OfType<WordParagraph>()
                .Select(paragraph => paragraph.Text.Trim());
            texts[(kind, id)] = string.Join('\n', words.Where(text => text.Length > 0));
        }
    }
}

using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Word;

/// <summary>
/// The characters of one paragraph while its runs are read: line breaks as <c>\n</c>, the stretches set in bold, and
/// what hangs on the paragraph without standing in its line.
/// </summary>
internal sealed class WordText
{
    private readonly StringBuilder text = new();
    private readonly List<Span> bold = [];

    /// <summary>Text boxes anchored here.</summary>
    public List<WordBlock> Boxes { get; } = [];

    /// <summary>Footnotes and endnotes referred to here.</summary>
    public List<string> Notes { get; } = [];

    public bool IsEmpty => text.Length == 0;

    public IReadOnlyList<Span> Bold => bold;

    public void Add(string words, RunLook look)
    {
        if (words.Length == 0)
        {
            return;
        }
        var start = text.Length;
        text.Append(look.Raised ? Raised.Write(words) : words);
        if (!look.Bold)
        {
            return;
        }
        if (bold.Count > 0 && bold[^1].End == start)
        {
            start = bold[^1].Start;
            bold.RemoveAt(bold.Count - 1);
        }
        bold.Add(Span.Between(start, text.Length));
    }

    public override string ToString() => text.ToString();
}

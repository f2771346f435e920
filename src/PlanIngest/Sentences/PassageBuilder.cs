using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>Gathers the pieces of one passage and remembers where each run of characters came from.</summary>
internal sealed class PassageBuilder(string shown)
{
    private readonly StringBuilder text = new();
    private readonly List<int> starts = [];
    private readonly List<int> origins = [];
    private int expected = -1;

    public int Length => text.Length;

    public char Last => text.Length == 0 ? '\0' : text[^1];

    /// <summary>Appends a stretch of the document, without hidden markup and without spaces that part nothing.</summary>
    public void Append(Span piece)
    {
        for (var at = piece.Start; at < piece.End; at++)
        {
            var c = shown[at];
            if (c == Document.Hidden)
            {
                continue;
            }
            if (IsBlank(c))
            {
                var next = at + 1;
                while (next < piece.End && (IsBlank(shown[next]) || shown[next] == Document.Hidden))
                {
                    next++;
                }
                if (next < piece.End && PartsWords(next, piece.End))
                {
                    Add(' ', at);
                }
                at = next - 1;
                continue;
            }
            Add(c, at);
        }
    }

    /// <summary>Ends a sentence whose full stop the source printed as the end of the line.</summary>
    public void Stop(int at)
    {
        if (text.Length > 0)
        {
            Add('。', at);
        }
    }

    public Passage Build(OutlineMark? heading = null)
    {
        var passage = new Passage(text.ToString(), [.. starts], [.. origins], heading);
        text.Clear();
        starts.Clear();
        origins.Clear();
        expected = -1;
        return passage;
    }

    public bool Contains(ReadOnlySpan<char> any)
    {
        foreach (var chunk in text.GetChunks())
        {
            if (chunk.Span.IndexOfAny(any) >= 0)
            {
                return true;
            }
        }
        return false;
    }

    private void Add(char c, int at)
    {
        if (at != expected)
        {
            starts.Add(text.Length);
            origins.Add(at);
        }
        text.Append(c);
        expected = at + 1;
    }

    /// <summary>
    /// A space is kept only between two Latin words or two whole numbers; <c>2 0 1 5 年</c> and <c>1 9 .6 %</c> are
    /// one number printed apart.
    /// </summary>
    private bool PartsWords(int next, int end)
    {
        var left = Last;
        var right = shown[next];
        if (!IsLatin(left) || !IsLatin(right))
        {
            return false;
        }
        if (!IsDigit(left) || !IsDigit(right))
        {
            return !(IsDigit(left) && right == '.') && !(left == '.' && IsDigit(right));
        }
        var before = 0;
        for (var at = text.Length - 1; at >= 0 && IsDigit(text[at]) && before < 5; at--)
        {
            before++;
        }
        var after = 0;
        for (var at = next; at < end && IsDigit(shown[at]) && after < 2; at++)
        {
            after++;
        }
        return before > 4 || (before > 1 && after > 1);
    }

    private static bool IsLatin(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or (>= '０' and <= '９');

    private static bool IsDigit(char c) => char.IsAsciiDigit(c) || c is >= '０' and <= '９';

    public static bool IsBlank(char c) =>
        c is ' ' or '\t' or '\n' or '\r' or '\u00A0' or '\u3000' or '\uFEFF' or '\u200B';
}

using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>The physical lines of a text, counted from 0, without their line ends.</summary>
public sealed class TextLines
{
    /// <summary>All that <see cref="IsSpace"/> takes for white space, for searching.</summary>
    public static readonly SearchValues<char> Spaces = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(IsSpace),
    ]);

    private readonly List<int> starts = [0];

    public TextLines(string text)
    {
        Text = text;
        for (var at = text.IndexOf('\n'); at >= 0; at = text.IndexOf('\n', at + 1))
        {
            starts.Add(at + 1);
        }
    }

    public string Text { get; }

    public int Count => starts.Count;

    public Span this[int line] =>
        Span.Between(starts[line], line + 1 < starts.Count ? starts[line + 1] - 1 : Text.Length);

    public ReadOnlySpan<char> Slice(int line) => Slice(this[line]);

    public ReadOnlySpan<char> Slice(Span span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The line without white space at its ends.</summary>
    public Span Trimmed(int line) => Trim(this[line]);

    public bool IsBlank(int line) => Trimmed(line).IsEmpty;

    /// <summary>The line on which an offset stands.</summary>
    public int LineOf(int offset)
    {
        var at = starts.BinarySearch(offset);
        return at >= 0 ? at : ~at - 1;
    }

    /// <summary>
    /// The stretch without white space at its ends (full-width and no-break spaces included). Of white space alone an
    /// empty span is left, at its start.
    /// </summary>
    public Span Trim(Span span)
    {
        var (start, end) = (span.Start, span.End);
        while (start < end && IsSpace(Text[end - 1]))
        {
            end--;
        }
        while (start < end && IsSpace(Text[start]))
        {
            start++;
        }
        return Span.Between(start, end);
    }

    public static bool IsSpace(char c) => White.Is(c) || c is '\u200B' or '\uFEFF';
}

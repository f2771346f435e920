using System.Buffers;
using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Html;

/// <summary>
/// The reading-order text of a page as it is composed: lines of words, white space collapsed as a browser does,
/// and which lines are headings.
/// </summary>
internal sealed class HtmlText
{
    /// <summary>What a browser collapses; the wide blank is a character to it.</summary>
    private static readonly SearchValues<char> Spaces = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue).Select(code => (char)code).Where(IsCollapsed),
    ]);

    private readonly StringBuilder text = new();
    private readonly List<(int Start, int Level)> headings = [];
    private readonly List<string> labels = [];
    private readonly List<int> cuts = [];
    private readonly List<string> labelsOfLine = [];
    private readonly FrameRun run = new();
    private int lineStart;
    private int heldFrom = -1;
    private bool spaceBefore;

    public int Length => text.Length;

    public IReadOnlyList<(int Start, int Level)> Headings => headings;

    /// <summary>What the lines left out say of the document.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Where lines were left out.</summary>
    public IReadOnlyList<int> Cuts => cuts;

    /// <summary>Among the cells of a table of data, where nothing is the frame of the page.</summary>
    public bool InTable
    {
        get;
        set
        {
            field = value;
            run.Break();
            heldFrom = -1;
        }
    }

    /// <summary>Words of the line being written; a run of white space is one blank, at a line's start none.</summary>
    public void Write(ReadOnlySpan<char> words, bool raised = false)
    {
        while (!words.IsEmpty)
        {
            var space = words.IndexOfAny(Spaces);
            var run = space < 0 ? words : words[..space];
            if (!run.IsEmpty)
            {
                if (spaceBefore && text.Length > lineStart)
                {
                    text.Append(' ');
                }
                spaceBefore = false;
                WriteRun(run, raised);
            }
            if (space < 0)
            {
                return;
            }
            spaceBefore = true;
            words = words[(space + 1)..].TrimStart(" \t\n");
        }
    }

    private void WriteRun(ReadOnlySpan<char> run, bool raised)
    {
        if (!raised)
        {
            text.Append(run);
            return;
        }
        foreach (var c in run)
        {
            text.Append(InlineMarks.Raised(c) ?? c);
        }
    }

    /// <summary>Ends the line being written; without words on it there is none.</summary>
    public void EndLine()
    {
        spaceBefore = false;
        var end = text.Length;
        while (end > lineStart && TextLines.IsSpace(text[end - 1]))
        {
            end--;
        }
        text.Length = end;
        if (end > lineStart)
        {
            if (InTable || !IsLeftOut(end))
            {
                text.Append('\n');
            }
            lineStart = text.Length;
        }
    }

    /// <summary>Nothing follows.</summary>
    public void End()
    {
        EndLine();
        if (run.HoldsAddress)
        {
            DropFrom(heldFrom);
        }
    }

    /// <summary>The next line is a heading.</summary>
    public void BeginHeading(int level)
    {
        EndLine();
        headings.Add((text.Length, level));
    }

    /// <summary>A separator between cells, as it is; the cell behind it begins a line of its own for white space.</summary>
    public void Separate(char separator)
    {
        text.Append(separator);
        lineStart = text.Length;
        spaceBefore = false;
    }

    /// <summary>What was written since an offset, without white space at its ends.</summary>
    public Span TrimmedSince(int start)
    {
        spaceBefore = false;
        while (text.Length > start && TextLines.IsSpace(text[^1]))
        {
            text.Length--;
        }
        lineStart = Math.Min(lineStart, text.Length);
        return Span.Between(start, text.Length);
    }

    public override string ToString() => text.ToString();

    private static bool IsCollapsed(char c) => TextLines.IsSpace(c) && c != '\u3000' || c == '\0';

    private bool IsLeftOut(int end)
    {
        Span<char> line = stackalloc char[FrameLine.Longest];
        var length = end - lineStart;
        labelsOfLine.Clear();
        if (length <= line.Length)
        {
            text.CopyTo(lineStart, line, length);
        }
        var kind = length <= line.Length ? FrameLine.Read(line[..length], labelsOfLine) : FrameKind.None;
        var verdict = run.Next(kind);
        heldFrom =
            verdict == FrameVerdict.Hold && heldFrom < 0 ? lineStart
            : verdict is FrameVerdict.Hold or FrameVerdict.LeaveOutWithHeld ? heldFrom
            : -1;
        if (verdict is FrameVerdict.Keep or FrameVerdict.Hold)
        {
            return false;
        }
        labels.AddRange(labelsOfLine);
        DropFrom(heldFrom < 0 ? lineStart : heldFrom);
        return true;
    }

    private void DropFrom(int start)
    {
        text.Length = start;
        cuts.Add(start);
        heldFrom = -1;
        headings.RemoveAll(heading => heading.Start >= start);
    }
}

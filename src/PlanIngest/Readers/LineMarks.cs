using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// What a format's own marks say about the lines of a text: stretches a reader of the page does not see, and lines
/// that are headings or nothing but marks.
/// </summary>
internal sealed class LineMarks
{
    private readonly Dictionary<int, int> endByStart = [];
    private readonly Dictionary<int, int> startByEnd = [];
    private readonly Dictionary<int, int> levels = [];
    private readonly HashSet<int> empty = [];
    private readonly HashSet<int> apart = [];

    public List<Span> Hidden { get; } = [];

    /// <summary>What looks like a tag or an entity in this text is shown as it stands.</summary>
    public bool ShowsMarks { get; init; }

    public void Hide(Span span)
    {
        if (!span.IsEmpty)
        {
            Hidden.Add(span);
            endByStart[span.Start] = span.End;
            startByEnd[span.End] = span.Start;
        }
    }

    public void SetHeading(int line, int level) => levels[line] = level;

    public void SetEmpty(int line) => empty.Add(line);

    /// <summary>The frame of a page was left out before the line.</summary>
    public void SetApart(int line) => apart.Add(line);

    public int? HeadingLevel(int line) => levels.TryGetValue(line, out var level) ? level : null;

    public bool IsEmpty(int line) => empty.Contains(line);

    public bool IsApart(int line) => apart.Contains(line);

    /// <summary>The stretch without hidden marks, tags and white space at its ends.</summary>
    public Span Trim(TextLines lines, Span span)
    {
        while (true)
        {
            span = ShowsMarks ? lines.Trim(span) : InlineMarks.Trim(lines, span);
            if (!span.IsEmpty && endByStart.TryGetValue(span.Start, out var end) && end <= span.End)
            {
                span = Span.Between(end, span.End);
            }
            else if (!span.IsEmpty && startByEnd.TryGetValue(span.End, out var start) && start >= span.Start)
            {
                span = Span.Between(span.Start, start);
            }
            else
            {
                return span;
            }
        }
    }
}

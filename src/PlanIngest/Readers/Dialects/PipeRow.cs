using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>One line of a pipe table, cut at its pipes. Box-drawing and full-width bars are pipes too.</summary>
internal sealed record PipeRow(IReadOnlyList<Span> Cells, bool OpensWithPipe, bool ClosesWithPipe)
{
    private static readonly System.Buffers.SearchValues<char> Pipes = System.Buffers.SearchValues.Create("|｜│┃║");
    private static readonly System.Buffers.SearchValues<char> RuleCharacters = System.Buffers.SearchValues.Create(
        "-:+=|｜│┃║─━═┄┈┌┬┐├┼┤└┴┘┏┳┓┣╋┫┗┻┛╔╦╗╠╬╣╚╩╝┠┨┯┷┿ \t"
    );
    private static readonly System.Buffers.SearchValues<char> Dashes = System.Buffers.SearchValues.Create("-=─━═┄┈");

    public static bool HasPipe(ReadOnlySpan<char> line) => line.ContainsAny(Pipes);

    /// <summary>The line as a row; null without a pipe. Quote marks before it (<c>&gt; </c>) are no part of it.</summary>
    public static PipeRow? Read(TextLines lines, int line)
    {
        var span = Unquoted(lines, lines.Trimmed(line));
        var text = lines.Text;
        if (span.IsEmpty || !HasPipe(lines.Slice(span)))
        {
            return null;
        }
        var opens = Pipes.Contains(text[span.Start]);
        var closes = span.Length > 1 && Pipes.Contains(text[span.End - 1]) && text[span.End - 2] != '\\';
        var cells = new List<Span>();
        var from = span.Start + (opens ? 1 : 0);
        var end = span.End - (closes ? 1 : 0);
        for (var at = from; ; )
        {
            var step = at < end ? text.AsSpan(at, end - at).IndexOfAny(Pipes) : -1;
            if (step < 0)
            {
                cells.Add(lines.Trim(Span.Between(Math.Min(from, end), end)));
                return new PipeRow(cells, opens, closes);
            }
            at += step + 1;
            if (text[at - 1] != '|' || at - 2 < from || text[at - 2] != '\\')
            {
                cells.Add(lines.Trim(Span.Between(from, at - 1)));
                from = at;
            }
        }
    }

    /// <summary>Nothing but a pipe: what ends a cell whose words, or whose want of words, stand on the line before.</summary>
    public static bool IsLonePipe(TextLines lines, int line) => lines.Slice(lines.Trimmed(line)) is "|" or "｜";

    /// <summary>The row with an empty cell at its end, which a lone pipe on the line behind it stands for.</summary>
    public PipeRow WithEmptyCell(Span pipe) => this with { Cells = [.. Cells, new Span(pipe.Start, 0)] };

    /// <summary>The row with an empty cell at its beginning.</summary>
    public PipeRow BehindEmptyCell(Span line) =>
        this with
        {
            Cells = [new Span(line.Start, 0), .. Cells],
            OpensWithPipe = false,
        };

    /// <summary>The row together with the line below it, in which its last cell goes on.</summary>
    public PipeRow GoesOn(PipeRow rest) =>
        this with
        {
            Cells = [.. Cells.SkipLast(1), Cells[^1].Union(rest.Cells[0]), .. rest.Cells.Skip(1)],
            ClosesWithPipe = true,
        };

    /// <summary>A line of dashes between rows: <c>|---|:-:|</c>, <c>├──┼──┤</c>.</summary>
    public static bool IsRule(TextLines lines, int line)
    {
        var text = lines.Slice(Unquoted(lines, lines.Trimmed(line)));
        return text.Length > 0 && !text.ContainsAnyExcept(RuleCharacters) && text.ContainsAny(Dashes);
    }

    private static Span Unquoted(TextLines lines, Span span)
    {
        while (!span.IsEmpty && lines.Text[span.Start] == '>')
        {
            span = lines.Trim(Span.Between(span.Start + 1, span.End));
        }
        return span;
    }
}

using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A line of a table drawn with box characters: where lines go up or down from it, and what lies between, cells or a
/// rule.
/// </summary>
internal sealed record BoxLine(IReadOnlyList<(bool Up, bool Down)> Joints, IReadOnlyList<BoxSegment> Segments)
{
    private const string Through = "│┃║├┤┼┣┫╋╠╣╬┠┨┿╂";
    private const string Downward = "┌┬┐┏┳┓╔╦╗┯┮┭";
    private const string Upward = "└┴┘┗┻┛╚╩╝┷┶┵";
    private const string Dashes = "─━═┄┈";
    private static readonly SearchValues<char> Rules = SearchValues.Create(
        Dashes + Downward + Upward + "├┤┼┣┫╋╠╣╬┠┨┿╂"
    );
    private static readonly SearchValues<char> Joining = SearchValues.Create(Through + Downward + Upward);
    private static readonly SearchValues<char> Running = SearchValues.Create(Dashes);

    public bool IsRule => Segments.All(segment => segment.IsRule);

    public bool IsText => !Segments.Any(segment => segment.IsRule);

    /// <summary>├──┼──┤, ┌──┬──┐: nothing but lines.</summary>
    public static bool IsFullRule(ReadOnlySpan<char> line) =>
        line.Length > 1 && Joining.Contains(line[0]) && !line.ContainsAnyExcept(Rules) && line.ContainsAny(Running);

    /// <summary>A line of such a table: it begins with a joint.</summary>
    public static bool IsPart(ReadOnlySpan<char> line) => line.Length > 1 && Joining.Contains(line[0]);

    /// <summary>│　　├──┬──┤: a rule between some of the cells.</summary>
    public static bool IsParted(ReadOnlySpan<char> line) =>
        IsPart(line) && line.ContainsAny(Running) && line.ContainsAnyExcept(Rules);

    public static BoxLine Read(TextLines lines, int line)
    {
        var span = lines.Trimmed(line);
        var text = lines.Slice(span);
        var joints = new List<(bool, bool)>();
        var segments = new List<BoxSegment>();
        var from = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (!Joining.Contains(text[at]))
            {
                continue;
            }
            if (from >= 0)
            {
                var between = lines.Trim(new Span(span.Start + from, at - from));
                segments.Add(
                    new BoxSegment(between, !between.IsEmpty && !lines.Slice(between).ContainsAnyExcept(Running))
                );
            }
            joints.Add((!Downward.Contains(text[at]), !Upward.Contains(text[at])));
            from = at + 1;
        }
        return new BoxLine(joints, segments);
    }
}

/// <summary>What lies between two joints of a line.</summary>
internal readonly record struct BoxSegment(Span Span, bool IsRule);

using System.Buffers;
using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>A row of a run-together table, cut in the one way its figures allow.</summary>
/// <param name="Cells">Number, name, a value for each year, the change.</param>
internal sealed record RunTogetherRow(IReadOnlyList<Span> Cells, int End, bool IsLast)
{
    private const int LongestRow = 400;
    private const int LongestFigures = 48;
    private static readonly SearchValues<char> FigureCharacters = SearchValues.Create(
        "0123456789.,＜＞≤≥<>-－+＋%％个百分点 "
    );
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> Limits = SearchValues.Create("＜＞≤≥<>");

    /// <summary>Null where the row cannot be cut, or in more than one way.</summary>
    public static RunTogetherRow? Read(string text, int start, int end, int number, RunTogetherHeader header)
    {
        var ordinal = number.ToString(CultureInfo.InvariantCulture);
        var nameStart = Behind(text, start + ordinal.Length, end);
        if (nameStart >= end || !text.AsSpan(start).StartsWith(ordinal) || !char.IsLetter(text[nameStart]))
        {
            return null;
        }
        end = Math.Min(end, start + LongestRow);
        var next = NextRow(text, nameStart, end, number + 1);
        var stop = next ?? FiguresEnd(text, nameStart, end);
        var figures = stop;
        while (stop > nameStart && text[stop - 1] == ' ')
        {
            stop--;
        }
        figures = stop;
        while (figures > nameStart && FigureCharacters.Contains(text[figures - 1]))
        {
            figures--;
        }
        if (
            stop - figures is 0 or > LongestFigures
            || OnlyCut(text, Span.Between(figures, stop), header) is not { } values
        )
        {
            return null;
        }
        return new RunTogetherRow(
            [new Span(start, ordinal.Length), Trimmed(text, Span.Between(nameStart, figures)), .. values],
            next ?? stop,
            next is null
        );
    }

    /// <summary>Where the next number stands right before words, behind a figure or its unit; null in the last row.</summary>
    private static int? NextRow(string text, int from, int end, int number)
    {
        var ordinal = number.ToString(CultureInfo.InvariantCulture);
        for (var at = text.IndexOf(ordinal, from, end - from, StringComparison.Ordinal); at >= 0; )
        {
            var behind = at + ordinal.Length;
            var word = Behind(text, behind, end);
            if (
                word < end
                && char.IsLetter(text[word])
                && text[word] is not ('个' or '百' or '万' or '亿')
                && FigureCharacters.Contains(text[at - 1])
            )
            {
                return at;
            }
            at = behind < end ? text.IndexOf(ordinal, behind, end - behind, StringComparison.Ordinal) : -1;
        }
        return null;
    }

    /// <summary>Of the last row: behind the first run of figures that ends in a unit of change, or in the line's end.</summary>
    private static int FiguresEnd(string text, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (char.IsAsciiDigit(text[at - 1]) && (text[at] is '%' or '％'))
            {
                return at + 1;
            }
            if (char.IsAsciiDigit(text[at - 1]) && text.AsSpan(at, end - at).StartsWith("个百分点"))
            {
                return at + 4;
            }
        }
        return end;
    }

    private static int Behind(string text, int at, int end)
    {
        while (at < end && text[at] == ' ')
        {
            at++;
        }
        return at;
    }

    private static Span Trimmed(string text, Span span)
    {
        var end = span.End;
        while (end > span.Start && text[end - 1] == ' ')
        {
            end--;
        }
        return Span.Between(span.Start, end);
    }

    private static List<Span>? OnlyCut(string text, Span figures, RunTogetherHeader header)
    {
        List<Span>? only = null;
        var several = false;
        Cut(
            text,
            figures,
            header.Years + (header.HasChange ? 1 : 0),
            [],
            cut =>
            {
                if (!header.HasChange || Agrees(text, cut))
                {
                    several |= only is not null;
                    only = [.. cut];
                }
            }
        );
        return several ? null : only;
    }

    /// <summary>Every way to cut the stretch into so many figures; short by construction.</summary>
    private static void Cut(string text, Span rest, int parts, List<Span> cut, Action<List<Span>> found)
    {
        if (parts == 0)
        {
            if (rest.IsEmpty)
            {
                found(cut);
            }
            return;
        }
        var first = parts == 1 ? rest.Length : 1;
        for (var length = first; length <= rest.Length - parts + 1; length++)
        {
            var part = new Span(rest.Start, length);
            if (Number(text, part) is null)
            {
                continue;
            }
            cut.Add(part);
            Cut(text, Span.Between(part.End, rest.End), parts - 1, cut, found);
            cut.RemoveAt(cut.Count - 1);
        }
    }

    /// <summary>The change is what lies between the first and the last value, to the digits printed.</summary>
    private static bool Agrees(string text, List<Span> cut)
    {
        var (from, to, change) = (Number(text, cut[0]), Number(text, cut[^2]), Number(text, cut[^1]));
        if (from is null || to is null || change is null)
        {
            return false;
        }
        var printed = text.AsSpan(cut[^1].Start, cut[^1].Length);
        var relative = printed[^1] is '%' or '％';
        if (relative && from == 0)
        {
            return false;
        }
        var difference = relative ? (to.Value - from.Value) / from.Value * 100 : to.Value - from.Value;
        var digits = printed.IndexOf('.') is var point and >= 0 ? CountDigits(printed[(point + 1)..]) : 0;
        return Math.Round(difference, digits, MidpointRounding.AwayFromZero) == change;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAnyExceptInRange('0', '9');
        return end < 0 ? text.Length : end;
    }

    /// <summary>
    /// A figure with perhaps a limit or sign before it and % or 个百分点 behind; null for what no one would print: 07, 1., ＞.
    /// </summary>
    private static decimal? Number(string text, Span span)
    {
        var part = text.AsSpan(span.Start, span.Length).Trim(' ');
        if (part.IsEmpty)
        {
            return null;
        }
        part = Limits.Contains(part[0]) ? part[1..] : part;
        var negative = part.Length > 0 && part[0] is '-' or '－';
        part = negative || part.Length > 0 && part[0] is '+' or '＋' ? part[1..] : part;
        part = part.EndsWith("个百分点") ? part[..^4] : part.TrimEnd("%％");
        var bad =
            part.IsEmpty
            || !char.IsAsciiDigit(part[0])
            || !char.IsAsciiDigit(part[^1])
            || part.ContainsAnyExcept(NumberCharacters)
            || part.Length > 1 && part[0] == '0' && part[1] != '.';
        return
            !bad && decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? negative
                ? -value
                : value
            : null;
    }
}

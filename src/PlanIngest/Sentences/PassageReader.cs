using System.Buffers;
using PlanIngest.Model;

namespace PlanIngest.Sentences;

/// <summary>
/// From blocks to passages: joins what a line, a blank line or a page broke apart, parts what stands run together on
/// one line, tells headings from text, and reads the prose that stands in boxes (专栏) drawn as tables.
/// </summary>
internal static class PassageReader
{
    private const string Ends = "。！？；：.!?;:|｜”】";
    private static readonly SearchValues<char> Punctuation = SearchValues.Create("，。；：、,;:！？");
    private static readonly SearchValues<char> Stops = SearchValues.Create("。；：|");
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789０１２３４５６７８９％%");

    public static IEnumerable<Passage> Read(Document document, PassageLimits limits)
    {
        var builder = new PassageBuilder(document.Shown);
        var lines = LineEnds.Of(document, limits);
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading:
                    if (builder.Length > 0)
                    {
                        yield return builder.Build();
                    }
                    builder.Append(heading.Span);
                    yield return builder.Build(
                        new OutlineMark(Math.Max(0, MarkOf(document, heading.Span)?.Level ?? heading.Level), 0)
                    );
                    break;
                case Table table:
                    if (builder.Length > 0)
                    {
                        yield return builder.Build();
                    }
                    foreach (var cell in table.Cells.Where(cell => IsProse(document, cell.Span, limits)))
                    {
                        builder.Append(cell.Span);
                        yield return builder.Build();
                    }
                    break;
                case Paragraph paragraph:
                    if (paragraph.Apart && builder.Length > 0)
                    {
                        yield return builder.Build();
                    }
                    foreach (var piece in Pieces(document.Shown, paragraph.Span))
                    {
                        var mark = MarkOf(document, piece);
                        if (
                            (mark is not null || lines == LineEnds.Stops || !IsOpen(builder, limits))
                            && IsHeading(document, piece, mark, limits)
                        )
                        {
                            if (builder.Length > 0)
                            {
                                yield return builder.Build();
                            }
                            builder.Append(piece);
                            yield return builder.Build(mark ?? new OutlineMark(0, 0));
                            continue;
                        }
                        if (
                            builder.Length > 0
                            && lines == LineEnds.Stops
                            && mark is null
                            && !IsIndented(document.Shown, piece)
                        )
                        {
                            builder.Stop(piece.Start - 1);
                        }
                        else if (
                            builder.Length > 0
                            && (lines == LineEnds.Stops || !GoesOn(document, builder, piece, mark, limits))
                        )
                        {
                            yield return builder.Build();
                        }
                        builder.Append(piece);
                    }
                    break;
            }
        }
        if (builder.Length > 0)
        {
            yield return builder.Build();
        }
    }

    private static OutlineMark? MarkOf(Document document, Span piece) =>
        OutlineMark.Read(document.Shown.AsSpan(piece.Start, Math.Min(piece.Length, 24)));

    /// <summary>The paragraphs run together on one line, parted by the indent of the next one (two wide blanks).</summary>
    private static IEnumerable<Span> Pieces(string shown, Span line)
    {
        var start = -1;
        var last = -1;
        var wide = 0;
        for (var at = line.Start; at < line.End; at++)
        {
            var c = shown[at];
            if (PassageBuilder.IsBlank(c) || c == Document.Hidden || c is '|' or '｜')
            {
                wide += c == '\u3000' ? 1 : 0;
                continue;
            }
            if (start >= 0 && wide >= 2)
            {
                yield return Span.Between(start, last + 1);
                start = -1;
            }
            wide = 0;
            start = start < 0 ? at : start;
            last = at;
        }
        if (start >= 0)
        {
            yield return Span.Between(start, last + 1);
        }
    }

    /// <summary>A short line with a mark (一、发展成就), or one without mark or punctuation (2025年工作回顾).</summary>
    private static bool IsHeading(Document document, Span piece, OutlineMark? mark, PassageLimits limits)
    {
        var text = document.Shown.AsSpan(piece.Start, piece.Length);
        if (text.Length > limits.Heading)
        {
            return false;
        }
        if (text[0] == '#')
        {
            return true;
        }
        var body = mark is { } known ? text[Math.Min(known.Length, text.Length)..] : text;
        if (mark is { Level: <= 2 })
        {
            return true;
        }
        var inner = body.TrimEnd("。*> ");
        return inner.IndexOfAny(Stops) < 0
            && (
                mark is not null
                    ? inner.IndexOfAny(Figures) < 0 || Words.TellsTense(inner)
                    : inner.IndexOfAny(Punctuation) < 0 && body.Length == inner.Length && Words.TellsTense(inner)
            );
    }

    /// <summary>A line of text that breaks off: what follows it without a mark of its own goes on with it.</summary>
    private static bool IsOpen(PassageBuilder sofar, PassageLimits limits) =>
        sofar.Length >= limits.OpenLine && !Ends.Contains(sofar.Last) && sofar.Contains("，。；");

    /// <summary>The text so far is open at its end and the next line is no heading, mark or box title.</summary>
    private static bool GoesOn(
        Document document,
        PassageBuilder sofar,
        Span piece,
        OutlineMark? mark,
        PassageLimits limits
    )
    {
        if (mark is not null || Ends.Contains(sofar.Last))
        {
            return false;
        }
        var next = document.Shown[piece.Start];
        if (
            next is '—' or '-' or '·' or '●' or '■' or '•' or '#'
            || Words.OpensBox(document.Shown.AsSpan(piece.Start, piece.Length))
        )
        {
            return false;
        }
        return sofar.Last is '，' or ',' or '、' || sofar.Length >= limits.OpenLine || sofar.Contains("，。；");
    }

    private static bool IsIndented(string shown, Span piece) => piece.Start > 0 && shown[piece.Start - 1] == '\u3000';

    private static bool IsProse(Document document, Span cell, PassageLimits limits) =>
        cell.Length >= limits.ProseCell && document.Shown.AsSpan(cell.Start, cell.Length).Contains('。');
}

/// <summary>Tolerances of the joining, in characters.</summary>
/// <param name="Heading">Longer lines are text: the longest headings of the samples have 45.</param>
/// <param name="OpenLine">A line this long without end mark was broken by its page, shorter ones are titles.</param>
/// <param name="ProseCell">A cell this long with a full stop in it is a box of prose.</param>
/// <param name="TextLine">Shorter lines say nothing about how lines end.</param>
/// <param name="FewLines">Fewer open lines are page breaks, not a manner.</param>
/// <param name="WidthVaries">Lines wrapped at a width differ by no more: a word or mark kept together.</param>
internal sealed record PassageLimits(
    int Heading,
    int OpenLine,
    int ProseCell,
    int TextLine,
    int FewLines,
    int WidthVaries
)
{
    public static readonly PassageLimits Default = new(
        Heading: 52,
        OpenLine: 30,
        ProseCell: 40,
        TextLine: 12,
        FewLines: 12,
        WidthVaries: 4
    );
}

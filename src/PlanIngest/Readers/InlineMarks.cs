using System.Net;
using AngleSharp.Html;
using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// Marks inside a stretch of text that a reader of the page does not see: tags are hidden (a line break shows as
/// one), entities show as their character, digits in &lt;sup&gt; as superscripts, so that m&lt;sup&gt;2&lt;/sup&gt;
/// reads m².
/// </summary>
public static class InlineMarks
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>No entity name is longer.</summary>
    private const int LongestEntity = 32;

    /// <param name="show">Told of each stretch and the one character it shows as.</param>
    public static void Read(string text, Span stretch, Action<Span, char> show)
    {
        var raised = false;
        for (var at = stretch.Start; at < stretch.End; )
        {
            var step = text.AsSpan(at, stretch.End - at).IndexOfAny('<', '&');
            if (raised)
            {
                Raise(text, Span.Between(at, step < 0 ? stretch.End : at + step), show);
            }
            if (step < 0)
            {
                return;
            }
            at += step;
            if (text[at] == '<' && HtmlTag.At(text, at, stretch.End) is { } tag)
            {
                show(tag.Span, tag.BreaksLine && (tag.IsEnd || tag.Name == "br") ? '\n' : Document.Hidden);
                raised = tag.Name == "sup" ? !tag.IsEnd : raised;
                at = tag.Span.End;
            }
            else if (text[at] == '&' && Entity(text, at, stretch.End) is { } entity)
            {
                show(entity.Span, entity.Shown);
                at = entity.Span.End;
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>The stretch without tags and white space at its ends.</summary>
    public static Span Trim(TextLines lines, Span stretch)
    {
        for (var trimmed = lines.Trim(stretch); ; trimmed = lines.Trim(stretch))
        {
            if (trimmed.IsEmpty)
            {
                return trimmed;
            }
            if (lines.Text[trimmed.Start] == '<' && HtmlTag.At(lines.Text, trimmed.Start, trimmed.End) is { } first)
            {
                stretch = Span.Between(first.Span.End, trimmed.End);
            }
            else if (lines.Text[trimmed.End - 1] == '>' && LastTag(lines.Text, trimmed) is { } last)
            {
                stretch = Span.Between(trimmed.Start, last.Span.Start);
            }
            else
            {
                return trimmed;
            }
        }
    }

    private static HtmlTag? LastTag(string text, Span stretch)
    {
        var open = text.AsSpan(stretch.Start, stretch.Length).LastIndexOf('<');
        return
            open >= 0 && HtmlTag.At(text, stretch.Start + open, stretch.End) is { } tag && tag.Span.End == stretch.End
            ? tag
            : null;
    }

    private static (Span Span, char Shown)? Entity(string text, int at, int end)
    {
        var slice = text.AsSpan(at, Math.Min(end - at, LongestEntity));
        var close = slice.IndexOf(';');
        if (close < 2 || slice[1..close].ContainsAnyExcept(EntityCharacters))
        {
            return null;
        }
        var name = slice[1..(close + 1)].ToString();
        var shown = HtmlEntityProvider.Resolver.GetSymbol(name) ?? WebUtility.HtmlDecode($"&{name}");
        return shown.Length == 1 ? (new Span(at, close + 1), shown[0]) : null;
    }

    private static readonly System.Buffers.SearchValues<char> EntityCharacters = System.Buffers.SearchValues.Create(
        "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    );

    private static void Raise(string text, Span stretch, Action<Span, char> show)
    {
        for (var at = stretch.Start; at < stretch.End; at++)
        {
            if (Raised(text[at]) is { } raised)
            {
                show(new Span(at, 1), raised);
            }
        }
    }

    /// <summary>The superscript form of a digit or minus; null for everything else.</summary>
    public static char? Raised(char c) =>
        c switch
        {
            >= '0' and <= '9' => Superscripts[c - '0'],
            '-' or '－' or '−' => '⁻',
            _ => null,
        };
}

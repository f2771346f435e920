using System.Runtime.InteropServices;
using PlanIngest.Model;

namespace PlanIngest.Quantities;

/// <summary>
/// The quantity grammar. Reads the text as shown (<see cref="Document.Shown"/>: full width, hidden markup and stray
/// spaces do not matter); spans count in the text given.
/// </summary>
public static class QuantityReader
{
    internal static readonly IReadOnlyList<string> OcrSuspect = ["ocr-suspect"];

    private static readonly PhraseRule[][] RulesByKind = [.. Enum.GetValues<TokenKind>().Select(RulesFor)];

    /// <summary>
    /// The quantities of a stretch that is one whole table cell, in order: the cell's own first, then those in
    /// brackets behind it. None for a missing cell (—, /, 无). Goals in words (同比例提高) are quantities here.
    /// </summary>
    public static IReadOnlyList<QuantityMention> ReadCell(string text, Span cell) => CellReader.Read(text, cell);

    /// <summary>
    /// All quantities in a stretch of prose, in order, not overlapping. References (高于全国平均水平), 全覆盖 and grades
    /// that something has (达到七级) are read; dates, years, ordinals and numbers inside names are not.
    /// </summary>
    public static IReadOnlyList<QuantityMention> FindAll(string text, Span stretch)
    {
        var tokens = new List<Token>();
        new Lexer(text, stretch.Start, stretch.End, prose: true).Read(tokens);
        if (tokens.Count == 0)
        {
            return [];
        }
        Sharing.GiveUnits(tokens);
        var found = new List<QuantityMention>();
        var all = CollectionsMarshal.AsSpan(tokens);
        for (var at = 0; at < all.Length; )
        {
            var length = MatchAt(text, all, at, out var read, out var rule);
            if (length == 0)
            {
                var end = References.ReadProse(text, all[at], stretch.End, found) ? found[^1].Span.End : 0;
                at++;
                while (at < all.Length && all[at].Start < end)
                {
                    at++;
                }
                continue;
            }
            var match = all.Slice(at, length);
            if (!ProseRefusals.Refuse(text, stretch, match, read!))
            {
                found.Add(Mention(text, stretch, match, read!, rule!, prose: true));
            }
            at += length;
        }
        Sharing.GiveMeanings(text, found);
        return found;
    }

    /// <summary>A unit as printed (万人, ㎡, /10万, %) as base unit and the multiplier folded out of it; null if unknown.</summary>
    public static (string Unit, decimal Multiplier)? ReadUnit(ReadOnlySpan<char> printed) =>
        Units.ReadWhole(printed) is { Unit: { } unit } read ? (unit, read.Multiplier) : null;

    /// <summary>How many tokens from <paramref name="at"/> on are a quantity by the first rule that fits; 0 for none.</summary>
    internal static int MatchAt(string text, ReadOnlySpan<Token> tokens, int at, out Quantity? read, out PhraseRule? by)
    {
        foreach (var rule in RulesByKind[(int)tokens[at].Kind])
        {
            var length = rule.Pattern.Match(tokens, at);
            if (length > 0 && rule.Read(new PhraseMatch(tokens.Slice(at, length))) is { } quantity)
            {
                (read, by) = (quantity, rule);
                return length;
            }
        }
        (read, by) = (null, null);
        return 0;
    }

    internal static QuantityMention Mention(
        string text,
        Span stretch,
        ReadOnlySpan<Token> match,
        Quantity read,
        PhraseRule rule,
        bool prose
    )
    {
        var phrase = new PhraseMatch(match);
        var first = 0;
        var lead = Lead.None;
        Span leadSpan = default;
        while (first < match.Length - 1 && LeadOf(match[first].Kind, read.Kind) is var kind and not null)
        {
            if (kind != Lead.None)
            {
                (lead, leadSpan) = (kind.Value, Span.Between(match[first].Start, match[first].End));
            }
            if (match[first].Kind == TokenKind.Control && !phrase.HasLimit)
            {
                break;
            }
            first++;
        }
        var span = Span.Between(match[prose ? first : 0].Start, match[^1].End);
        var core = Core(match);
        return new QuantityMention(
            span,
            WithWords(text, read, Span.Between(match[first].Start, match[^1].End)),
            rule.Name
        )
        {
            Flags = phrase.Suspect ? OcrSuspect : [],
            Lead = lead,
            LeadSpan = leadSpan,
            Core = core,
            Qualifies = prose && lead == Lead.None && ProseRefusals.Qualifies(text, stretch, match),
            Shared = match[^1].Kind == TokenKind.Amount && match[^1].Unit.End > match[^1].End,
        };
    }

    private static Span Core(ReadOnlySpan<Token> match)
    {
        int start = -1,
            end = -1;
        foreach (var token in match)
        {
            if (token.Kind is TokenKind.Amount or TokenKind.Grade)
            {
                start = start < 0 ? token.Start : start;
                end = token.End;
            }
        }
        return start < 0 ? Span.Between(match[0].Start, match[^1].End) : Span.Between(start, end);
    }

    /// <summary>The words of a grade or text are its own, without blanks.</summary>
    private static Quantity WithWords(string text, Quantity read, Span span) =>
        read.Kind switch
        {
            QuantityKind.Text => read with { Words = Words(text, span) },
            QuantityKind.Grade => read with { Words = GradeWords(text, span) },
            _ => read,
        };

    private static string GradeWords(string text, Span span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            if (Grades.Read(text, at, span.End) is var (end, _, _))
            {
                return Words(text, Span.Between(at, end));
            }
        }
        return Words(text, span);
    }

    internal static string Words(string text, Span span) =>
        string.Concat(text.AsSpan(span.Start, span.Length).ToString().Where(c => !Letters.IsBlank(c)));

    private static Lead? LeadOf(TokenKind kind, QuantityKind read) =>
        kind switch
        {
            TokenKind.Reach => Lead.Reach,
            TokenKind.Hold => Lead.Hold,
            TokenKind.Control => Lead.Control,
            TokenKind.From => Lead.From,
            TokenKind.To or TokenKind.Until => Lead.To,
            TokenKind.Adverb or TokenKind.Done or TokenKind.At => Lead.None,
            TokenKind.Change or TokenKind.Per or TokenKind.Basis when read == QuantityKind.Range => Lead.None,
            _ => null,
        };

    private static PhraseRule[] RulesFor(TokenKind kind) =>
        [.. PhraseRules.All.Where(rule => (rule.Pattern.First & PhrasePattern.Bit(kind)) != 0)];
}

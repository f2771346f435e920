using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>Parts a clause into phrases: values said side by side with what stands before and behind them.</summary>
internal sealed class PhraseReader(string text, IReadOnlyList<Span> periods, string? region)
{
    private const string Connectors = "、和与及，,或";

    /// <summary>In order. <paramref name="notes"/>: brackets that are no part of a name.</summary>
    public IReadOnlyList<Phrase> Read(Span clause, List<QuantityMention> open, List<Span> notes) =>
        Shared([.. Phrases(clause, open, notes)]);

    private IEnumerable<Phrase> Phrases(Span clause, List<QuantityMention> open, List<Span> notes)
    {
        var start = clause.Start;
        for (var first = 0; first < open.Count; )
        {
            var last = first;
            while (last + 1 < open.Count && AreSideBySide(open[last], open[last + 1], notes))
            {
                last++;
            }
            var values = open.GetRange(first, last - first + 1);
            var end = last + 1 < open.Count ? open[last + 1].Span.Start : clause.End;
            var behind = Span.Between(values[^1].Span.End, end);
            var isLast = last + 1 == open.Count;
            var cut = isLast ? behind.End : RightEnd(behind, open, last + 1, clause, notes);
            var lead = Cut.Of(text, Span.Between(start, values[0].Span.Start), [.. periods, .. notes]);
            var left = NameEnds.TrimLeft(NameEnds.TrimRight(lead, out var joined), region);
            left =
                left.Text.Length < 2 && !IsMaterial(left.Text) || IsYears(left.Text) || IsAdverbial(left.Text)
                    ? Cut.Empty
                    : left;
            var right = Cut.Of(text, Span.Between(behind.Start, cut), [.. periods, .. notes]);
            right =
                right.Text.IndexOf("进行", StringComparison.Ordinal) is > 1 and var done && IsTreated(clause, open[0])
                    ? right[..done]
                    : right;
            var apart = !right.IsEmpty && Connectors.Contains(right.Text[0]);
            var tail = apart ? Cut.Empty : NameEnds.TrimTail(isLast ? right : NameEnds.TrimRight(right, out _));
            yield return new Phrase
            {
                Values = values,
                Clause = clause,
                Lead = lead,
                Left = left,
                Joined = joined || values[0].Lead != Lead.None || StartsJoined(values[0].Span),
                Right = NameEnds.SaysNothing(tail.Text) || CountsNothing(values[^1]) ? Cut.Empty : tail,
                Continues =
                    lead.Text.Length > 0 && Connectors.Contains(lead.Text[0]) && first > 0 || lead.IsEmpty && first > 0,
                Singly =
                    SaysSingly(lead.Text)
                    || text.AsSpan(values[0].Span.Start, values[0].Span.Length).IndexOf("分别") >= 0,
                IsGoal =
                    tail.Text.StartsWith('的')
                    && NameEnds.SaysNothing(tail.Text)
                    && tail.Text.Contains("目标", StringComparison.Ordinal),
                IsStart =
                    values[0].Lead == Lead.From
                    || !isLast && GoesOnFrom(lead.Text, text.AsSpan(behind.Start, behind.Length)),
            };
            start = cut;
            first = last + 1;
        }
    }

    /// <summary>肉, 钢, 煤: things named by one character.</summary>
    public static bool IsMaterial(string name) =>
        name.Length == 1 && "肉奶蛋钢铁煤铜铝盐糖茶棉布纱油粮猪牛羊鱼".Contains(name[0]);

    /// <summary>按平均汇率折算为19524美元, 在调整初期由36.5%降低到28.5%: by what and when, not what.</summary>
    private static bool IsAdverbial(string left) =>
        left.Length <= 6 && Array.Exists(Stages, left.EndsWith)
        || left.StartsWith('按') && !left.StartsWith("按揭", StringComparison.Ordinal) && !left.Contains('的');

    /// <summary>两年平均每年递增5%, 二十六年间平均每年增长3.2%: how long, not what.</summary>
    private static bool IsYears(string left) =>
        left.TrimEnd('间') is { Length: > 1 and <= 4 } years
        && years[^1] == '年'
        && "一二两三四五六七八九十".Contains(left[0]);

    private static readonly string[] Stages = ["初期", "中期", "后期", "末期"];

    private static readonly string[] PerPerson = ["每年", "每月", "每人", "每户", "每亩", "每生"];

    /// <summary>对44条支沟、39处饮水工程进行巡查: what is done to them is no part of their name. Not: 学员12名进行实习.</summary>
    private bool IsTreated(Span clause, QuantityMention first) =>
        text.AsSpan(clause.Start, first.Span.Start - clause.Start).Contains('对');

    /// <summary>Only 、 or 和 stands between them, or they touch and count in different units (9类21项).</summary>
    private bool AreSideBySide(QuantityMention one, QuantityMention next, List<Span> notes)
    {
        var between = Cut.Of(text, Span.Between(one.Span.End, next.Span.Start), [.. notes, .. periods]).Text;
        foreach (var person in PerPerson)
        {
            between = between.EndsWith(person, StringComparison.Ordinal) ? between[..^person.Length] : between;
        }
        if (between.Length == 0)
        {
            return one.Quantity.Kind == next.Quantity.Kind;
        }
        if (one.Quantity.Kind == QuantityKind.Number && next.Quantity.Kind == QuantityKind.Change)
        {
            return false;
        }
        return between is "、" or "和" or "与" or "及" or "，和" or "以及" or "或" or "甚至" or "直至";
    }

    /// <summary>
    /// Where what follows a value ends and what leads to the next begins: 建成A、B各… the mark decides; 43所高校和538所
    /// 中小学 leaves all to the first; 建成5个A、B10个 parts at the 、 when nothing follows the second.
    /// </summary>
    private int RightEnd(Span behind, List<QuantityMention> open, int next, Span clause, List<Span> notes)
    {
        if (
            behind.IsEmpty
            || Connectors.Contains(text[behind.Start])
            || notes.Exists(note =>
                note.Start == behind.Start && note.End < behind.End && Connectors.Contains(text[note.End])
            )
        )
        {
            return behind.Start;
        }
        var after = open[next].Span.End;
        var closed = after >= clause.End || Connectors.Contains(text[after]) || text[after] is '（' or '(';
        if (closed && Words.At(WordClass.Act, text, behind.Start) > 1 && NamesItself(clause, open[next - 1]))
        {
            return behind.Start;
        }
        if (Words.At(WordClass.Act, text, behind.Start) == behind.Length)
        {
            return behind.Start;
        }
        if (DoneByThem(behind) is > 0 and var done)
        {
            return done;
        }
        var comma = text.LastIndexOf('、', behind.End - 1, behind.Length);
        closed &= comma < 0 || text.IndexOf('等', comma, behind.End - comma) < 0;
        return closed && comma > behind.Start && comma < behind.End - 1 ? comma : behind.End;
    }

    /// <summary>
    /// 1517个重点项目完成投资2575亿元, 266家企业实现利润12亿元: what those counted did is the name of the next value. Where the
    /// verb stands; 0 for none. Not: 3个项目投资5亿元.
    /// </summary>
    private int DoneByThem(Span behind)
    {
        var said = text.AsSpan(behind.Start, behind.Length);
        foreach (var verb in (ReadOnlySpan<string>)["完成", "实现"])
        {
            var at = said.LastIndexOf(verb);
            var measure = at < 2 ? "" : said[(at + verb.Length)..];
            if (measure.Length is > 1 and <= 6 && (Words.IsMeasure(measure) || measure.EndsWith("投资")))
            {
                return behind.Start + at;
            }
        }
        return 0;
    }

    /// <summary>A name stands right before the value, not a verb that counts what follows: 选派技术骨干621人开展巡诊745次.</summary>
    private bool NamesItself(Span clause, QuantityMention value)
    {
        var lead = NameEnds.TrimRight(Cut.Of(text, Span.Between(clause.Start, value.Span.Start), periods), out _);
        return lead.Text.Length > 1
            && Words.AtEnd(WordClass.Act, lead.Text) == 0
            && Words.AtEnd(WordClass.Have, lead.Text) == 0;
    }

    /// <summary>What follows a change in per cent or fold is not its object: 翻一番奠定坚实基础.</summary>
    private static bool CountsNothing(QuantityMention value) =>
        value.Quantity.Kind == QuantityKind.Reference || value.Quantity.Change is { Mode: not ChangeMode.Absolute };

    private bool StartsJoined(Span value) => Words.At(WordClass.Joint, text.AsSpan(value.Start, value.Length), 0) > 1;

    private static bool SaysSingly(string lead) =>
        lead.Contains("分别", StringComparison.Ordinal)
        || lead.EndsWith('各')
        || lead.EndsWith('均')
            && !lead.EndsWith("人均", StringComparison.Ordinal)
            && !lead.EndsWith("年均", StringComparison.Ordinal)
        || EndsBefore(lead, '均')
        || EndsBefore(lead, '都')
        || EndsBefore(lead, '各');

    /// <summary>The mark stands before the verb at the end: 均达到, 都控制在, 各有.</summary>
    private static bool EndsBefore(string lead, char mark)
    {
        var at = lead.LastIndexOf(mark);
        return at > 1
            && lead.Length - at is > 1 and <= 5
            && lead[at - 1] is not ('人' or '年' or '平' or '户' or '日')
            && Words.Closes(WordClass.Joint, lead) + Words.ChangeAtEnd(lead) > 0;
    }

    /// <summary>从、由 or 将 before the values and 到, 至 or 为 after them: what follows is where it goes to.</summary>
    private static bool GoesOnFrom(string lead, ReadOnlySpan<char> behind)
    {
        var trimmed = behind.Trim("的、，");
        var goesOn = Words.ChangeAtEnd(trimmed) > 0 || trimmed.EndsWith("到") || trimmed.EndsWith("至");
        if (!goesOn)
        {
            for (var at = 0; at < trimmed.Length && !goesOn; at++)
            {
                goesOn =
                    Words.At(WordClass.Change, trimmed, at) is > 0 and var length
                    && at + length < trimmed.Length
                    && trimmed[at + length] is '到' or '至' or '为';
            }
        }
        return goesOn
            && (
                lead.TrimEnd('的').EndsWith('从')
                || lead.Contains('从')
                || lead.Contains('由')
                || lead.Contains('将')
                || lead.Contains('原')
            );
    }

    /// <summary>Gives the phrases of a clause what they share with the next one's end.</summary>
    private static Phrase[] Shared(Phrase[] phrases)
    {
        for (var at = 1; at < phrases.Length; at++)
        {
            phrases[at] = Parallels.ShareVerb(phrases[at - 1], phrases[at]);
        }
        for (var at = phrases.Length - 2; at >= 0; at--)
        {
            phrases[at] = Parallels.ShareTail(phrases[at], phrases[at + 1]);
        }
        return phrases;
    }
}

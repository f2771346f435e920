using PlanIngest.Model;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>
/// Reads the statements of one sentence: groups the values of each clause, finds what stands before and behind them,
/// and lets the rules name them. A bracket with values in it is read as clauses of its own, after the clause it
/// stands in.
/// </summary>
internal sealed class ClauseReader(string text, IReadOnlyList<Span> periods, string? region, Cut subject)
{
    private const string Connectors = "、和与及，,或";

    private readonly List<Statement> statements = [];
    private Cut topic = Cut.Empty;
    private Cut matter = Cut.Empty;
    private int foreign;
    private bool bracketed;

    /// <param name="inherited">The last statement before the sentence in its paragraph; may name what goes on.</param>
    public IReadOnlyList<Statement> Read(Span sentence, IReadOnlyList<QuantityMention> values, Statement? inherited)
    {
        var layout = SentenceLayout.Of(text, sentence);
        var told = Refusals.Keep(text, layout, values);
        if (told.Count == 0)
        {
            return [];
        }
        if (inherited is not null)
        {
            statements.Add(inherited);
            foreign = 1;
        }
        ReadClauses(layout, told);
        var own = statements.Skip(inherited is null ? 0 : 1);
        return [.. own.OrderBy(statement => statement.Value.Span.Start)];
    }

    private void ReadClauses(SentenceLayout layout, IReadOnlyList<QuantityMention> told)
    {
        var next = 0;
        foreach (var clause in layout.Clauses)
        {
            var first = next;
            while (next < told.Count && told[next].Span.Start < clause.End)
            {
                next++;
            }
            var within = told.Skip(first).Take(next - first).ToList();
            var brackets = layout.Brackets.Where(bracket => clause.Contains(bracket)).ToList();
            var open = within.Where(value => !brackets.Exists(bracket => bracket.Contains(value.Span))).ToList();
            if (open.Count == 0)
            {
                NoteTopic(clause, brackets);
            }
            else
            {
                ReadClause(clause, open, NotesAmong(brackets, within, open));
            }
            foreach (var bracket in brackets)
            {
                var inside = within.Where(value => bracket.Contains(value.Span)).ToList();
                if (inside.Count > 0)
                {
                    ReadBracket(bracket, inside);
                }
            }
        }
    }

    /// <summary>A clause that only names a measure is what the next ones are told of: 治疗参与率，基层机构达到35%.</summary>
    private void NoteTopic(Span clause, List<Span> brackets)
    {
        var said = Trimmed(clause, [], out _);
        matter = said.Text.Length is > 2 and <= 30 ? said[Words.At(WordClass.Act, said.Text, 0)..] : Cut.Empty;
        topic = !said.IsEmpty && said.Text.Length <= 24 && Words.IsMeasure(said.Text) ? said : Cut.Empty;
    }

    private Cut Trimmed(Span stretch, IReadOnlyList<Span> notes, out bool joined) =>
        NameEnds.TrimLeft(NameEnds.TrimRight(Cut.Of(text, stretch, [.. periods, .. notes]), out joined), region);

    /// <summary>Brackets that hold values, or stand right behind one (3.1万套（户）), are no part of a name.</summary>
    private List<Span> NotesAmong(List<Span> brackets, List<QuantityMention> within, List<QuantityMention> open) =>
        [
            .. brackets.Where(bracket =>
                within.Exists(value => bracket.Contains(value.Span))
                || open.Exists(value => value.Span.End == bracket.Start)
                || bracket.Length > LongestBracket
                || Notes.Any(note => text.AsSpan(bracket.Start + 1).StartsWith(note))
            ),
        ];

    /// <summary>A bracket within a name is short: 中医（蒙医）医院, 县（旗、区）; a longer one explains.</summary>
    private const int LongestBracket = 16;

    private static readonly string[] Notes =
    [
        "其中",
        "包括",
        "不含",
        "不包括",
        "下同",
        "以下",
        "见",
        "详见",
        "按",
        "年度",
        "含",
    ];

    private void ReadClause(Span clause, List<QuantityMention> open, List<Span> notes)
    {
        foreach (var phrase in Shared([.. Phrases(clause, open, notes)]))
        {
            Add(phrase);
        }
    }

    private void Add(Phrase phrase)
    {
        var before = text[phrase.Clause.Start..phrase.First.Span.Start];
        var said = new Said(statements, statements.Count - foreign, topic, subject, matter);
        foreach (var rule in StatementRules.All)
        {
            if (rule.Read(phrase, said) is not { } named)
            {
                continue;
            }
            for (var at = 0; at < phrase.Values.Count; at++)
            {
                var names = named.ForEach ? named.Names : [named.Names[Math.Min(at, named.Names.Count - 1)]];
                foreach (var name in names)
                {
                    var whole = Parallels.Complete(Shortened(name), phrase, statements);
                    if (Refusals.Allows(phrase, phrase.Values[at], whole, text))
                    {
                        statements.Add(
                            new Statement(
                                Limits.Apply(phrase.Values[at], phrase, before),
                                whole,
                                rule.Name,
                                phrase.Clause
                            )
                            {
                                Lead = phrase.Lead,
                                IsStart = phrase.IsStart,
                                IsPart =
                                    bracketed
                                    || rule.Name == "share-of-plan"
                                    || text.AsSpan(phrase.Clause.Start, phrase.Clause.Length).StartsWith("其中"),
                                NameInferred = named.Inferred,
                                Owner = named.Owner,
                                Role = phrase.IsGoal ? Role.Target : null,
                            }
                        );
                    }
                }
            }
            return;
        }
    }

    private static Cut Shortened(Cut name) => name.Text.Length > Longest ? name[..Longest] : name;

    /// <summary>Longer names are clauses; the longest of the samples has 52 characters.</summary>
    private const int Longest = 64;

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
            left = left.Text.Length < 2 && left.Text is not ("肉" or "奶" or "蛋") ? Cut.Empty : left;
            var right = Cut.Of(text, Span.Between(behind.Start, cut), [.. periods, .. notes]);
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
                Singly = SaysSingly(lead.Text),
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

    private static readonly string[] PerPerson = ["每年", "每月", "每人", "每户", "每亩", "每生"];

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
        var comma = text.LastIndexOf('、', behind.End - 1, behind.Length);
        closed &= comma < 0 || text.IndexOf('等', comma, behind.End - comma) < 0;
        return closed && comma > behind.Start && comma < behind.End - 1 ? comma : behind.End;
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

    /// <summary>
    /// （年度目标要求≥64%）, 在原基础（6个）上增至7个: the value is of the name beside the bracket; （政府办531个、民办311个）:
    /// it has its own.
    /// </summary>
    private void ReadBracket(Span bracket, List<QuantityMention> inside)
    {
        var body = Span.Between(bracket.Start + 1, Math.Max(bracket.Start + 1, bracket.End - 1));
        var beside = BracketOwner(bracket);
        var layout = SentenceLayout.Of(text, body);
        var kept = topic;
        topic = Cut.Empty;
        var alone = inside.Count == 1 && beside is not null && NamesNothing(body, inside[0]);
        if (alone)
        {
            var lead = Cut.Of(text, Span.Between(body.Start, inside[0].Span.Start), periods);
            var isGoal = Words.Has(WordClass.Future, lead.Text);
            statements.Add(
                new Statement(inside[0], beside!.Name, "in-brackets", bracket)
                {
                    Lead = lead,
                    IsStart =
                        text.AsSpan(0, bracket.Start).EndsWith("原基础")
                        || text.AsSpan(0, bracket.Start).EndsWith("基础")
                        || text.AsSpan(0, bracket.Start).EndsWith("原有"),
                    Role = isGoal ? Role.Target : null,
                    NameInferred = true,
                }
            );
        }
        else
        {
            bracketed = true;
            ReadClauses(layout, inside);
            bracketed = false;
        }
        topic = kept;
    }

    private Statement? BracketOwner(Span bracket)
    {
        var before = statements.FindLast(statement =>
            statement.Value.Span.End <= bracket.Start && statement.Value.Span.End >= bracket.Start - 2
        );
        return before
            ?? statements.Find(statement => statement.Value.Span.Start >= bracket.End)
            ?? statements.FindLast(statement => statement.Value.Span.End <= bracket.Start);
    }

    private bool NamesNothing(Span body, QuantityMention value)
    {
        var said = Cut.Of(text, Span.Between(body.Start, value.Span.Start), periods);
        var lead = Trimmed(Span.Between(body.Start, value.Span.Start), [], out _);
        return (lead.IsEmpty || Words.Has(WordClass.Future, said.Text) && said.Text.Length <= 10)
            && Cut.Of(text, Span.Between(value.Span.End, body.End), periods).IsEmpty;
    }
}

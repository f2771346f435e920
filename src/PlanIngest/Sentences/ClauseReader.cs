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
    private readonly PhraseReader phrases = new(text, periods, region);
    private readonly List<Statement> statements = [];
    private Cut topic = Cut.Empty;
    private Cut matter = Cut.Empty;
    private Cut place = Cut.Empty;
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
        var said = Trimmed(clause, brackets, out _);
        var thing = said.Text.Length > LongestMatter ? StatementRules.AfterList(said) : said;
        matter = thing.Text.Length is > 2 and <= LongestMatter
            ? thing[Words.At(WordClass.Act, thing.Text, 0)..]
            : Cut.Empty;
        place = PlaceBuilt(said) ?? place;
        topic =
            said.Text.Length > LongestTopic ? Cut.Empty
            : Words.IsMeasure(said.Text) ? said
            : said[..Measure(said.Text)];
    }

    /// <summary>临床技能中心 of 完善临床技能中心建设, 物流园 of 规划建设物流园: what the areas after it are of.</summary>
    private static Cut? PlaceBuilt(Cut said)
    {
        var built = said.Text.EndsWith("建设", StringComparison.Ordinal) ? said[..^2] : said;
        var verb = Words.At(WordClass.Act, built.Text, 0);
        verb = verb > 0 || !built.Text.StartsWith("完善", StringComparison.Ordinal) ? verb : 2;
        return verb > 0 && built.Text.Length - verb is > 2 and <= 20 && Array.Exists(Built, built.Text.EndsWith)
            ? built[verb..]
            : null;
    }

    private static readonly string[] Built =
    [
        "中心",
        "基地",
        "园",
        "园区",
        "馆",
        "大楼",
        "医院",
        "学校",
        "广场",
        "公园",
    ];

    /// <summary>粮食产量 of 粮食产量屡创历史新高: how far a measure goes that something is said of; 0 for none.</summary>
    private static int Measure(string said)
    {
        for (var at = 2; at < said.Length; at++)
        {
            if (
                (Words.AtEnd(WordClass.Measure, said.AsSpan(0, at)) > 1 || said[at - 1] is '量' or '额' or '率')
                && (
                    Words.At(WordClass.Adverb, said, at) > 1
                    || Words.At(WordClass.Change, said, at) > 1
                    || Words.At(WordClass.Joint, said, at) > 1
                    || said[at] is '屡' or '再' or '创' or '居' or '继' or '稳' or '首' or '较' or '最' or '偏'
                )
            )
            {
                return at;
            }
        }
        return 0;
    }

    private const int LongestTopic = 24;

    /// <summary>Of a longer list (钢、石油、…、卷烟等主要工业产品) only what it comes to is meant.</summary>
    private const int LongestMatter = 30;

    private Cut Trimmed(Span stretch, IReadOnlyList<Span> notes, out bool joined) =>
        NameEnds.TrimLeft(NameEnds.TrimRight(Cut.Of(text, stretch, [.. periods, .. notes]), out joined), region);

    /// <summary>Brackets that hold values, or stand right behind one (3.1万套（户）), are no part of a name.</summary>
    private List<Span> NotesAmong(List<Span> brackets, List<QuantityMention> within, List<QuantityMention> open) =>
        [
            .. brackets.Where(bracket =>
                within.Exists(value => bracket.Contains(value.Span))
                || open.Exists(value => value.Span.End == bracket.Start)
                || bracket.Length > LongestBracket
                || IsFootnote(bracket)
                || text.AsSpan(0, bracket.End - 1).EndsWith("在外")
                || text.AsSpan(0, bracket.End - 1).EndsWith("除外")
                || text.AsSpan(0, bracket.End - 1).EndsWith("下同")
                || Notes.Any(note => text.AsSpan(bracket.Start + 1).StartsWith(note))
            ),
        ];

    /// <summary>人均地区生产总值[2], 综合能耗（3）.</summary>
    private bool IsFootnote(Span bracket) =>
        bracket.Length > 2 && !text.AsSpan(bracket.Start + 1, bracket.Length - 2).ContainsAnyExceptInRange('0', '9');

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
        foreach (var phrase in phrases.Read(clause, open, notes))
        {
            Add(phrase);
        }
    }

    private void Add(Phrase phrase)
    {
        var before = text[phrase.Clause.Start..phrase.First.Span.Start];
        var said = new Said(statements, statements.Count - foreign, topic, subject, matter) { Place = place };
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
                                Among = named.Names.All(other => other.Text == named.Names[0].Text)
                                    ? phrase.Values.Count
                                    : 0,
                                Place = at,
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
                new Statement(inside[0], ShareBase(bracket, beside!) ?? beside!.Name, "in-brackets", bracket)
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

    /// <summary>
    /// 占全国总投资（518万吨）的20%, 占全国（45203条）的54%: the bracket says how much the whole is. Not: 占全国的54%（24416条）.
    /// </summary>
    private Cut? ShareBase(Span bracket, Statement beside)
    {
        if (
            bracket.End >= text.Length
            || text[bracket.End] != '的'
            || !Phrase.Shares.Contains(beside.Value.Quantity.Unit ?? "")
        )
        {
            return null;
        }
        var from = text.LastIndexOf('占', bracket.Start, Math.Min(bracket.Start, LongestShare));
        if (from < beside.Clause.Start)
        {
            return null;
        }
        var whole = Cut.Of(text, Span.Between(from + 1, bracket.Start), periods);
        whole = whole.Text.Length > 2 && whole.Text[0] is '到' or '了' ? whole[1..] : whole;
        var part = beside.Name.Text.IndexOf('占', StringComparison.Ordinal);
        return whole.Text.Length > 4 || part < 1 ? whole
            : Words.IsMeasure(beside.Name.Text.AsSpan(0, part)) ? null
            : whole.Then(beside.Name[..part]);
    }

    /// <summary>The name of a whole is no longer.</summary>
    private const int LongestShare = 40;

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

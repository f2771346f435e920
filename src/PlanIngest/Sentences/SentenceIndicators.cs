using PlanIngest.Model;
using PlanIngest.Periods;
using PlanIngest.Quantities;

namespace PlanIngest.Sentences;

/// <summary>From headings and paragraphs to records.</summary>
public static class SentenceIndicators
{
    public static RecordList Read(Document document, DocumentHead head)
    {
        var records = new RecordList(document.Shown);
        var setting = new Setting(Dated(head), ReportYear.Of(head));
        foreach (var passage in PassageReader.Read(document, PassageLimits.Default))
        {
            if (passage.Heading is { } mark)
            {
                setting.Enter(passage, mark);
            }
            ReadPassage(document, passage, setting, records);
        }
        return records;
    }

    /// <summary>
    /// A report that names its year in the title alone (2006年政府工作报告) speaks from that year; not one that looks back
    /// on it (2021年统计公报).
    /// </summary>
    private static DocumentHead Dated(DocumentHead head)
    {
        if (ReportYear.AsWritten(head) is { } written)
        {
            return head with { IssuedOn = Period.Year(written) };
        }
        if (
            head is not { IssuedOn: null, Kind: DocumentKind.Report, Title: { } title }
            || ReportYear.Of(head) is not null
        )
        {
            return head;
        }
        var said = PeriodReader.FindAll(title, new Span(0, title.Length), DocumentHead.Unknown);
        return said.Count == 1 && said[0] is { Sense: PeriodSense.Date, Period: { } year }
            ? head with
            {
                IssuedOn = year,
            }
            : head;
    }

    private static void ReadPassage(Document document, Passage passage, Setting setting, RecordList records)
    {
        var text = passage.Text;
        if (passage.Heading is null)
        {
            setting.EnterParagraph(IsListed(text), TaskMark.IsTask(text));
        }
        Statement? last = null;
        PeriodMention? told = null;
        var subject = Cut.Empty;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var values = QuantityReader.FindAll(text, sentence);
            var periods = SentencePeriods.Of(text, sentence, setting);
            if (passage.Heading is null && text != setting.Head.Title && periods.Opening is { } opening)
            {
                setting.Note(opening, periods.IsUntil(opening), periods.IsAsOf(opening));
            }
            else if (told is { } whole && !setting.CarriedNearby && IsPartOfLast(text, sentence))
            {
                setting.Note(whole, periods.IsUntil(whole), isAsOf: false);
            }
            setting.Hear(text.AsSpan(sentence.Start, sentence.Length));
            if (values.Count == 0)
            {
                subject = SubjectOf(text, sentence) ?? subject;
            }
            else
            {
                var statements = new ClauseReader(text, periods.Spans, setting.Head.Region, subject).Read(
                    sentence,
                    values,
                    last
                );
                last = statements.Count > 0 ? statements[^1] : last;
                if (statements.Count > 0)
                {
                    setting.Tell();
                    told = statements[0].IsStart ? null : periods.For(statements[0]);
                }
                records.AddRange(Gather(document, passage, statements, periods, setting));
            }
        }
        if (passage.Heading is null && text.Length > 0 && text[^1] is '：' or ':')
        {
            setting.LeadIn(text);
        }
    }

    /// <summary>其中，工业总产值达到650亿元: of the year of the whole that the sentence before told of.</summary>
    private static bool IsPartOfLast(string text, Span sentence) =>
        text.AsSpan(sentence.Start, sentence.Length).TrimStart("　 ").StartsWith("其中");

    /// <summary>老年人健康管理方面。 says what the sentences after it are about.</summary>
    private static Cut? SubjectOf(string text, Span sentence)
    {
        var said = text.AsSpan(sentence.Start, sentence.Length).TrimEnd("。");
        return said.Length is > 4 and <= 24 && said.EndsWith("方面")
            ? Cut.Of(text, new Span(sentence.Start, said.Length - 2), [])
            : null;
    }

    private static bool IsListed(string text) =>
        OutlineMark.Read(text.AsSpan(0, Math.Min(24, text.Length))) is not null
        || text[0] is '—' or '-' or '·' or '●' or '•' or '■';

    /// <summary>The statements of one name in a sentence are one record.</summary>
    private static IEnumerable<IndicatorRecord> Gather(
        Document document,
        Passage passage,
        IReadOnlyList<Statement> statements,
        SentencePeriods periods,
        Setting setting
    )
    {
        foreach (var group in statements.GroupBy(statement => statement.Name.Text))
        {
            var all = group.ToList();
            var clause = all.Select(statement => statement.Clause).Aggregate((one, other) => one.Union(other));
            var start = all.Find(statement => statement.IsStart) is { } from ? periods.For(from)?.Period : null;
            var origin = start?.Start.ToString()[..4];
            var observations = all.Select(statement =>
                    Observe(passage, Based(statement, origin ?? periods.ComparedWith(statement)), periods, setting)
                )
                .ToList();
            Course.Follow(all, observations, periods, setting);
            var reached =
                observations.FindLast(one => one.Quantity.Kind is QuantityKind.Number or QuantityKind.Range)
                ?? observations[^1];
            var span = passage.ToDocument(clause);
            yield return new IndicatorRecord
            {
                Name = group.Key,
                Unit = reached.Quantity.Unit,
                Origin = Origin.Prose,
                Tier = TierOf(group.Key, observations),
                Observations = observations,
                Span = span,
                KeyWords = KeyWords(passage.Text, clause, all),
                Flags =
                [
                    .. observations
                        .SelectMany(one => one.Flags)
                        .Concat(all.Any(one => one.NameInferred) ? ["name-inferred"] : [])
                        .Distinct()
                        .Order(StringComparer.Ordinal),
                ],
            };
        }
    }

    /// <summary>由2015年的55亿元增加到84亿元，增长52%: the growth is on 2015.</summary>
    private static Statement Based(Statement statement, string? basis) =>
        basis is not null && statement.Value.Quantity is { Change: { Basis: null } change } quantity
            ? statement with
            {
                Value = statement.Value with { Quantity = quantity with { Change = change with { Basis = basis } } },
            }
            : statement;

    private static Observation Observe(Passage passage, Statement statement, SentencePeriods periods, Setting setting)
    {
        var clause = passage.Text.Substring(statement.Clause.Start, statement.Clause.Length);
        var reading = Reading.Of(statement, clause, periods, setting);
        var quantity = statement.Value.Quantity;
        var flags = new List<string>(statement.Value.Flags);
        if (reading.PeriodInferred)
        {
            flags.Add("period-inferred");
        }
        if (reading.RoleInferred)
        {
            flags.Add("role-inferred");
        }
        if (quantity.Unit is null && quantity.Kind is QuantityKind.Number or QuantityKind.Range)
        {
            flags.Add("unit-missing");
        }
        return new Observation
        {
            Role = reading.Role,
            Period = reading.Period,
            Quantity = quantity,
            Span = passage.ToDocument(statement.Value.Span),
            Flags = flags,
            Evidence = new Evidence(statement.Rule)
            {
                Name = statement.Name.IsEmpty ? null : passage.ToDocument(statement.Name.Span),
                Period = reading.PeriodSpan is { } span ? passage.ToDocument(span) : null,
            },
        };
    }

    /// <summary>A rate, a density, a level or any goal is core; a stock or an activity of the past is a count.</summary>
    private static Tier TierOf(string name, IReadOnlyList<Observation> observations) =>
        observations.Any(one => one.Role == Role.Target)
        || observations.Any(one =>
            Phrase.Shares.Contains(one.Quantity.Unit ?? "")
            && one.Quantity.Kind is QuantityKind.Number or QuantityKind.Range
        )
        || observations.Any(one => one.Quantity.Kind is QuantityKind.Reference or QuantityKind.Grade)
        || name.StartsWith('每')
        || name.Contains("人均", StringComparison.Ordinal)
        || Rates.Any(name.EndsWith)
            ? Tier.Core
            : Tier.Count;

    private static readonly string[] Rates =
    [
        "率",
        "比例",
        "比重",
        "寿命",
        "指数",
        "增速",
        "浓度",
        "强度",
        "水平",
        "住院日",
        "密度",
        "满意度",
    ];

    /// <summary>The clause without its quantities.</summary>
    private static string KeyWords(string text, Span clause, List<Statement> statements) =>
        Cut.Of(text, clause, [.. statements.Select(statement => statement.Value.Span)]).Text;
}

using System.Globalization;
using PlanIngest.Model;
using PlanIngest.Sentences;
using PlanIngest.Tests.Readers;

namespace PlanIngest.Tests.Specs;

/// <summary>
/// <c>sentences.md</c>: what a reader understands of a sentence in a plan, in a report or standing alone. A fact is
/// written <c>name · role · period · words</c>, the period <c>?</c> where it is open; facts are parted by <c>;;</c>, and
/// a sentence that states none says <c>—</c>.
/// </summary>
public class SentenceSpecs
{
    private static readonly Dictionary<string, DocumentHead> Heads = new(StringComparer.Ordinal)
    {
        ["plan"] = new DocumentHead
        {
            Kind = DocumentKind.Plan,
            PlanPeriod = new PlanPeriod("十四五", 2021, 2025),
            IssuedOn = new Period(new PeriodPoint(2021, 12, 1)),
            Region = "临山市",
        },
        ["report"] = new DocumentHead
        {
            Kind = DocumentKind.Report,
            IssuedOn = new Period(new PeriodPoint(2024, 2, 1)),
            Region = "临山市",
        },
        ["alone"] = DocumentHead.Unknown,
    };

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("sentences.md"))
            {
                data.Add(row[0], row[1], row[2]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Sentence_says_its_facts(string where, string sentence, string facts)
    {
        var parts = where.Split('/', 2);
        var text = parts.Length > 1 ? $"一、{parts[1]}\n{sentence}\n" : sentence + "\n";
        var document = Reading.Of("x.txt", text);
        var records = SentenceIndicators.Read(document, Heads[parts[0]]);
        Assert.Equal(facts, Written(document, records));
    }

    private static string Written(Document document, IReadOnlyList<IndicatorRecord> records)
    {
        var told = records
            .SelectMany(record => record.Observations.Select(one => (record.Name, One: one)))
            .OrderBy(fact => fact.One.Span.Start)
            .Select(fact =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{fact.Name} · {RoleOf(fact.One.Role)} · {fact.One.Period?.ToString() ?? "?"} · {document.Read(fact.One.Span).Replace("\n", "", StringComparison.Ordinal)}"
                )
            );
        var all = string.Join(" ;; ", told);
        return all.Length == 0 ? "—" : all;
    }

    private static string RoleOf(Role role) => role == Role.Target ? "target" : "actual";
}

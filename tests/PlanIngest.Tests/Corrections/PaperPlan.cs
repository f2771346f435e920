using System.Security.Cryptography;
using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;
using PlanIngest.Records;

namespace PlanIngest.Tests.Corrections;

/// <summary>
/// A made-up plan whose statements are known one by one, so that a test can say to which of them a correction went.
/// It is written out as text, and "extracted" by knowing where each statement was written.
/// </summary>
public sealed record PaperPlan(IReadOnlyList<PaperPart> Parts)
{
    /// <summary>A newer extractor reads names without brackets and some units in full.</summary>
    public int Rules { get; init; } = 1;

    public PaperPlan With(int at, PaperPart part) =>
        this with
        {
            Parts = [.. Parts.Select((old, i) => i == at ? part : old)],
        };

    public PaperPlan Insert(int at, PaperPart part) =>
        this with
        {
            Parts = [.. Parts.Take(at), part, .. Parts.Skip(at)],
        };

    public PaperPlan Without(int at) => this with { Parts = [.. Parts.Where((_, i) => i != at)] };

    /// <summary>The machine's reading, and which statement each record is.</summary>
    public PaperReading Read()
    {
        var text = new StringBuilder();
        var records = new List<IndicatorRecord>();
        var statements = new List<int>();
        foreach (var part in Parts)
        {
            switch (part)
            {
                case PaperText words:
                    text.Append(words.Words).Append('\n');
                    break;
                case PaperRow row:
                    records.Add(Record(row, text));
                    statements.Add(row.Statement);
                    break;
            }
        }
        var file = new SourceFile("plan.txt", Encoding.UTF8.GetBytes(text.ToString()));
        var document = DocumentBuilder.Over(file, text.ToString()).Build("text/plain", "utf-8");
        return new PaperReading(document, Keyed(records), statements);
    }

    private IndicatorRecord Record(PaperRow row, StringBuilder text)
    {
        var start = text.Length;
        text.Append(row.Name).Append(" | ");
        var observations = new List<Observation>();
        foreach (var (value, at) in row.Values.Select((value, at) => (value, at)))
        {
            var raw = PaperRow.RawOf(value);
            observations.Add(
                new Observation
                {
                    Id = at == 0 ? "baseline-2020" : $"target-{2020 + 5 * at}",
                    Role = at == 0 ? Role.Baseline : Role.Target,
                    Period = Period.Year(2020 + 5 * at),
                    Quantity = Quantity.Number(Rules > 1 && value % 7 == 0 ? value * 10 : value, "张"),
                    Span = new Span(text.Length, raw.Length),
                }
            );
            text.Append(raw).Append(" | ");
        }
        text.Append('\n');
        return new IndicatorRecord
        {
            Name = Rules > 1 && row.Name.EndsWith(')') ? row.Name[..row.Name.IndexOf('(')] : row.Name,
            Unit = "张",
            Origin = Origin.Table,
            Tier = Tier.Core,
            Observations = observations,
            Span = Span.Between(start, text.Length - 1),
            KeyWords = row.Caption,
        };
    }

    /// <summary>Ids as the contract makes them: of the words, and counted only among look-alikes.</summary>
    private static List<IndicatorRecord> Keyed(List<IndicatorRecord> records)
    {
        var counts = new Dictionary<string, int>();
        var keyed = new List<IndicatorRecord>();
        foreach (var record in records)
        {
            var words = $"{record.Name}\n{record.KeyWords}";
            counts[words] = counts.GetValueOrDefault(words) + 1;
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{words}\n{counts[words]}"));
            keyed.Add(record with { Id = "r-" + Convert.ToHexStringLower(hash)[..12] });
        }
        return keyed;
    }
}

public abstract record PaperPart;

public sealed record PaperText(string Words) : PaperPart;

/// <summary><see cref="Statement"/> is who it is; it stays when values, place or caption change.</summary>
public sealed record PaperRow(int Statement, string Name, string Caption, IReadOnlyList<int> Values) : PaperPart
{
    public static string RawOf(int value) => $"{value}张";
}

public sealed record PaperReading(
    Document Document,
    IReadOnlyList<IndicatorRecord> Records,
    IReadOnlyList<int> Statements
)
{
    public RecordIndex Index() => new(Document, Records);

    public int StatementOf(string record) => Statements[Records.ToList().FindIndex(one => one.Id == record)];

    public CorrectedReading Correct(ReadOnlyMemory<byte>? file)
    {
        var machine = new MachineReading(Document, DocumentHead.Unknown, DocumentHead.Unknown, Records, []);
        return IngestPipeline.Correct(machine, CorrectionsFile.Read(file));
    }
}

using PlanIngest.Records;

namespace PlanIngest.Tests.Corrections;

/// <summary>One random life of a document: people correct it, editors change it, rules get better, machines crash.</summary>
public sealed class PaperHistory
{
    private static readonly string[] Names = ["床位数(张)", "护理床位", "注册护士", "康复床位(张)", "急救车辆", "托位"];
    private static readonly string[] Captions = ["表1", "表2"];

    private readonly Random random;
    private DateTimeOffset now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private int nextStatement;
    private int nextValue = 100;
    private int nextLine;

    public PaperHistory(int seed)
    {
        random = new Random(seed);
        Plan = new PaperPlan([]);
        for (var at = 0; at < 8; at++)
        {
            InsertRow(at);
        }
        InsertText();
    }

    public PaperPlan Plan { get; private set; }
    public byte[] File { get; private set; } = [];

    /// <summary>Every line that was wholly written, with the statement it was made on; 0 for an undo.</summary>
    public List<(string Id, int Statement)> Written { get; } = [];

    public void Step()
    {
        switch (random.Next(20))
        {
            case < 9:
                Correct();
                break;
            case 9:
                Undo();
                break;
            case 10:
                InsertText();
                break;
            case 11:
                InsertRow(random.Next(Plan.Parts.Count + 1));
                break;
            case 12:
                InsertLookAlike();
                break;
            case 13 or 14:
                ChangeValue();
                break;
            case 15:
                Move();
                break;
            case 16:
                Plan = Plan.Parts.Count > 6 ? Plan.Without(random.Next(Plan.Parts.Count)) : Plan;
                break;
            case 17:
                Plan = Plan with { Rules = 3 - Plan.Rules };
                break;
            case 18:
                File = [.. File, .. "{\"schema\":\"planingest/correction/1\",\"id\":\"c-torn"u8];
                break;
            default:
                MergeInAnotherOrder();
                break;
        }
    }

    private void Correct()
    {
        var reading = Plan.Read();
        var at = random.Next(reading.Records.Count);
        var record = reading.Records[at];
        var observation = record.Observations[random.Next(record.Observations.Count)].Id;
        var (action, of, field, value) = random.Next(5) switch
        {
            0 => (CorrectionAction.Accept, (string?)null, (string?)null, (string?)null),
            1 => (CorrectionAction.Reject, null, null, null),
            2 => (CorrectionAction.Change, null, "name", $"\"指标{random.Next(1000)}\""),
            3 => (CorrectionAction.Change, null, "responsible", $"\"科室{random.Next(1000)}\""),
            _ => (
                CorrectionAction.Change,
                observation,
                "quantity",
                ContractValues.Json(Model.Quantity.Number(random.Next(1_000_000, 2_000_000), "张"))
            ),
        };
        Write(
            new Correction
            {
                Id = NewId(),
                Action = action,
                Record = record.Id,
                Observation = of,
                Field = field,
                Value = value,
                Seen = SeenWords.Of(reading.Index(), at, of, field),
                At = now,
            },
            reading.Statements[at]
        );
    }

    private void Undo()
    {
        if (Written.Count > 0)
        {
            var of = Written[random.Next(Written.Count)].Id;
            var undo = new Correction
            {
                Id = NewId(),
                Action = CorrectionAction.Undo,
                Of = of,
                At = now,
            };
            Write(undo, 0);
        }
    }

    private void Write(Correction line, int statement)
    {
        byte[] before = File.Length > 0 && File[^1] != '\n' ? [.. File, (byte)'\n'] : File;
        File = [.. before, .. CorrectionLine.Write(line), (byte)'\n'];
        Written.Add((line.Id, statement));
    }

    private string NewId()
    {
        now = now.AddSeconds(random.Next(2));
        return $"c-{nextLine++:D4}";
    }

    private void MergeInAnotherOrder()
    {
        var lines = System.Text.Encoding.UTF8.GetString(File).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(lines);
        var twice = lines.Take(random.Next(3));
        File = System.Text.Encoding.UTF8.GetBytes(string.Concat(lines.Concat(twice).Select(line => line + "\n")));
    }

    private void InsertText() =>
        Plan = Plan.Insert(
            random.Next(Plan.Parts.Count + 1),
            new PaperText($"第{nextValue++}段 各部门按照职责分工推进落实。")
        );

    private void InsertRow(int at) =>
        Plan = Plan.Insert(at, NewRow(nextValue + Names[random.Next(Names.Length)], Captions[random.Next(2)]));

    private void InsertLookAlike()
    {
        var rows = Plan.Parts.OfType<PaperRow>().ToList();
        var like = rows[random.Next(rows.Count)];
        Plan = Plan.Insert(random.Next(Plan.Parts.Count + 1), NewRow(like.Name, like.Caption));
    }

    private PaperRow NewRow(string name, string caption) =>
        new(++nextStatement, name, caption, [nextValue++, nextValue++, nextValue++]);

    private void ChangeValue()
    {
        var at = random.Next(Plan.Parts.Count);
        if (Plan.Parts[at] is PaperRow row)
        {
            var changed = random.Next(row.Values.Count);
            Plan = Plan.With(
                at,
                row with
                {
                    Values = [.. row.Values.Select((old, i) => i == changed ? nextValue++ : old)],
                }
            );
        }
    }

    private void Move()
    {
        var from = random.Next(Plan.Parts.Count);
        var part = Plan.Parts[from];
        Plan = Plan.Without(from);
        Plan = Plan.Insert(random.Next(Plan.Parts.Count + 1), part);
    }
}

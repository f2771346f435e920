using System.Text;
using PlanIngest.Model;
using PlanIngest.Outputs;
using PlanIngest.Records;

namespace PlanIngest.Host.Review;

/// <summary>One changed cell of a table taken back.</summary>
public sealed record ImportedChange(
    string Path,
    string Record,
    string? Observation,
    string Field,
    string Was,
    string Now,
    CorrectionRequest Request
);

/// <summary>
/// An exported table taken back: the cells that differ from what is read now, as corrections. A row whose words in the
/// source are no longer those of the table is refused: the table was made before the source or its reading moved.
/// </summary>
public sealed record CorrectionImport(IReadOnlyList<ImportedChange> Changes, IReadOnlyList<string> Refusals)
{
    /// <summary>Columns that are fields of the record, and of the observation; others are not taken back.</summary>
    private static readonly (string Column, string Field)[] OfRecord =
    [
        ("name", "name"),
        ("category", "category"),
        ("ordinal", "ordinal"),
        ("nature", "nature"),
        ("responsible", "responsible"),
        ("tier", "tier"),
    ];

    private static readonly (string Column, string Field)[] OfObservation =
    [
        ("role", "role"),
        ("period", "period"),
        ("series", "series"),
    ];

    private static readonly string[] OfQuantity = ["kind", "comparator", "value", "low", "high", "unit", "words"];

    public static CorrectionImport Read(string csv, ReviewedDocuments documents)
    {
        var rows = CsvRows.Read(csv);
        var changes = new Dictionary<(string, string, string?, string), ImportedChange>();
        var refusals = new List<string>();
        if (rows.Count == 0 || FlatForm.Columns.FirstOrDefault(column => !rows[0].Contains(column)) is { })
        {
            return new CorrectionImport([], ["The file is no exported table: its first row lacks columns of one."]);
        }
        var header = rows[0];
        var current = new Dictionary<string, Dictionary<(string, string), FlatValue[]>?>(StringComparer.Ordinal);
        foreach (var (number, row) in rows.Index().Skip(1))
        {
            string Cell(string column) => header.IndexOf(column) is var at && at < row.Count ? Unescaped(row[at]) : "";
            var (path, record, observation) = (Cell("path"), Cell("record"), Cell("observation"));
            if (!current.TryGetValue(path, out var known))
            {
                current[path] = known = Known(documents.Open(path));
            }
            if (known is null || !known.TryGetValue((record, observation), out var now))
            {
                refusals.Add($"Row {number + 1}: {path} has no {record} {observation} now.");
                continue;
            }
            string Now(string column) =>
                now[FlatForm.Columns.Index().First(one => one.Item == column).Index].Text ?? "";
            if (!SourceWords.Same(Cell("raw"), Now("raw")))
            {
                refusals.Add(
                    $"Row {number + 1}: the source of {record} {observation} says '{Now("raw")}' now, not '{Cell("raw")}'."
                );
                continue;
            }
            void Change(string? of, string field, string was, string typed) =>
                changes[(path, record, of, field)] = new ImportedChange(
                    path,
                    record,
                    of,
                    field,
                    was,
                    typed,
                    new CorrectionRequest
                    {
                        Action = "change",
                        Record = record,
                        Observation = of,
                        Field = field,
                        Typed = field == "quantity" ? null : typed,
                        Value = field == "quantity" ? QuantityOf(Cell) : null,
                    }
                );
            foreach (var (column, field) in OfRecord.Where(one => Cell(one.Column) != Now(one.Column)))
            {
                Change(null, field, Now(column), Cell(column));
            }
            foreach (var (column, field) in OfObservation.Where(one => Cell(one.Column) != Now(one.Column)))
            {
                Change(observation, field, Now(column), Cell(column));
            }
            if (OfQuantity.Any(column => Cell(column) != Now(column)))
            {
                Change(
                    observation,
                    "quantity",
                    string.Concat(OfQuantity.Select(Now)),
                    string.Concat(OfQuantity.Select(Cell))
                );
            }
        }
        return new CorrectionImport([.. changes.Values], refusals);
    }

    /// <summary>Writes all changes; gives what could not be.</summary>
    public IReadOnlyList<string> Write(CorrectionWriter writer, string by) =>
        [
            .. Changes
                .Select(change => (change, writer.Write(change.Path, by, change.Request).Problem))
                .Where(result => result.Problem is not null)
                .Select(result =>
                    $"{result.change.Path} {result.change.Record} {result.change.Field}: {result.Problem}"
                ),
        ];

    private static Dictionary<(string, string), FlatValue[]>? Known(ReviewedDocument? document)
    {
        if (document is null)
        {
            return null;
        }
        using var stream = new MemoryStream();
        JsonOutput.Write(document.Extraction, stream);
        using var output = System.Text.Json.JsonDocument.Parse(stream.ToArray());
        var (record, observation) = (5, 6);
        return FlatForm.Rows(output.RootElement).ToDictionary(row => (row[record].Text!, row[observation].Text!));
    }

    /// <summary>A change's and a reference's further parts have no columns: those are not taken back by table.</summary>
    private static System.Text.Json.JsonElement? QuantityOf(Func<string, string> cell)
    {
        var kind = ContractValues.Parse<QuantityKind>(cell("kind"));
        var quantity = new Quantity
        {
            Kind = kind ?? QuantityKind.Number,
            Comparator = ContractValues.ParseComparator(cell("comparator")),
            Value = Number(cell("value")),
            Low = Number(cell("low")),
            High = Number(cell("high")),
            Unit = cell("unit") is { Length: > 0 } unit ? unit : null,
            Words = cell("words") is { Length: > 0 } words ? words : null,
        };
        if (kind is null or QuantityKind.Change)
        {
            return null;
        }
        using var json = System.Text.Json.JsonDocument.Parse(ContractValues.Json(quantity));
        return json.RootElement.Clone();
    }

    private static decimal? Number(string text) =>
        decimal.TryParse(
            text,
            System.Globalization.NumberStyles.Number,
            System.Globalization.CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>The quote put before words that a spreadsheet would take for a formula.</summary>
    private static string Unescaped(string cell) =>
        cell.Length > 1 && cell[0] == '\'' && cell[1] is '=' or '+' or '-' or '@' ? cell[1..] : cell;
}

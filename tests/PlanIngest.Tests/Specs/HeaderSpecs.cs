using PlanIngest.Model;
using PlanIngest.Tables;
using PlanIngest.Tests.Tables;

namespace PlanIngest.Tests.Specs;

/// <summary>The rows of <c>headers.md</c>: what a column's header makes of its cells.</summary>
public class HeaderSpecs
{
    private static readonly DocumentHead Plan = new()
    {
        Kind = DocumentKind.Plan,
        PlanPeriod = new PlanPeriod("十四五", 2021, 2025),
    };

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var row in SpecTable.Rows("headers.md"))
            {
                data.Add(row[0], row[1], row[2]);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Header_says_what_its_column_holds(string header, string cell, string reading)
    {
        var first = reading is "ordinal" or "category";
        var levels = header.Split(" / ");
        var lines = levels.Select(
            (level, at) => Row(at == 0 ? "指标" : "^", level, at == 0 ? "2030年目标" : "^", first)
        );
        var body = new[] { Row("森林面积", cell, "80", first), Row("湿地面积", cell is "1" ? "2" : cell, "60", first) };
        var document = TableText.Of([.. lines, .. body]);
        var (records, findings) = TableIndicators.Read(document, Plan);
        Assert.Equal(
            reading,
            findings.Any(finding => finding.Code == "table-not-indicators")
                ? "none"
                : Said(records[0], first ? 1 : 2, cell)
        );
    }

    private static string Row(string name, string cell, string goal, bool first) =>
        first ? $"{cell} | {name} | {goal}" : $"{name} | {cell} | {goal}";

    private static string Said(IndicatorRecord record, int column, string cell)
    {
        if (record.Observations.FirstOrDefault(one => one.Cell?.Column == column) is { } seen)
        {
            var role = seen.Role.ToString().ToLowerInvariant();
            return $"{role} {seen.Period?.ToString() ?? "open"} {Shorthand.Of(seen.Quantity)}";
        }
        return record.Ordinal == cell ? "ordinal"
            : record.Category.Contains(cell) ? "category"
            : record.Responsible == cell ? "responsible"
            : record.Nature is not null ? "nature"
            : record.Unit is not null ? "unit"
            : "-";
    }
}

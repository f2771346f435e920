using System.Globalization;
using PlanIngest.Model;

namespace PlanIngest.Tests.Specs;

/// <summary>One case of a spec file of tables.</summary>
public sealed record TableSpec(string Name)
{
    public List<string> Lines { get; } = [];
    public List<string[]> Expected { get; } = [];
    public List<string> Notes { get; } = [];
    public string? Caption { get; private set; }
    public string? Refusal { get; private set; }
    public bool ByPlace { get; private set; }
    public DocumentHead Head { get; private set; } = DocumentHead.Unknown;

    public static IReadOnlyList<TableSpec> Read(string file)
    {
        var specs = new List<TableSpec>();
        var fenced = false;
        foreach (var line in File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Specs", file)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                specs.Add(new TableSpec(line[3..].Trim()));
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
            }
            else if (specs.Count > 0)
            {
                specs[^1].Take(line, fenced);
            }
        }
        return specs;
    }

    /// <summary>The last column of an expectation: <c>member=value</c>, parted by semicolons.</summary>
    public static IEnumerable<(string Member, string Value)> Members(string cell) =>
        cell.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .Select(pair => (pair[0], pair[1]));

    private void Take(string line, bool fenced)
    {
        if (fenced)
        {
            Lines.Add(line);
        }
        else if (line.StartsWith('|'))
        {
            var cells = line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray();
            if (cells[0] != "name" && cells[0].Trim('-').Length > 0)
            {
                Assert.True(cells.Length == 5, $"{Name}: {line}");
                Expected.Add(cells);
            }
        }
        else if (line.Split(": ", 2) is [var key, var value])
        {
            TakeSetting(key, value.Trim());
        }
    }

    private void TakeSetting(string key, string value)
    {
        switch (key)
        {
            case "Caption":
                Caption = value;
                break;
            case "Note":
                Notes.Add(value);
                break;
            case "None":
                Refusal = value;
                break;
            case "Order":
                ByPlace = value == "place";
                break;
            case "Plan":
                var words = value.Split(' ');
                Head = Head with
                {
                    Kind = DocumentKind.Plan,
                    PlanPeriod = new PlanPeriod(words[0], Year(words[1]), Year(words[2])),
                };
                break;
            case "Title":
                Head = Head with { Title = value };
                break;
            case "Issued":
                Head = Head with { IssuedOn = Period.Year(Year(value)) };
                break;
            case "Kind":
                Head = Head with { Kind = Enum.Parse<DocumentKind>(value, ignoreCase: true) };
                break;
        }
    }

    private static int Year(string words) => int.Parse(words, CultureInfo.InvariantCulture);
}

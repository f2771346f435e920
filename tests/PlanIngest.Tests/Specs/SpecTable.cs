namespace PlanIngest.Tests.Specs;

/// <summary>
/// The rows of the tables in a <c>Specs/*.md</c> file, split at <c>|</c>: the header and rule rows are left out,
/// <c>\n</c> in a cell is a line break, <c>\|</c> a bar, and a cell in back-ticks keeps its blanks. It is not the
/// program's own table reader, on purpose.
/// </summary>
public static class SpecTable
{
    /// <summary>Each row's cells, trimmed. A row with another number of cells than its header fails.</summary>
    public static IEnumerable<string[]> Rows(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Specs", file);
        var lines = File.ReadAllLines(path);
        var columns = 0;
        for (var at = 0; at < lines.Length; at++)
        {
            if (!lines[at].StartsWith('|'))
            {
                columns = 0;
                continue;
            }
            var cells = Cells(lines[at]);
            if (columns == 0)
            {
                columns = cells.Length;
                at++;
                continue;
            }
            Assert.True(
                cells.Length == columns,
                $"{file} line {at + 1}: {cells.Length} cells, its header has {columns}"
            );
            yield return cells;
        }
    }

    public static TheoryData<string, string> Pairs(string file)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in Rows(file))
        {
            data.Add(row[0], row[1]);
        }
        return data;
    }

    private static string[] Cells(string line) =>
        [
            .. line.Trim()[1..^1]
                .Replace("\\|", "\u0001", StringComparison.Ordinal)
                .Split('|')
                .Select(cell =>
                    cell.Trim().Trim('`').Replace("\\n", "\n", StringComparison.Ordinal).Replace('\u0001', '|')
                ),
        ];
}

using System.Text;

namespace PlanIngest.Host.Review;

/// <summary>The cells of a CSV text (RFC 4180), row by row, as a spreadsheet saves it.</summary>
public static class CsvRows
{
    public static IReadOnlyList<List<string>> Read(string csv)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var at = csv.StartsWith('\uFEFF') ? 1 : 0; at < csv.Length; at++)
        {
            var c = csv[at];
            if (quoted)
            {
                if (c != '"')
                {
                    cell.Append(c);
                }
                else if (at + 1 < csv.Length && csv[at + 1] == '"')
                {
                    cell.Append(csv[++at]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"' && cell.Length == 0)
            {
                quoted = true;
            }
            else if (c == ',')
            {
                Take();
            }
            else if (c == '\n')
            {
                End();
            }
            else if (c != '\r')
            {
                cell.Append(c);
            }
        }
        if (cell.Length > 0 || row.Count > 0)
        {
            End();
        }
        return rows;

        void Take()
        {
            row.Add(cell.ToString());
            cell.Clear();
        }

        void End()
        {
            Take();
            rows.Add(row);
            row = [];
        }
    }
}

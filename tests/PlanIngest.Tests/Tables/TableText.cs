using System.Text;
using PlanIngest.Model;
using PlanIngest.Readers;

namespace PlanIngest.Tests.Tables;

/// <summary>
/// A table written as lines of cells parted by <c>|</c>: <c>&lt;</c> is merged with the cell left of it, <c>^</c> with
/// the one above, an empty cell is empty, <c>\n</c> a line break in a cell.
/// </summary>
public static class TableText
{
    public static Document Of(IReadOnlyList<string> lines, string? caption = null, IReadOnlyList<string>? notes = null)
    {
        var builder = DocumentBuilder.Composing(new SourceFile("table.txt", Encoding.UTF8.GetBytes("x")));
        var title = caption is null ? (Span?)null : Line(builder, caption);
        var remarks = (notes ?? []).Select(note => Line(builder, note)).ToArray();
        var rows = lines.Select(line => line.Split('|').Select(cell => cell.Trim(' ')).ToArray()).ToArray();
        var columns = rows.Max(row => row.Length);
        var cells = new List<Cell>();
        var start = builder.Length;
        for (var row = 0; row < rows.Length; row++)
        {
            for (var column = 0; column < rows[row].Length; column++)
            {
                if (rows[row][column] is not ("<" or "^"))
                {
                    var span = builder.Append(rows[row][column].Replace("\\n", "\n", StringComparison.Ordinal));
                    cells.Add(Spread(rows, new Cell(row, column, span)));
                    builder.Append("\t");
                }
            }
            builder.Append("\n");
        }
        builder.Add(
            new Table(Span.Between(start, builder.Length), rows.Length, columns, cells)
            {
                Caption = title,
                Notes = remarks,
            }
        );
        return builder.Build("text/plain", "utf-8");
    }

    private static Span Line(DocumentBuilder builder, string text)
    {
        var span = builder.Append(text);
        builder.Append("\n");
        return span;
    }

    private static Cell Spread(string[][] rows, Cell cell)
    {
        int right = cell.Column + 1,
            down = cell.Row + 1;
        while (right < rows[cell.Row].Length && rows[cell.Row][right] == "<")
        {
            right++;
        }
        while (down < rows.Length && cell.Column < rows[down].Length && rows[down][cell.Column] == "^")
        {
            down++;
        }
        return cell with { RowSpan = down - cell.Row, ColumnSpan = right - cell.Column };
    }
}

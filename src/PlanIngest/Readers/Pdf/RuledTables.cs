namespace PlanIngest.Readers.Pdf;

/// <summary>
/// Tables by their lines: the fields of a lattice, merged where no line parts them, with the words that stand in them.
/// </summary>
public static class RuledTables
{
    /// <summary>Null where the lines frame something that is no table: a box round prose, a chart, an empty form.</summary>
    public static GridTable? Read(int page, Lattice lattice, IReadOnlyList<PageWord> words)
    {
        var fields = Fields(lattice);
        var inside = new List<PageWord>[fields.Count];
        var owner = Owners(lattice, fields);
        foreach (var word in words)
        {
            var column = Find(lattice.Xs, word.Box.MiddleX);
            var row = Find(lattice.Ys, word.Box.MiddleY);
            if (row >= 0 && column >= 0)
            {
                (inside[owner[row, column]] ??= []).Add(word);
            }
        }
        var cells = fields
            .Select(
                (field, i) =>
                    new GridCell(
                        field.Row,
                        field.Column,
                        field.RowSpan,
                        field.ColumnSpan,
                        new Rect(
                            lattice.Xs[field.Column],
                            lattice.Ys[field.Row],
                            lattice.Xs[field.Column + field.ColumnSpan],
                            lattice.Ys[field.Row + field.RowSpan]
                        ),
                        inside[i] is { } held ? LineBuilder.Build(held) : []
                    )
            )
            .ToList();
        var drawn = new GridTable(page, lattice.Box, lattice.Rows, lattice.Columns, cells);
        var table = GridTrim.Trim(SpanSplit.Split(drawn, lattice.Xs));
        var filled = table.Cells.Where(cell => cell.Lines.Count > 0).ToList();
        return filled.Count < 2 || IsFrame(filled) ? null : RowSplit.Split(ColumnSplit.Split(table));
    }

    /// <summary>Few fields, one of them with the text of half a page: lines drawn round a page or a box, with what is in it.</summary>
    private static bool IsFrame(List<GridCell> filled) =>
        filled.Count < 4 && filled.Exists(cell => cell.Lines.Count > PdfTolerances.FramedLines);

    private static List<(int Row, int Column, int RowSpan, int ColumnSpan)> Fields(Lattice lattice)
    {
        var fields = new List<(int Row, int Column, int RowSpan, int ColumnSpan)>();
        var taken = new bool[lattice.Rows, lattice.Columns];
        for (var row = 0; row < lattice.Rows; row++)
        {
            for (var column = 0; column < lattice.Columns; column++)
            {
                if (taken[row, column])
                {
                    continue;
                }
                var wide = 1;
                while (!lattice.HasRight(row, column + wide - 1) && !taken[row, column + wide])
                {
                    wide++;
                }
                var high = 1;
                while (
                    row + high < lattice.Rows
                    && Enumerable.Range(column, wide).All(c => !lattice.HasBottom(row + high - 1, c))
                    && Enumerable.Range(column, wide).All(c => !taken[row + high, c])
                    && Enumerable.Range(column, wide - 1).All(c => !lattice.HasRight(row + high, c))
                )
                {
                    high++;
                }
                for (var r = row; r < row + high; r++)
                {
                    for (var c = column; c < column + wide; c++)
                    {
                        taken[r, c] = true;
                    }
                }
                fields.Add((row, column, high, wide));
            }
        }
        return fields;
    }

    private static int[,] Owners(Lattice lattice, List<(int Row, int Column, int RowSpan, int ColumnSpan)> fields)
    {
        var owner = new int[lattice.Rows, lattice.Columns];
        for (var i = 0; i < fields.Count; i++)
        {
            var (row, column, high, wide) = fields[i];
            for (var r = row; r < row + high; r++)
            {
                for (var c = column; c < column + wide; c++)
                {
                    owner[r, c] = i;
                }
            }
        }
        return owner;
    }

    /// <summary>The band that holds the value; -1 outside.</summary>
    private static int Find(IReadOnlyList<double> positions, double value)
    {
        if (value < positions[0] || value > positions[^1])
        {
            return -1;
        }
        var band = 0;
        while (band < positions.Count - 2 && value > positions[band + 1])
        {
            band++;
        }
        return band;
    }
}

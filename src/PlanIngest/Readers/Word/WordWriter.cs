using System.Text;
using PlanIngest.Model;

namespace PlanIngest.Readers.Word;

/// <summary>Lays Word blocks into a document in reading order.</summary>
internal sealed class WordWriter(DocumentBuilder builder, ReaderLimits limits)
{
    private int cells;

    public void Write(IReadOnlyList<WordBlock> blocks)
    {
        foreach (var block in blocks)
        {
            switch (block)
            {
                case WordParagraph paragraph:
                    Prose.Write(builder, RunTogether.Parted(paragraph), paragraph.Level);
                    break;
                case WordNote note:
                    Prose.Write(builder, note.Text, 0);
                    break;
                case WordTable table:
                    Table(table);
                    break;
            }
        }
    }

    /// <summary>
    /// A table of a single column is a box around text (专栏1 …), not a table: its cells are read as prose. A table
    /// inside a cell follows the table it stands in.
    /// </summary>
    private void Table(WordTable table)
    {
        var (rows, columns, placed) = WordGrid.Lay(table, limits);
        if (columns <= 1)
        {
            foreach (var cell in placed)
            {
                Write(cell.Cell.Content);
            }
            return;
        }
        cells += rows * columns;
        if (cells > limits.Cells)
        {
            builder.Report(
                new Finding(
                    Severity.Error,
                    "table-too-large",
                    $"A table of {rows} rows and {columns} columns is over the limit of {limits.Cells} cells and was left out; split it."
                )
            );
            return;
        }
        var texts = placed.Select(cell => new CellText(cell.Row, cell.Column, Words(cell.Cell.Content))
        {
            RowSpan = cell.Rows,
            ColumnSpan = cell.Columns,
            Header = cell.Header,
        });
        var written = TableWriter.Write(builder, rows, columns, texts);
        var notes = Notes(placed.SelectMany(cell => cell.Cell.Content));
        builder.Add(written with { Notes = notes });
        foreach (var inner in placed.SelectMany(cell => cell.Cell.Content).OfType<WordTable>())
        {
            Table(inner);
        }
    }

    /// <summary>The footnotes of a table stand below it; they explain its cells.</summary>
    private List<Span> Notes(IEnumerable<WordBlock> content)
    {
        var notes = new List<Span>();
        foreach (var note in content.OfType<WordNote>())
        {
            notes.Add(builder.Append(note.Text));
            builder.Append("\n");
        }
        return notes;
    }

    private static string Words(IReadOnlyList<WordBlock> content)
    {
        var words = new StringBuilder();
        foreach (var paragraph in content.OfType<WordParagraph>())
        {
            var text = paragraph.Text.AsSpan().Trim();
            if (text.Length > 0)
            {
                words.Append(words.Length > 0 ? "\n" : "").Append(text).Replace('\t', ' ');
            }
        }
        return words.ToString();
    }
}

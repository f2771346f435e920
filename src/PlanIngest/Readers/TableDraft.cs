using PlanIngest.Model;

namespace PlanIngest.Readers;

/// <summary>
/// A table while it is being read from a text whose spans are true offsets: cells row by row, the markup among them,
/// and the stretch of text that is the table and nothing else.
/// </summary>
public sealed class TableDraft
{
    private CellList cells = new();
    private readonly List<(Span Span, char Shown)> masks = [];
    private readonly List<Finding> findings = [];
    private readonly RaggedRows ragged = new();

    /// <summary>All of the text that belongs to the table, marks and stray lines included.</summary>
    public Span Region { get; set; }

    public int Rows { get; private set; }
    public int Columns { get; private set; }

    /// <summary>The title over the table and the notes by it, where the dialect itself found them.</summary>
    public Span? Caption { get; set; }
    public bool Inferred { get; set; }
    public bool Refused { get; private set; }
    public List<Span> Notes { get; } = [];
    public IReadOnlyList<(Span Span, char Shown)> Masks => masks;
    public IReadOnlyList<Finding> Findings => [.. findings, .. ragged.Findings];
    public IReadOnlyList<Cell> Cells => cells;

    public void Add(Cell cell)
    {
        cells.Add(cell);
        Rows = Math.Max(Rows, cell.Row + 1);
        Columns = Math.Max(Columns, cell.Column + cell.ColumnSpan);
    }

    /// <summary>A row of cells side by side, from the first column on.</summary>
    public void AddRow(IReadOnlyList<Span> row, bool header = false)
    {
        var at = Rows;
        for (var column = 0; column < row.Count; column++)
        {
            Add(new Cell(at, column, row[column]) { Header = header });
        }
    }

    public void Hide(Span span) => masks.Add((span, Document.Hidden));

    public void Show(Span span, char shown) => masks.Add((span, shown));

    public void Report(Finding finding) => findings.Add(finding);

    /// <summary>A row (as people count, from 1) has other than the header's number of cells.</summary>
    public void ReportRagged(int row, int cells, int header, Span span) => ragged.Add(row, cells, header, span);

    /// <summary>It cannot be read as a table: its text stays text, and the finding says why.</summary>
    public void Refuse(Finding reason)
    {
        Refused = true;
        findings.Add(reason);
    }

    /// <summary>Puts other cells in place of those added so far.</summary>
    public void Replace(IEnumerable<Cell> others)
    {
        var kept = others.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column).ToList();
        cells = new CellList();
        (Rows, Columns) = (0, 0);
        kept.ForEach(Add);
    }

    /// <summary>
    /// The table, every place of its grid covered: where a row ends early, empty cells stand at its end. A merged
    /// cell reaching below the last row is cut there.
    /// </summary>
    public Table Build()
    {
        cells.Trim();
        return new Table(Region, Rows, Columns, GridFill.Complete(cells, Rows, Columns))
        {
            Caption = Caption,
            Notes = Notes,
            Inferred = Inferred,
        };
    }
}

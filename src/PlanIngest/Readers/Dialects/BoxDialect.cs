using PlanIngest.Model;

namespace PlanIngest.Readers.Dialects;

/// <summary>
/// A table drawn with box characters whose cells reach over several lines or columns: rules that run through part of
/// the table only (<c>│县区├──┬──┤</c>) part a header, lines between two rules are one row. Which column a cell
/// stands in is told by the lines that go down from rule to rule (<see cref="BoxColumns"/>), not by its place: widths get
/// lost in copying. Tables of one line a row are left to the rows of pipes.
/// </summary>
public sealed class BoxDialect : ITableDialect
{
    /// <summary>Over the header, under it, and one more: rows are parted by rules.</summary>
    private const int FewestRules = 3;
    private const int MostColumns = 100;

    public DialectReading Read(TextLines lines, int line)
    {
        if (!BoxLine.IsFullRule(lines.Slice(lines.Trimmed(line))))
        {
            return new DialectReading([], line + 1);
        }
        var read = new List<BoxLine>();
        var (parted, wrapped, rules) = (false, false, 0);
        var end = line;
        for (; end < lines.Count && BoxLine.IsPart(lines.Slice(lines.Trimmed(end))); end++)
        {
            read.Add(BoxLine.Read(lines, end));
            parted |= !read[^1].IsRule && !read[^1].IsText;
            wrapped |= read.Count > 1 && read[^1].IsText && read[^2].IsText;
            rules += read[^1].IsRule ? 1 : 0;
        }
        if (rules < FewestRules || !parted && !wrapped || read[0].Joints.Count > MostColumns)
        {
            return new DialectReading([], line + 1);
        }
        var draft = new TableDraft { Region = Span.Between(lines[line].Start, lines[end - 1].End), Inferred = true };
        if (BoxColumns.Read(read) is { } columns)
        {
            new BoxRows(columns, draft).Add();
            draft.Replace(draft.Cells);
        }
        else
        {
            draft.Refuse(
                new Finding(
                    Severity.Warning,
                    "table-unreadable",
                    "The lines of a table drawn with box characters do not meet; enter it by hand.",
                    draft.Region
                )
            );
        }
        return new DialectReading([draft], end);
    }
}

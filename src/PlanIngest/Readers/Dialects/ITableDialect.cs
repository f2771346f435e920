namespace PlanIngest.Readers.Dialects;

/// <summary>
/// One way in which plain text writes a table. Stateless. A dialect is asked at a line and either reads the table
/// that begins there, or says how far it need not be asked again: so that no line is looked at over and over.
/// </summary>
public interface ITableDialect
{
    DialectReading Read(TextLines lines, int line);
}

/// <summary>What a dialect found at a line.</summary>
/// <param name="Tables">None where no table of this dialect begins there; more than one where several stand on one line.</param>
/// <param name="Next">The first line behind what was looked at; always greater than the line asked about.</param>
public readonly record struct DialectReading(IReadOnlyList<TableDraft> Tables, int Next);
